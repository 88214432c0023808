
package org.twostream.roi;

/**
 * Connected components of the runs of one block, numbered from 0 in the order
 * of their first voxels.
 */
final class RunLabels {

	final RowRuns runs;
	/** Component of each run. */
	final int[] label;
	private final int components;

	RunLabels(final RowRuns runs, final Connectivity connectivity) {
		this.runs = runs;
		label = new int[runs.size()];
		for (int i = 0; i < label.length; i++)
			label[i] = i;
		for (int z = 0; z < runs.zSize; z++)
			for (int y = 0; y < runs.ySize; y++) {
				final int row = y + runs.ySize * z;
				if (runs.rowStart[row] == runs.rowStart[row + 1]) continue;
				if (y > 0) unite(row, row - 1, connectivity.reach(1, 0));
				if (z == 0) continue;
				final int below = row - runs.ySize;
				final int diagonal = connectivity.reach(1, 1);
				if (y > 0) unite(row, below - 1, diagonal);
				unite(row, below, connectivity.reach(0, 1));
				if (y < runs.ySize - 1) unite(row, below + 1, diagonal);
			}
		components = flatten();
	}

	/** Number of components. */
	int components() {
		return components;
	}

	private void unite(final int row, final int other, final int reach) {
		if (reach < 0) return;
		int i = runs.rowStart[row];
		int j = runs.rowStart[other];
		final int iEnd = runs.rowStart[row + 1];
		final int jEnd = runs.rowStart[other + 1];
		while (i < iEnd && j < jEnd) {
			if (runs.start[i] < runs.end[j] + reach && runs.start[j] < runs.end[i] +
				reach) unite(i, j);
			if (runs.end[i] < runs.end[j]) i++;
			else j++;
		}
	}

	// The smaller index becomes the root: parents then always stand before their
	// children, so that one pass forward flattens and numbers.
	private void unite(final int a, final int b) {
		final int i = root(a);
		final int j = root(b);
		if (i < j) label[j] = i;
		else label[i] = j;
	}

	private int root(final int run) {
		int i = run;
		while (label[i] != i) {
			label[i] = label[label[i]];
			i = label[i];
		}
		return i;
	}

	private int flatten() {
		int n = 0;
		for (int i = 0; i < label.length; i++)
			label[i] = label[i] == i ? n++ : label[label[i]];
		return n;
	}
}
