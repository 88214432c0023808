
package org.twostream.volume;

/**
 * Walks a box that lies in two arrays of other sizes and finds the longest
 * stretches that are contiguous in both. Stateless.
 */
public final class Runs {

	private Runs() {}

	/** Takes one stretch. */
	public interface Action {

		/**
		 * @param a where it starts in the one array, in elements
		 * @param b where it starts in the other
		 * @param n its length
		 */
		void accept(int a, int b, int n);
	}

	/**
	 * @param size of the box along each axis, last fastest
	 * @param a sizes of the one array
	 * @param aFrom the box's corner in it
	 * @param b sizes of the other array
	 * @param bFrom the box's corner in it
	 */
	public static void forEach(final int[] size, final int[] a, final int[] aFrom,
		final int[] b, final int[] bFrom, final Action action)
	{
		final int rank = size.length;
		final int[] aStride = strides(a);
		final int[] bStride = strides(b);
		int aStart = 0;
		int bStart = 0;
		for (int d = 0; d < rank; d++) {
			aStart += aFrom[d] * aStride[d];
			bStart += bFrom[d] * bStride[d];
		}
		// Axes that are whole in both arrays are one with the axis before.
		int last = rank - 1;
		int n = size[last];
		while (last > 0 && a[last] == size[last] && b[last] == size[last])
			n *= size[--last];
		final int[] at = new int[last + 1];
		while (true) {
			action.accept(aStart, bStart, n);
			int d = last - 1;
			for (; d >= 0; d--) {
				aStart += aStride[d];
				bStart += bStride[d];
				if (++at[d] < size[d]) break;
				aStart -= size[d] * aStride[d];
				bStart -= size[d] * bStride[d];
				at[d] = 0;
			}
			if (d < 0) return;
		}
	}

	private static int[] strides(final int[] size) {
		final int[] stride = new int[size.length];
		int n = 1;
		for (int d = size.length - 1; d >= 0; d--) {
			stride[d] = n;
			n *= size[d];
		}
		return stride;
	}
}
