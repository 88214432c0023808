
package org.twostream.measure;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/** Boxes around foreground, and how near and far their voxels can be. */
final class Extent {

	private Extent() {}

	/** The tightest box around the voxels that are 1; empty if there is none. */
	static Optional<Box> of(final byte[] mask, final Box box) {
		final int xs = (int) box.xSize();
		final int ys = (int) box.ySize();
		final int[] low = { Integer.MAX_VALUE, Integer.MAX_VALUE,
			Integer.MAX_VALUE };
		final int[] high = { -1, -1, -1 };
		for (int z = 0, i = 0; z < box.zSize(); z++)
			for (int y = 0; y < ys; y++)
				for (int x = 0; x < xs; x++, i++) {
					if (mask[i] != 1) continue;
					low[0] = Math.min(low[0], x);
					low[1] = Math.min(low[1], y);
					low[2] = Math.min(low[2], z);
					high[0] = Math.max(high[0], x);
					high[1] = Math.max(high[1], y);
					high[2] = Math.max(high[2], z);
				}
		if (high[0] < 0) return Optional.empty();
		return Optional.of(new Box(low[0], low[1], low[2], high[0] + 1, high[1] + 1,
			high[2] + 1).translate(box.xMin(), box.yMin(), box.zMin()));
	}

	/** Squared distance in nm² between the nearest voxel centres. */
	static double nearest(final Box a, final Box b, final VoxelSize size) {
		return squares(gap(a.xMin(), a.xMax(), b.xMin(), b.xMax()), gap(a.yMin(), a
			.yMax(), b.yMin(), b.yMax()), gap(a.zMin(), a.zMax(), b.zMin(), b.zMax()),
			size);
	}

	/** Squared distance in nm² between the farthest voxel centres. */
	static double farthest(final Box a, final Box b, final VoxelSize size) {
		return squares(span(a.xMin(), a.xMax(), b.xMin(), b.xMax()), span(a.yMin(),
			a.yMax(), b.yMin(), b.yMax()), span(a.zMin(), a.zMax(), b.zMin(), b
				.zMax()), size);
	}

	private static long gap(final long aMin, final long aMax, final long bMin,
		final long bMax)
	{
		return Math.max(0, Math.max(bMin - (aMax - 1), aMin - (bMax - 1)));
	}

	private static long span(final long aMin, final long aMax, final long bMin,
		final long bMax)
	{
		return Math.max(aMax, bMax) - 1 - Math.min(aMin, bMin);
	}

	private static double squares(final long x, final long y, final long z,
		final VoxelSize size)
	{
		final double a = x * size.x();
		final double b = y * size.y();
		final double c = z * size.z();
		return a * a + b * b + c * c;
	}
}
