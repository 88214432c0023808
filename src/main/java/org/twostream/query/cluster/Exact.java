
package org.twostream.query.cluster;

/**
 * Nearness of single points, each sum in the order of
 * {@link PointBlocks#nearness}, so that both give the same bits.
 */
final class Exact {

	private Exact() {}

	/** How near a point is to one centre. */
	static float one(final float[] row, final float[] mean, final float[] centre,
		final float bias)
	{
		return Float.intBitsToFloat((int) two(row, mean, centre, bias, centre,
			bias));
	}

	/**
	 * How near a point is to two centres; at once, since a sum in order has to
	 * wait for itself.
	 *
	 * @param row the point, not yet centred
	 * @param p a centre, padded as {@link Centres} holds it
	 * @param q another
	 * @return the bits of the first, then of the second
	 */
	static long two(final float[] row, final float[] mean, final float[] p,
		final float ofP, final float[] q, final float ofQ)
	{
		float a = ofP;
		float b = ofQ;
		final int even = row.length & ~1;
		for (int j = 0; j < even; j += 2) {
			final float u = row[j] - mean[j];
			final float v = row[j + 1] - mean[j + 1];
			a = Math.fma(u, p[j], Math.fma(v, p[j + 1], a));
			b = Math.fma(u, q[j], Math.fma(v, q[j + 1], b));
		}
		if (even < row.length) {
			final float u = row[even] - mean[even];
			a = Math.fma(u, p[even], a);
			b = Math.fma(u, q[even], b);
		}
		return (long) Float.floatToRawIntBits(a) << 32 | Float.floatToRawIntBits(
			b) & 0xFFFFFFFFL;
	}
}
