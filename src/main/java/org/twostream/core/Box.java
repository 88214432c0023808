
package org.twostream.core;

import java.io.Serializable;

/**
 * A box of voxels, half-open: min is inside, max is the first voxel outside.
 * Axis order x, y, z. An empty box has max == min on some axis.
 */
public record Box(long xMin, long yMin, long zMin, long xMax, long yMax,
		long zMax) implements Serializable {

	/**
	 * @throws IllegalArgumentException if a max lies below its min
	 */
	public Box {
		if (xMax < xMin || yMax < yMin || zMax < zMin)
			throw new IllegalArgumentException("Box ends before it starts: " + xMin +
				".." + xMax + ", " + yMin + ".." + yMax + ", " + zMin + ".." + zMax);
	}

	/** The box from the origin with these edge lengths. */
	public static Box ofSize(final long x, final long y, final long z) {
		return new Box(0, 0, 0, x, y, z);
	}

	public long xSize() {
		return xMax - xMin;
	}

	public long ySize() {
		return yMax - yMin;
	}

	public long zSize() {
		return zMax - zMin;
	}

	/** Number of voxels. */
	public long voxels() {
		return xSize() * ySize() * zSize();
	}

	public boolean isEmpty() {
		return voxels() == 0;
	}

	/**
	 * Number of voxels as an array length.
	 *
	 * @throws IllegalArgumentException if no array can be that long
	 */
	public int arrayLength() {
		final long n = voxels();
		if (n > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(
			"Box of " + n + " voxels does not fit one array: " + this);
		return (int) n;
	}

	public boolean contains(final long x, final long y, final long z) {
		return x >= xMin && x < xMax && y >= yMin && y < yMax && z >= zMin &&
			z < zMax;
	}

	public boolean contains(final Box other) {
		return other.xMin >= xMin && other.xMax <= xMax && other.yMin >= yMin &&
			other.yMax <= yMax && other.zMin >= zMin && other.zMax <= zMax;
	}

	/** The common part, empty (at the nearest corner) where there is none. */
	public Box intersect(final Box other) {
		final long x0 = Math.max(xMin, other.xMin);
		final long y0 = Math.max(yMin, other.yMin);
		final long z0 = Math.max(zMin, other.zMin);
		return new Box(x0, y0, z0, Math.max(x0, Math.min(xMax, other.xMax)), Math
			.max(y0, Math.min(yMax, other.yMax)), Math.max(z0, Math.min(zMax,
				other.zMax)));
	}

	/** Grown by this many voxels on both sides of each axis. */
	public Box grow(final long x, final long y, final long z) {
		return new Box(xMin - x, yMin - y, zMin - z, xMax + x, yMax + y, zMax + z);
	}

	public Box translate(final long x, final long y, final long z) {
		return new Box(xMin + x, yMin + y, zMin + z, xMax + x, yMax + y, zMax + z);
	}
}
