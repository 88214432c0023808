
package org.twostream.roi;

import java.util.ArrayList;
import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;

/**
 * Finds how each ROI of a group is turned.
 *
 * @param order rows of the table; a group of them is a block of a volume that
 *          is one voxel thick
 */
@SuppressWarnings("ArrayRecordComponent")
record AlignRois(RoiTable table, int[] order, RoiMasks masks)
		implements
			BlockTask<List<Alignment>> {

	/** In the order of the group. */
	@Override
	public List<Alignment> run(final Block group) {
		final List<Alignment> part = new ArrayList<>();
		for (long i = group.core().xMin(); i < group.core().xMax(); i++)
			part.add(Alignment.of(masks.best(table.get(order[(int) i])), table
				.voxelSize()));
		return part;
	}
}
