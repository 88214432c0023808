
package org.twostream.volume.chunked;

/** Turns chunks between C order and the order of axes in which they lie. */
final class Transpose {

	private Transpose() {}

	/**
	 * @param chunk elements along each axis
	 * @param stored axes as they lie, slowest first
	 * @param bytes of one element
	 */
	static void toC(final Bytes in, final Bytes out, final int[] chunk,
		final int[] stored, final int bytes)
	{
		out.resize(in.length);
		walk(chunk, stored, (c, s) -> System.arraycopy(in.array, in.offset + s *
			bytes, out.array, c * bytes, bytes));
	}

	/** The other way. */
	static void fromC(final Bytes in, final Bytes out, final int[] chunk,
		final int[] stored, final int bytes)
	{
		out.resize(in.length);
		walk(chunk, stored, (c, s) -> System.arraycopy(in.array, in.offset + c *
			bytes, out.array, s * bytes, bytes));
	}

	private interface Element {

		void at(int cOrder, int stored);
	}

	private static void walk(final int[] chunk, final int[] stored,
		final Element element)
	{
		final int[] stride = new int[chunk.length];
		int n = 1;
		for (int k = stored.length - 1; k >= 0; k--) {
			stride[stored[k]] = n;
			n *= chunk[stored[k]];
		}
		final int[] at = new int[chunk.length];
		int s = 0;
		for (int c = 0; c < n; c++) {
			element.at(c, s);
			for (int d = chunk.length - 1; d >= 0; d--) {
				s += stride[d];
				if (++at[d] < chunk[d]) break;
				s -= chunk[d] * stride[d];
				at[d] = 0;
			}
		}
	}
}
