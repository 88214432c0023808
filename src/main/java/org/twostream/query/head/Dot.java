
package org.twostream.query.head;

/** Inner products in float, several sums at once. */
public final class Dot {

	private Dot() {}

	/**
	 * One sum would wait for itself at each step, since floats may not be
	 * reordered; eight do not.
	 *
	 * @param a at least as long as b
	 */
	public static float of(final float[] a, final float[] b) {
		float p = 0, q = 0, r = 0, s = 0, t = 0, u = 0, v = 0, w = 0;
		int j = 0;
		for (; j + 8 <= b.length; j += 8) {
			p = Math.fma(a[j], b[j], p);
			q = Math.fma(a[j + 1], b[j + 1], q);
			r = Math.fma(a[j + 2], b[j + 2], r);
			s = Math.fma(a[j + 3], b[j + 3], s);
			t = Math.fma(a[j + 4], b[j + 4], t);
			u = Math.fma(a[j + 5], b[j + 5], u);
			v = Math.fma(a[j + 6], b[j + 6], v);
			w = Math.fma(a[j + 7], b[j + 7], w);
		}
		for (; j < b.length; j++)
			p = Math.fma(a[j], b[j], p);
		return p + q + (r + s) + (t + u + (v + w));
	}
}
