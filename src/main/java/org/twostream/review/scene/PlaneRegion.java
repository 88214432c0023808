
package org.twostream.review.scene;

import org.twostream.core.Box;

/**
 * A rectangle of voxels in one plane, half-open.
 *
 * @param axis how the plane lies
 * @param index of the plane, voxels
 * @param rightMin voxels along the axis to the right
 * @param downMin voxels along the axis that points down
 * @param rightMax first voxel outside
 * @param downMax first voxel outside
 */
public record PlaneRegion(PlaneAxis axis, long index, long rightMin,
		long downMin, long rightMax, long downMax) {

	public long width() {
		return rightMax - rightMin;
	}

	public long height() {
		return downMax - downMin;
	}

	/** Number of voxels. */
	public long voxels() {
		return width() * height();
	}

	/** The same as a box that is one voxel thick. */
	public Box box() {
		return switch (axis) {
			case XY -> new Box(rightMin, downMin, index, rightMax, downMax, index +
				1);
			case XZ -> new Box(rightMin, index, downMin, rightMax, index + 1,
				downMax);
			case ZY -> new Box(index, downMin, rightMin, index + 1, downMax,
				rightMax);
		};
	}

	/** The part of a plane that a box of voxels cuts out. */
	public static PlaneRegion of(final PlaneAxis axis, final long index,
		final Box box)
	{
		return switch (axis) {
			case XY -> new PlaneRegion(axis, index, box.xMin(), box.yMin(), box
				.xMax(), box.yMax());
			case XZ -> new PlaneRegion(axis, index, box.xMin(), box.zMin(), box
				.xMax(), box.zMax());
			case ZY -> new PlaneRegion(axis, index, box.zMin(), box.yMin(), box
				.zMax(), box.yMax());
		};
	}
}
