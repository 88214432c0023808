
package org.twostream.roi.split;

/**
 * The lower envelope of parabolas over the places 1..n of a line: each place's
 * own, of curvature 1 and its height, and those of height 0 at the places 0 and
 * n + 1. Keeps its room between lines. Not thread-safe.
 */
final class Envelope {

	private int[] place = new int[64];
	private double[] height = new double[64];
	private double[] from = new double[64];
	private int size;

	/**
	 * @param heights of all voxels; those of the line become the envelope's;
	 *          infinite ones have no parabola
	 * @param line voxels
	 * @param n how many
	 * @param nm from one place to the next
	 * @param before whether there is a parabola at place 0
	 * @param behind whether there is one at place n + 1
	 */
	void lower(final double[] heights, final int[] line, final int n,
		final double nm, final boolean before, final boolean behind)
	{
		room(n + 2);
		size = 0;
		if (before) add(0, 0, nm);
		for (int i = 0; i < n; i++)
			if (!Double.isInfinite(heights[line[i]])) add(i + 1, heights[line[i]],
				nm);
		if (behind) add(n + 1, 0, nm);
		if (size == 0) return;
		int k = 0;
		for (int i = 1; i <= n; i++) {
			while (k + 1 < size && from[k + 1] < i)
				k++;
			final double d = (i - place[k]) * nm;
			heights[line[i - 1]] = d * d + height[k];
		}
	}

	private void room(final int n) {
		if (n <= place.length) return;
		place = new int[2 * n];
		height = new double[2 * n];
		from = new double[2 * n];
	}

	private void add(final int at, final double h, final double nm) {
		double meet = Double.NEGATIVE_INFINITY;
		while (size > 0) {
			final int p = place[size - 1];
			meet = (at + p) / 2.0 + (h - height[size - 1]) / (2 * nm * nm * (at - p));
			if (meet > from[size - 1]) break;
			size--;
			meet = Double.NEGATIVE_INFINITY;
		}
		place[size] = at;
		height[size] = h;
		from[size++] = meet;
	}
}
