
package org.twostream.embed;

import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * The farthest patch of the same kind and the nearest of the other, among
 * {@value #MOST} of each kind, so that a pass does not take the square of all.
 */
final class HardAnchors implements AnchorChoice {

	/** Patches of a kind that are looked at for each anchor. */
	static final int MOST = 512;

	private final Matrix[] rows;
	private final int[][] looked = new int[2][];

	/**
	 * @param rows embeddings by kind
	 * @param seed chooses where there are more
	 */
	HardAnchors(final Matrix[] rows, final Seed seed) {
		this.rows = rows.clone();
		for (int kind = 0; kind < 2; kind++) {
			final int n = rows[kind].rows();
			final Order order = new Order(n, seed.of(kind));
			looked[kind] = new int[Math.min(n, MOST)];
			for (int i = 0; i < looked[kind].length; i++)
				looked[kind][i] = (int) order.at(i);
		}
	}

	@Override
	public int same(final int kind, final int at, final long k) {
		return extreme(rows[kind].row(at), kind, at, 1);
	}

	@Override
	public int other(final int kind, final int at, final long k) {
		return extreme(rows[kind].row(at), 1 - kind, -1, -1);
	}

	/**
	 * @param without is not chosen if there is any other
	 * @param sign 1 for the farthest, -1 for the nearest
	 */
	private int extreme(final float[] from, final int kind, final int without,
		final int sign)
	{
		int best = without;
		double most = Double.NEGATIVE_INFINITY;
		for (final int i : looked[kind]) {
			final double d = sign * squared(from, rows[kind].row(i));
			if (i != without && d > most) {
				most = d;
				best = i;
			}
		}
		return best;
	}

	private static double squared(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
		return sum;
	}
}
