
package org.twostream.review.scene;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * Where voxels lie in nm. Axes are 0 for x, 1 for y, 2 for z.
 *
 * @param voxel edges, nm
 * @param box all voxels, from 0
 */
public record VoxelGrid(VoxelSize voxel, Box box) {

	/** Edge of a voxel, nm. */
	public double edge(final int axis) {
		return axis == 0 ? voxel.x() : axis == 1 ? voxel.y() : voxel.z();
	}

	/** Voxels along an axis. */
	public long length(final int axis) {
		return axis == 0 ? box.xMax() : axis == 1 ? box.yMax() : box.zMax();
	}

	/** The voxel that a place lies in, or the nearest of the volume. */
	public long nearest(final int axis, final double nm) {
		return Math.max(0, Math.min(length(axis) - 1, Math.round(nm / edge(axis))));
	}

	/** The centre of a voxel, or another place given in voxels. */
	public Point nm(final double x, final double y, final double z) {
		return new Point(x * voxel.x(), y * voxel.y(), z * voxel.z());
	}

	/** The nearest place inside the volume. */
	public Point inside(final Point p) {
		Point q = p;
		for (int axis = 0; axis < 3; axis++)
			q = q.with(axis, Math.max(0, Math.min((length(axis) - 1) * edge(axis), q
				.along(axis))));
		return q;
	}
}
