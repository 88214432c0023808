
package org.twostream.query.cluster;

import java.util.Arrays;

/**
 * How near each point of a block may be to each centre at least, and how far
 * from its own it is at most (Elkan, ICML 2003, without his bounds between
 * centres). As centres move, bounds widen by how far they moved; a point whose
 * own centre is still nearer than any other can be keeps its cluster unseen.
 * Bounds allow for the rounding of the distances that they come from, so
 * clusters are those of the exact algorithm.
 */
final class Bounds {

	/** Rounding of a squared distance for each unit of the squared norms. */
	private static final float ROUNDING = 1e-5f;

	/** Centre, point; infinite for the own centre. */
	private final float[][] lower;
	private final float[] upper;
	private final float[] least;

	Bounds(final int centres, final int length) {
		lower = new float[centres][length];
		upper = new float[length];
		least = new float[length];
	}

	/** How far each centre moved, rounded up. */
	static float[] shifts(final Centres before, final Centres after) {
		final float[] shifts = new float[before.count()];
		for (int c = 0; c < shifts.length; c++) {
			final float[] a = before.row(c);
			final float[] b = after.row(c);
			double sum = 0;
			if (a != b) for (int j = 0; j < a.length; j++)
				sum += ((double) a[j] - b[j]) * ((double) a[j] - b[j]);
			shifts[c] = (float) (Math.sqrt(sum) * (1 + 1e-6));
		}
		return shifts;
	}

	/**
	 * Widens the bounds.
	 *
	 * @param labels of all points
	 * @param first point of the block
	 * @param n points in it
	 * @return those that may have to change their cluster, ascending
	 */
	int[] moved(final float[] shifts, final int[] labels, final int first,
		final int n)
	{
		Arrays.fill(least, Float.POSITIVE_INFINITY);
		for (int c = 0; c < lower.length; c++)
			if (shifts[c] == 0) least(least, lower[c]);
			else lower(least, lower[c], shifts[c]);
		int count = 0;
		final int[] open = new int[n];
		for (int p = 0; p < n; p++) {
			upper[p] += shifts[labels[first + p]];
			if (least[p] <= upper[p]) open[count++] = p;
		}
		return Arrays.copyOf(open, count);
	}

	private static void least(final float[] least, final float[] lower) {
		for (int p = 0; p < least.length; p++)
			least[p] = Math.min(least[p], lower[p]);
	}

	private static void lower(final float[] least, final float[] lower,
		final float shift)
	{
		for (int p = 0; p < least.length; p++) {
			lower[p] -= shift;
			least[p] = Math.min(least[p], lower[p]);
		}
	}

	/**
	 * Takes over what was computed of all points of the block.
	 *
	 * @param near nearness by centre and point
	 * @param squaredNorms of the points
	 * @param norm largest squared norm of a centre
	 */
	void set(final float[][] near, final float[] squaredNorms, final float norm) {
		for (int c = 0; c < lower.length; c++)
			distances(lower[c], near[c], squaredNorms, norm);
	}

	private static void distances(final float[] lower, final float[] near,
		final float[] squaredNorms, final float norm)
	{
		for (int p = 0; p < squaredNorms.length; p++)
			lower[p] = (float) Math.sqrt(Math.max(0, squaredNorms[p] - 2 * near[p] -
				ROUNDING * (squaredNorms[p] + norm)));
	}

	/** As {@link #set}, of some points: near is indexed by their order. */
	void set(final float[][] near, final int[] points,
		final float[] squaredNorms, final float norm)
	{
		for (int c = 0; c < lower.length; c++) {
			final float[] row = lower[c];
			final float[] own = near[c];
			for (int f = 0; f < points.length; f++) {
				final float x = squaredNorms[points[f]];
				row[points[f]] = (float) Math.sqrt(Math.max(0, x - 2 * own[f] -
					ROUNDING * (x + norm)));
			}
		}
	}

	/** Says which is a point's own centre, and its squared distance to it. */
	void own(final int point, final int centre, final float squaredDistance,
		final float squaredNorm, final float norm)
	{
		lower[centre][point] = Float.POSITIVE_INFINITY;
		upper[point] = (float) Math.sqrt(squaredDistance + ROUNDING * (squaredNorm +
			norm));
	}
}
