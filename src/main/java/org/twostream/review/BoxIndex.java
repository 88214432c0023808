
package org.twostream.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.twostream.core.Box;
import org.twostream.roi.RoiTable;

/** Finds the ROIs whose boxes overlap a box, through a grid of cells. */
public final class BoxIndex {

	private static final int CELL = 256;

	private record Cell(long x, long y, long z) {
	}

	private final RoiTable table;
	private final Map<Cell, List<Integer>> cells = new HashMap<>();

	public BoxIndex(final RoiTable table) {
		this.table = table;
		for (int row = 0; row < table.size(); row++) {
			final int r = row;
			forEachCell(table.get(row).box(), cell -> cells.computeIfAbsent(cell,
				c -> new ArrayList<>()).add(r));
		}
	}

	private static void forEachCell(final Box box, final Consumer<Cell> action) {
		if (box.isEmpty()) return;
		for (long z = Math.floorDiv(box.zMin(), CELL); z * CELL < box.zMax(); z++)
			for (long y = Math.floorDiv(box.yMin(), CELL); y * CELL < box.yMax(); y++)
				for (long x = Math.floorDiv(box.xMin(), CELL); x * CELL < box
					.xMax(); x++)
					action.accept(new Cell(x, y, z));
	}

	/** Rows, ascending, each once. */
	public List<Integer> overlapping(final Box box) {
		final List<Integer> rows = new ArrayList<>();
		forEachCell(box, cell -> {
			for (final int row : cells.getOrDefault(cell, List.of()))
				if (!table.get(row).box().intersect(box).isEmpty()) rows.add(row);
		});
		return rows.stream().distinct().sorted().toList();
	}
}
