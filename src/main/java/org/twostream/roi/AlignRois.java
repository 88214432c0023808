
package org.twostream.roi;

import java.util.ArrayList;
import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;

/**
 * Finds how each ROI of a group is turned; a group of rows is a block of a
 * volume that is one voxel thick.
 */
record AlignRois(RoiTable table, RoiMasks masks)
		implements
			BlockTask<List<Alignment>> {

	@Override
	public List<Alignment> run(final Block group) {
		final List<Alignment> part = new ArrayList<>();
		for (long i = group.core().xMin(); i < group.core().xMax(); i++)
			part.add(Alignment.of(masks.best(table.get((int) i)), table.voxelSize()));
		return part;
	}
}
