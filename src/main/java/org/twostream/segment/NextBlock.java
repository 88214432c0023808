
package org.twostream.segment;

import org.twostream.block.BlockGrid;
import org.twostream.core.Box;

/** Which block after a given one touches a window first. */
final class NextBlock {

	private final BlockGrid grid;
	private final int present;
	private final Box unit;

	NextBlock(final BlockGrid grid, final int present) {
		this.grid = grid;
		this.present = present;
		unit = grid.block(0).core();
	}

	/** Its index, or -1 if none does. */
	int of(final Box window) {
		final Box inside = window.intersect(grid.volume());
		final int xFirst = (int) (inside.xMin() / unit.xSize());
		final int xLast = (int) ((inside.xMax() - 1) / unit.xSize());
		final int yFirst = (int) (inside.yMin() / unit.ySize());
		final int yLast = (int) ((inside.yMax() - 1) / unit.ySize());
		final int zFirst = (int) (inside.zMin() / unit.zSize());
		final int zLast = (int) ((inside.zMax() - 1) / unit.zSize());
		for (int z = zFirst; z <= zLast; z++)
			for (int y = yFirst; y <= yLast; y++)
				for (int x = xFirst; x <= xLast; x++) {
					final int index = (z * grid.yBlocks() + y) * grid.xBlocks() + x;
					if (index > present) return index;
				}
		return -1;
	}
}
