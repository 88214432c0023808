
package org.twostream.measure;

import org.twostream.block.BlockGrid;
import org.twostream.core.UserError;
import org.twostream.volume.VolumeInfo;

/** The blocks that metrics walk through: whole chunks of a workable size. */
final class MeasureGrid {

	/** Enough to make the cost of a block small beside that of its voxels. */
	private static final long ENOUGH = 1L << 20;
	/** 16 bytes per voxel are held where ids are compared. */
	private static final long MOST = 1L << 23;

	private MeasureGrid() {}

	static BlockGrid of(final VolumeInfo info) {
		final long[] size = { info.xSize(), info.ySize(), info.zSize() };
		final long[] edge = { clamp(info.xChunk(), size[0]), clamp(info.yChunk(),
			size[1]), clamp(info.zChunk(), size[2]) };
		while (edge[0] * edge[1] * edge[2] < ENOUGH) {
			final int axis = shortestGrowable(edge, size);
			if (axis < 0) break;
			edge[axis] = Math.min(2 * edge[axis], size[axis]);
		}
		while (edge[0] * edge[1] * edge[2] > MOST) {
			final int axis = edge[2] >= edge[1] && edge[2] >= edge[0] ? 2
				: edge[1] >= edge[0] ? 1 : 0;
			edge[axis] = (edge[axis] + 1) / 2;
		}
		return new BlockGrid(info.box(), edge[0], edge[1], edge[2]);
	}

	private static long clamp(final int chunk, final long size) {
		return Math.max(1, Math.min(chunk, size));
	}

	private static int shortestGrowable(final long[] edge, final long[] size) {
		int axis = -1;
		for (int i = 0; i < 3; i++)
			if (edge[i] < size[i] && (axis < 0 || edge[i] < edge[axis])) axis = i;
		return axis;
	}

	/**
	 * @param what such as "prediction"
	 * @throws UserError if the two volumes do not have the same number of voxels
	 *           on each axis
	 */
	static void sameSize(final String what, final VolumeInfo info,
		final VolumeInfo truth)
	{
		if (!info.box().equals(truth.box())) throw new UserError("The " + what +
			" has " + text(info) + " voxels and the truth " + text(truth) +
			" (x, y, z); give a truth of the same volume.");
	}

	private static String text(final VolumeInfo info) {
		return info.xSize() + " x " + info.ySize() + " x " + info.zSize();
	}
}
