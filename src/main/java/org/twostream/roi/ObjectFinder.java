
package org.twostream.roi;

import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Progress;

/**
 * Finds the connected objects of a source: components inside blocks, in
 * parallel, joined over block borders.
 */
final class ObjectFinder {

	private final BlockGrid grid;
	private final Connectivity connectivity;
	private final int threads;

	ObjectFinder(final BlockGrid grid, final Connectivity connectivity,
		final int threads)
	{
		this.grid = grid;
		this.connectivity = connectivity;
		this.threads = threads;
	}

	/**
	 * @param minVoxels least size of an object's mask
	 */
	FoundObjects find(final ObjectSource source, final long minVoxels,
		final Progress progress)
	{
		final long least = Math.max(1, minVoxels);
		final ObjectMerger merger = new ObjectMerger(grid, connectivity);
		BlockRunner.local(RunSettings.of(threads, "Finding objects")).run(grid,
			block -> {
				merger.add(block.index(), new BlockObjects(new LabelledBlock(block,
					source, connectivity), grid.volume(), least));
				return null;
			}, progress);
		return merger.finish(least);
	}
}
