
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
		final int whole = row.length & ~3;
		for (int j = 0; j < whole; j += 4) {
			final float s = row[j] - mean[j];
			final float t = row[j + 1] - mean[j + 1];
			final float u = row[j + 2] - mean[j + 2];
			final float v = row[j + 3] - mean[j + 3];
			a = Math.fma(s, p[j], Math.fma(t, p[j + 1], Math.fma(u, p[j + 2], Math
				.fma(v, p[j + 3], a))));
			b = Math.fma(s, q[j], Math.fma(t, q[j + 1], Math.fma(u, q[j + 2], Math
				.fma(v, q[j + 3], b))));
		}
		for (int j = row.length - 1; j >= whole; j--) {
			a = Math.fma(row[j] - mean[j], p[j], a);
			b = Math.fma(row[j] - mean[j], q[j], b);
		}
		return (long) Float.floatToRawIntBits(a) << 32 | Float.floatToRawIntBits(
			b) & 0xFFFFFFFFL;
	}
}
