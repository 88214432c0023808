
package org.twostream.roi;

import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.RunSettings;
import org.twostream.core.Progress;
import org.twostream.volume.EmVolume;

/**
 * Finds the connected objects of a source: components inside blocks, in
 * parallel, joined over block borders.
 */
final class ObjectFinder {

	private final BlockGrid grid;
	private final Connectivity connectivity;
	private final int threads;
	private final BlockEngine engine;

	ObjectFinder(final BlockGrid grid, final Connectivity connectivity,
		final int threads, final BlockEngine engine)
	{
		this.grid = grid;
		this.connectivity = connectivity;
		this.threads = threads;
		this.engine = engine;
	}

	/**
	 * @param minVoxels least size of an object's mask
	 * @param peak least highest probability of an object, 0..255
	 */
	FoundObjects find(final ObjectSource source, final long minVoxels,
		final int peak, final Progress progress)
	{
		return find(source, minVoxels, peak, Optional.empty(), KeptBlocks.none(),
			progress);
	}

	/**
	 * The same, keeping the labelled blocks.
	 *
	 * @param raw whose values are summed over the objects, as stored
	 * @param kept gets them
	 */
	FoundObjects find(final ObjectSource source, final long minVoxels,
		final int peak, final Optional<EmVolume> raw, final KeptBlocks kept,
		final Progress progress)
	{
		final long least = Math.max(1, minVoxels);
		final ObjectMerger merger = new ObjectMerger(grid, connectivity);
		engine.runner(RunSettings.of(threads, "Finding objects")).run(grid,
			new FindObjects(source, connectivity, grid.volume(), least, raw.stream()
				.toList(), kept), (block, objects) -> merger.add(block.index(),
					objects), progress);
		return merger.finish(least, peak);
	}
}
