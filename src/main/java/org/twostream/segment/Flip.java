
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * A reflection of a window that keeps its shape: along x, y, z and an exchange
 * of x and y (done first; square windows only).
 */
record Flip(boolean x, boolean y, boolean z, boolean transpose) {

	/**
	 * The reflections of test-time augmentation: 1 none; 4 along x and y; 8 also
	 * the exchange; 16 also along z.
	 */
	static List<Flip> ofTta(final int tta) {
		final List<Flip> flips = new ArrayList<>();
		for (int i = 0; i < tta; i++)
			flips.add(new Flip((i & 1) != 0, (i & 2) != 0, (i & 8) != 0, (i &
				4) != 0));
		return flips;
	}

	boolean none() {
		return !x && !y && !z && !transpose;
	}

	/** Writes the flipped window. */
	void apply(final float[] source, final int from, final float[] target,
		final int to, final WindowSize window)
	{
		move(source, from, target, to, window, true);
	}

	/** Flips a window back and adds it to another. */
	void addBack(final float[] source, final int from, final float[] target,
		final int to, final WindowSize window)
	{
		move(source, from, target, to, window, false);
	}

	private void move(final float[] source, final int from, final float[] target,
		final int to, final WindowSize window, final boolean forward)
	{
		final int xn = window.x();
		final int yn = window.y();
		final int zn = window.z();
		final int xStep = transpose ? xn : 1;
		final int yStep = transpose ? 1 : xn;
		int i = 0;
		for (int k = 0; k < zn; k++) {
			final int plane = (z ? zn - 1 - k : k) * xn * yn;
			for (int j = 0; j < yn; j++, i += xn) {
				final int row = plane + (y ? yn - 1 - j : j) * yStep + (x ? (xn - 1) *
					xStep : 0);
				final int step = x ? -xStep : xStep;
				if (forward) read(source, from + row, step, target, to + i, xn);
				else add(source, from + i, target, to + row, step, xn);
			}
		}
	}

	private static void read(final float[] source, final int from, final int step,
		final float[] target, final int to, final int n)
	{
		for (int i = 0, p = from; i < n; i++, p += step)
			target[to + i] = source[p];
	}

	private static void add(final float[] source, final int from,
		final float[] target, final int to, final int step, final int n)
	{
		for (int i = 0, p = to; i < n; i++, p += step)
			target[p] += source[from + i];
	}
}
