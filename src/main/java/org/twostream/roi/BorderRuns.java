
package org.twostream.roi;

import java.io.Serializable;

import org.twostream.core.Box;

/**
 * The voxels of a block that a voxel of another block can touch, as runs: all
 * of the first and last rows along y and z, the first and last voxels of the
 * others, on sides where other blocks follow. Local coordinates.
 */
final class BorderRuns implements Serializable {

	private static final long serialVersionUID = 1L;

	/** No runs at all. */
	static final BorderRuns NONE = new BorderRuns();

	private final int ySize;
	private final int[] rowStart;
	private final int[] start;
	private final int[] end;
	private final int[] object;
	private final int size;

	private BorderRuns() {
		ySize = 0;
		rowStart = new int[1];
		start = new int[0];
		end = start;
		object = start;
		size = 0;
	}

	/**
	 * @param rows where other blocks follow
	 * @param kept number of each component among those kept, of which are all
	 *          that reach another block
	 */
	BorderRuns(final LabelledBlock block, final BorderRows rows,
		final int[] kept)
	{
		ySize = block.linked.ySize;
		rowStart = new int[ySize * block.linked.zSize + 1];
		// how many in each row, then where each row starts, then all in place
		rows.forEach(block, (row, from, to, component) -> rowStart[row + 1]++);
		for (int row = 1; row < rowStart.length; row++)
			rowStart[row] += rowStart[row - 1];
		size = rowStart[rowStart.length - 1];
		start = new int[size];
		end = new int[size];
		object = new int[size];
		final int[] next = rowStart.clone();
		rows.forEach(block, (row, from, to, component) -> {
			final int i = next[row]++;
			start[i] = from;
			end[i] = to;
			object[i] = kept[component];
		});
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
