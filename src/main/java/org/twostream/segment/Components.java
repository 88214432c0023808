
package org.twostream.segment;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.twostream.core.Box;

/**
 * Connected components of a mask in memory, for the small boxes of validation
 * and of single ROIs; whole volumes are labelled elsewhere, block by block.
 */
final class Components {

	private final int[] labels;
	private final long[] sizes;

	private Components(final int[] labels, final long[] sizes) {
		this.labels = labels;
		this.sizes = sizes;
	}

	/**
	 * @param box gives the shape
	 * @param mask whether the voxel of that index is foreground
	 * @param connectivity 6, 18 or 26
	 */
	static Components of(final Box box, final IntPredicate mask,
		final int connectivity)
	{
		return new Runs(box, mask, connectivity).components();
	}

	/** 0 for background, else 1..{@link #count}, in the order of first voxels. */
	int label(final int voxel) {
		return labels[voxel];
	}

	int count() {
		return sizes.length - 1;
	}

	/**
	 * @param label 1..{@link #count}
	 */
	long size(final int label) {
		return sizes[label];
	}

	/** Voxels of the largest component, 0 without any. */
	long largest() {
		long largest = 0;
		for (int i = 1; i < sizes.length; i++)
			largest = Math.max(largest, sizes[i]);
		return largest;
	}

	/** Runs along x, united with those of the rows before (union-find). */
	private static final class Runs {

		private final int xn;
		private final int yn;
		private final int zn;
		private final int[] firstOfRow;
		private int[] start = new int[1024];
		private int[] end = new int[1024];
		private int[] parent = new int[1024];
		private int n;

		Runs(final Box box, final IntPredicate mask, final int connectivity) {
			xn = (int) box.xSize();
			yn = (int) box.ySize();
			zn = (int) box.zSize();
			firstOfRow = new int[yn * zn + 1];
			for (int row = 0; row < yn * zn; row++) {
				firstOfRow[row] = n;
				scan(row * xn, mask);
				firstOfRow[row + 1] = n;
				uniteWithRowsBefore(row, connectivity);
			}
		}

		private void scan(final int offset, final IntPredicate mask) {
			int x = 0;
			while (x < xn) {
				while (x < xn && !mask.test(offset + x))
					x++;
				if (x == xn) return;
				final int from = x;
				while (x < xn && mask.test(offset + x))
					x++;
				if (n == start.length) {
					start = Arrays.copyOf(start, 2 * n);
					end = Arrays.copyOf(end, 2 * n);
					parent = Arrays.copyOf(parent, 2 * n);
				}
				start[n] = from;
				end[n] = x;
				parent[n] = n++;
			}
		}

		private void uniteWithRowsBefore(final int row, final int connectivity) {
			final int y = row % yn;
			final boolean diagonalInPlane = connectivity > 6;
			if (y > 0) unite(row, row - 1, diagonalInPlane);
			if (row < yn) return;
			unite(row, row - yn, diagonalInPlane);
			if (connectivity == 6) return;
			if (y > 0) unite(row, row - yn - 1, connectivity == 26);
			if (y < yn - 1) unite(row, row - yn + 1, connectivity == 26);
		}

		private void unite(final int row, final int other, final boolean diagonal) {
			final int slack = diagonal ? 1 : 0;
			int a = firstOfRow[row];
			int b = firstOfRow[other];
			while (a < firstOfRow[row + 1] && b < firstOfRow[other + 1]) {
				if (start[a] < end[b] + slack && start[b] < end[a] + slack) {
					final int p = root(a);
					final int q = root(b);
					// The smaller one stays, so that numbering follows first voxels.
					parent[Math.max(p, q)] = Math.min(p, q);
				}
				if (end[a] < end[b]) a++;
				else b++;
			}
		}

		private int root(final int run) {
			int r = run;
			while (parent[r] != r) {
				parent[r] = parent[parent[r]];
				r = parent[r];
			}
			return r;
		}

		Components components() {
			final int[] number = new int[n];
			long[] sizes = new long[16];
			int count = 0;
			final int[] labels = new int[xn * yn * zn];
			for (int row = 0; row < yn * zn; row++)
				for (int i = firstOfRow[row]; i < firstOfRow[row + 1]; i++) {
					final int r = root(i);
					if (r == i) {
						number[i] = ++count;
						if (count == sizes.length) sizes = Arrays.copyOf(sizes, 2 * count);
					}
					final int label = number[r];
					sizes[label] += end[i] - start[i];
					Arrays.fill(labels, row * xn + start[i], row * xn + end[i], label);
				}
			return new Components(labels, Arrays.copyOf(sizes, count + 1));
		}
	}
}
