
package org.twostream.roi;

import java.io.Serializable;
import java.util.Arrays;

import org.twostream.core.Box;

/**
 * The runs of a block that a voxel of another block can touch: all of the first
 * and last rows along y and z, the first and last of the others where they end
 * at the block's border. Local coordinates.
 */
final class BorderRuns implements Serializable {

	private static final long serialVersionUID = 1L;

	/** No runs at all. */
	static final BorderRuns NONE = new BorderRuns();

	private final int ySize;
	private final int[] rowStart;
	private int[] start = new int[64];
	private int[] end = new int[64];
	private int[] object = new int[64];
	private int size;

	private BorderRuns() {
		ySize = 0;
		rowStart = new int[1];
	}

	/**
	 * @param kept number of each component among those kept; components at a
	 *          border between blocks always are, others count for nothing here
	 */
	BorderRuns(final RunLabels labels, final int[] kept) {
		final RowRuns runs = labels.runs;
		ySize = runs.ySize;
		rowStart = new int[runs.rowStart.length];
		for (int row = 0; row < rowStart.length - 1; row++) {
			final int y = row % ySize;
			final int z = row / ySize;
			final boolean whole = y == 0 || y == ySize - 1 || z == 0 ||
				z == runs.zSize - 1;
			final int first = runs.rowStart[row];
			final int last = runs.rowStart[row + 1] - 1;
			for (int i = first; i <= last; i = whole || i == last ? i + 1 : last)
				if (whole || runs.start[i] == 0 || runs.end[i] == runs.xSize) add(
					runs.start[i], runs.end[i], kept[labels.label[i]]);
			rowStart[row + 1] = size;
		}
	}

	private void add(final int from, final int to, final int number) {
		if (number < 0) return;
		if (size == start.length) {
			start = Arrays.copyOf(start, 2 * size);
			end = Arrays.copyOf(end, 2 * size);
			object = Arrays.copyOf(object, 2 * size);
		}
		start[size] = from;
		end[size] = to;
		object[size++] = number;
	}

	/** Told of each pair of runs that touch. */
	@FunctionalInterface
	interface Touch {

		void touch(int object, int otherObject);
	}

	/**
	 * Finds the runs of two blocks that touch.
	 *
	 * @param box where these runs' block lies
	 * @param otherBox where the other's lies, without a common voxel
	 */
	static void join(final BorderRuns runs, final Box box,
		final BorderRuns others, final Box otherBox,
		final Connectivity connectivity, final Touch touch)
	{
		if (runs.size == 0 || others.size == 0) return;
		final Box near = otherBox.grow(1, 1, 1).intersect(box);
		final int shift = (int) (otherBox.xMin() - box.xMin());
		for (long z = near.zMin(); z < near.zMax(); z++)
			for (long y = near.yMin(); y < near.yMax(); y++) {
				final int row = runs.row(box, y, z);
				if (runs.rowStart[row] == runs.rowStart[row + 1]) continue;
				for (int dz = -1; dz <= 1; dz++)
					for (int dy = -1; dy <= 1; dy++) {
						final int reach = connectivity.reach(dy, dz);
						if (reach >= 0 && y + dy >= otherBox.yMin() && y + dy < otherBox
							.yMax() && z + dz >= otherBox.zMin() && z + dz < otherBox.zMax())
							runs.walk(row, others, others.row(otherBox, y + dy, z + dz),
								shift, reach, touch);
					}
			}
	}

	private int row(final Box box, final long y, final long z) {
		return (int) (y - box.yMin() + ySize * (z - box.zMin()));
	}

	private void walk(final int row, final BorderRuns others, final int otherRow,
		final int shift, final int reach, final Touch touch)
	{
		int i = rowStart[row];
		int j = others.rowStart[otherRow];
		while (i < rowStart[row + 1] && j < others.rowStart[otherRow + 1]) {
			final int otherStart = others.start[j] + shift;
			final int otherEnd = others.end[j] + shift;
			if (start[i] < otherEnd + reach && otherStart < end[i] + reach) touch
				.touch(object[i], others.object[j]);
			if (end[i] < otherEnd) i++;
			else j++;
		}
	}
}
