
package org.twostream.roi;

import org.twostream.core.Box;

/** On which sides of a block other blocks follow. */
final class BorderRows {

	private final Box box;
	private final Box volume;

	BorderRows(final Box box, final Box volume) {
		this.box = box;
		this.volume = volume;
	}

	/** Per component whether a voxel of another block may touch it. */
	boolean[] reached(final RunLabels labels) {
		final RowRuns runs = labels.runs;
		final boolean[] reached = new boolean[labels.components()];
		final int before = box.xMin() > volume.xMin() ? 0 : -1;
		final int behind = box.xMax() < volume.xMax() ? runs.xSize : -1;
		for (int z = 0; z < runs.zSize; z++)
			for (int y = 0; y < runs.ySize; y++) {
				final boolean whole = y == 0 && box.yMin() > volume.yMin() ||
					y == runs.ySize - 1 && box.yMax() < volume.yMax() || z == 0 && box
						.zMin() > volume.zMin() || z == runs.zSize - 1 && box
							.zMax() < volume.zMax();
				final int row = y + runs.ySize * z;
				for (int i = runs.rowStart[row]; i < runs.rowStart[row + 1]; i++)
					if (whole || runs.start[i] == before || runs.end[i] == behind)
						reached[labels.label[i]] = true;
			}
		return reached;
	}
}
