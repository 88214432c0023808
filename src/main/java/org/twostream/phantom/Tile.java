
package org.twostream.phantom;

import org.twostream.core.VoxelSize;

/**
 * A small square of one section, the unit in which pictures are made; the grid
 * of tiles starts at voxel 0, so a voxel looks the same in any box. Arrays are
 * x fastest. For one thread.
 */
final class Tile {

	private static final double WIDTH = 170;

	/** Voxels along one side. */
	final int size;
	final VoxelSize voxel;
	/** Grey values, before noise. */
	final float[] value;
	/** Fine texture around 0. */
	final float[] grain;
	/** Slow fields around 0: membranes inside cytoplasm lie where it is 0. */
	final float[] folds;
	/** Where such membranes are, from above 0 on. */
	final float[] patches;
	/** Places in bent space, nm. */
	final double[] bentX;
	final double[] bentY;
	final double[] bentZ;
	/** The neurite of each voxel. */
	final long[] neurite;
	/** Truth ids. */
	final long[] id;

	/** First voxel and section. */
	long x0;
	long y0;
	long z;
	private double shiftX;
	private double shiftY;

	/** The voxels of the last {@link #clip}: from (inside) to (outside). */
	int fromX;
	int toX;
	int fromY;
	int toY;

	Tile(final VoxelSize voxel) {
		this.voxel = voxel;
		int n = 16;
		while (n > 4 && n * Math.max(voxel.x(), voxel.y()) > WIDTH)
			n /= 2;
		size = n;
		value = new float[n * n];
		grain = new float[n * n];
		folds = new float[n * n];
		patches = new float[n * n];
		bentX = new double[n * n];
		bentY = new double[n * n];
		bentZ = new double[n * n];
		neurite = new long[n * n];
		id = new long[n * n];
	}

	void move(final long x, final long y, final long section, final double nmX,
		final double nmY)
	{
		x0 = x;
		y0 = y;
		z = section;
		shiftX = nmX;
		shiftY = nmY;
	}

	/** Tissue x of a column's middle, nm. */
	double x(final double column) {
		return (x0 + column + 0.5) * voxel.x() + shiftX;
	}

	double y(final double row) {
		return (y0 + row + 0.5) * voxel.y() + shiftY;
	}

	double z() {
		return (z + 0.5) * voxel.z();
	}

	/** Half of the section's thickness, nm. */
	float half() {
		return (float) (0.5 * voxel.z());
	}

	/** Chooses the voxels that a ball may touch; false if there are none. */
	boolean clip(final double cx, final double cy, final double cz,
		final double radius)
	{
		if (Math.abs(cz - z()) > radius + half()) return false;
		fromX = Math.max(0, (int) Math.ceil((cx - radius - x(0)) / voxel.x()));
		toX = Math.min(size, 1 + (int) Math.floor((cx + radius - x(0)) / voxel
			.x()));
		fromY = Math.max(0, (int) Math.ceil((cy - radius - y(0)) / voxel.y()));
		toY = Math.min(size, 1 + (int) Math.floor((cy + radius - y(0)) / voxel
			.y()));
		return fromX < toX && fromY < toY;
	}

	/** Lays a grey value over a voxel; cover 0..1. */
	void cover(final int i, final float grey, final float cover) {
		value[i] += cover * (grey - value[i]);
	}
}
