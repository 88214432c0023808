
package org.twostream.segment;

import java.util.SplittableRandom;

/** A part of a window, from the first voxel to the one behind the last. */
record Cuboid(int xMin, int yMin, int zMin, int xMax, int yMax, int zMax) {

	/**
	 * Anywhere in the window.
	 *
	 * @param share of each of its edges, rounded down, at least one voxel
	 */
	static Cuboid of(final WindowSize w, final double share,
		final SplittableRandom random)
	{
		final int x = Math.max(1, (int) (share * w.x()));
		final int y = Math.max(1, (int) (share * w.y()));
		final int z = Math.max(1, (int) (share * w.z()));
		final int x0 = random.nextInt(w.x() - x + 1);
		final int y0 = random.nextInt(w.y() - y + 1);
		final int z0 = random.nextInt(w.z() - z + 1);
		return new Cuboid(x0, y0, z0, x0 + x, y0 + y, z0 + z);
	}
}
