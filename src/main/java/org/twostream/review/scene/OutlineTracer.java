
package org.twostream.review.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Follows the edges between points of a raster, the ROI to the right. */
final class OutlineTracer {

	private static final int[] RIGHT = { 1, 0, -1, 0 };
	private static final int[] DOWN = { 0, 1, 0, -1 };

	private final int[] rows;
	private final int width;
	private final int height;
	/** Points whose upper edge belongs to a line already. */
	private final BitSet done = new BitSet();
	private double[] us = new double[64];
	private double[] vs = new double[64];

	OutlineTracer(final int[] rows, final int width, final int height) {
		this.rows = rows;
		this.width = width;
		this.height = height;
	}

	List<Outline> trace() {
		final List<Outline> outlines = new ArrayList<>();
		for (int v = 0, i = 0; v < height; v++)
			for (int u = 0; u < width; u++, i++)
				// every line goes right along the upper edge of some point
				if (rows[i] >= 0 && (v == 0 || rows[i - width] != rows[i]) && !done.get(
					i)) outlines.add(follow(u, v));
		return outlines;
	}

	private boolean is(final int row, final int u, final int v) {
		return u >= 0 && v >= 0 && u < width && v < height && rows[u + width *
			v] == row;
	}

	/** Starts to the right along the upper edge of a point. */
	private Outline follow(final int uStart, final int vStart) {
		final int row = rows[uStart + width * vStart];
		int n = 0;
		int u = uStart;
		int v = vStart;
		int way = 0;
		do {
			if (n == us.length) {
				us = Arrays.copyOf(us, 2 * n);
				vs = Arrays.copyOf(vs, 2 * n);
			}
			us[n] = u - 0.5;
			vs[n++] = v - 0.5;
			final int before = way;
			do {
				if (way == 0) done.set(u + width * v);
				u += RIGHT[way];
				v += DOWN[way];
				// The points ahead of the corner (u, v), left and right of the way.
				final boolean left = is(row, u + LEFT_U[way], v + LEFT_V[way]);
				final boolean right = is(row, u + RIGHT_U[way], v + RIGHT_V[way]);
				if (!right) way = way + 1 & 3;
				else if (left) way = way + 3 & 3;
			}
			while (way == before);
		}
		while (u != uStart || v != vStart || way != 0);
		return new Outline(row, Arrays.copyOf(us, n), Arrays.copyOf(vs, n));
	}

	// Of a corner (u, v) the points around it are (u - 1, v - 1) to (u, v).
	private static final int[] LEFT_U = { 0, 0, -1, -1 };
	private static final int[] LEFT_V = { -1, 0, 0, -1 };
	private static final int[] RIGHT_U = { 0, -1, -1, 0 };
	private static final int[] RIGHT_V = { 0, 0, -1, -1 };
}
