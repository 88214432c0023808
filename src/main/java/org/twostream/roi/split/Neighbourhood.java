
package org.twostream.roi.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The neighbours of a voxel: first those that share a face, then an edge, then
 * a corner, each in scan order. Rows are numbered in scan order too, apart from
 * the voxel's own.
 */
final class Neighbourhood {

	/** Rows beside a voxel's own. */
	static final int ROWS = 8;
	/** The voxel's own row. */
	static final int OWN = -1;
	/** The row before along y, and the one after. */
	static final int Y_BEFORE = 3;
	static final int Y_AFTER = 4;
	/** The row before along z, and the one after. */
	static final int Z_BEFORE = 1;
	static final int Z_AFTER = 6;

	private static final int[] DY = { -1, 0, 1, -1, 1, -1, 0, 1 };
	private static final int[] DZ = { -1, -1, -1, 0, 0, 1, 1, 1 };

	private final int[] dx;
	private final int[] row;

	private record Offset(int dx, int row) {

		int steps() {
			return Math.abs(dx) + (row == OWN ? 0 : Math.abs(DY[row]) + Math.abs(
				DZ[row]));
		}

		// the own row stands between the two that are before and after it along y
		int order() {
			return row == OWN ? 2 * Y_BEFORE + 1 : 2 * row;
		}
	}

	private Neighbourhood(final List<Offset> offsets) {
		dx = offsets.stream().mapToInt(Offset::dx).toArray();
		row = offsets.stream().mapToInt(Offset::row).toArray();
	}

	/** @param neighbours 6, 18 or 26 */
	static Neighbourhood of(final int neighbours) {
		final int steps = neighbours == 6 ? 1 : neighbours == 18 ? 2 : 3;
		final List<Offset> offsets = new ArrayList<>();
		for (int row = OWN; row < ROWS; row++)
			for (int dx = -1; dx <= 1; dx++)
				if (row != OWN || dx != 0) offsets.add(new Offset(dx, row));
		offsets.removeIf(o -> o.steps() > steps);
		offsets.sort(Comparator.comparingInt(Offset::steps).thenComparingInt(
			Offset::order).thenComparingInt(Offset::dx));
		return new Neighbourhood(offsets);
	}

	static int dy(final int row) {
		return DY[row];
	}

	static int dz(final int row) {
		return DZ[row];
	}

	/** Number of neighbours. */
	int size() {
		return dx.length;
	}

	int dx(final int i) {
		return dx[i];
	}

	int row(final int i) {
		return row[i];
	}
}
