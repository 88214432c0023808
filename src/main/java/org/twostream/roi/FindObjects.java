
package org.twostream.roi;

import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/**
 * Finds the components of one block.
 *
 * @param source where voxels come from
 * @param connectivity which of them touch
 * @param volume where no other block follows
 * @param least least size of an object's mask, 1 or more
 * @param raw whose values are summed over the objects, as stored; one or none,
 *          in a list because that can be sent to another process
 * @param kept gets the labelled blocks
 */
record FindObjects(ObjectSource source, Connectivity connectivity, Box volume,
		long least, List<EmVolume> raw, KeptBlocks kept)
		implements
			BlockTask<BlockObjects> {

	@Override
	public BlockObjects run(final Block block) {
		final ObjectSource.BlockVoxels voxels = source.read(block);
		final LabelledBlock labelled = new LabelledBlock(block.core(), voxels,
			connectivity);
		kept.offer(block.index(), labelled);
		return new BlockObjects(labelled, voxels, raw.stream().findFirst(), volume,
			least);
	}
}
