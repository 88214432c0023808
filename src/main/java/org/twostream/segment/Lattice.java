
package org.twostream.segment;

import java.util.Arrays;

/**
 * Where windows start along one axis of a volume: every {@code stride} voxels,
 * the last one pushed back so that it ends with the (padded) volume. It depends
 * on the volume alone, so that a voxel's probability does not depend on how the
 * volume is cut into blocks. A volume thinner than the window gets one window
 * about its middle.
 */
final class Lattice {

	private final long size;
	private final int window;
	private final int stride;
	private final int pad;
	private final int count;

	/**
	 * @param size voxels of the volume along the axis
	 * @param pad voxels by which windows may reach beyond both ends
	 */
	Lattice(final long size, final int window, final int stride, final int pad) {
		this.size = size;
		this.window = window;
		this.stride = stride;
		this.pad = pad;
		final long room = size + 2L * pad - window;
		count = room <= 0 ? 1 : Math.toIntExact(1 + (room + stride - 1) / stride);
	}

	int count() {
		return count;
	}

	/** First voxel of the i-th window; may lie outside the volume. */
	long start(final int i) {
		final long room = size + 2L * pad - window;
		if (room <= 0) return Math.floorDiv(size - window, 2);
		return Math.min((long) i * stride, room) - pad;
	}

	/** The first window that covers a voxel at or behind this one. */
	int first(final long voxel) {
		int i = (int) Math.max(0, Math.min(count - 1, (voxel + pad - window) /
			stride - 1));
		while (start(i) + window <= voxel)
			i++;
		return i;
	}

	/** The last window that covers a voxel at or before this one. */
	int last(final long voxel) {
		int i = (int) Math.max(0, Math.min(count - 1, (voxel + pad) / stride + 1));
		while (start(i) > voxel)
			i--;
		return i;
	}

	/**
	 * What the windows' weights add up to at each voxel of a range.
	 *
	 * @param f weight along the window
	 */
	float[] sums(final float[] f, final long from, final long to) {
		final float[] sums = new float[Math.toIntExact(to - from)];
		for (int v = 0; v < sums.length; v++) {
			double sum = 0;
			for (int i = first(from + v); i < count && start(i) <= from + v; i++)
				sum += f[(int) (from + v - start(i))];
			sums[v] = (float) sum;
		}
		return sums;
	}

	/** How many windows cover each voxel of a range. */
	float[] counts(final long from, final long to) {
		final float[] ones = new float[window];
		Arrays.fill(ones, 1);
		return sums(ones, from, to);
	}
}
