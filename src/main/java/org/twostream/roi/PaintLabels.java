
package org.twostream.roi;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.volume.VolumeWriter;

/**
 * Writes the labels of one block.
 *
 * @param source where voxels come from
 * @param connectivity which of them touch
 * @param found the objects of all blocks
 * @param kept labelled blocks that are still there
 * @param labels takes them
 * @param resumable whether each block is to be durable, and written also where
 *          it holds nothing: an earlier run with other settings may have left
 *          something there
 */
record PaintLabels(ObjectSource source, Connectivity connectivity,
		FoundObjects found, KeptBlocks kept, VolumeWriter labels, boolean resumable)
		implements
			BlockTask<Void> {

	@Override
	public Void run(final Block block) {
		final long[] ids = new long[block.core().arrayLength()];
		final boolean any = kept.get(block.index()).orElseGet(
			() -> new LabelledBlock(block, source, connectivity)).paint(found.ids(
				block.index()), ids);
		if (any || resumable) labels.write(0, block.core(), ids);
		if (resumable) labels.sync();
		return null;
	}
}
