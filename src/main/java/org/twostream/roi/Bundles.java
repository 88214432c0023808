
package org.twostream.roi;

import java.util.Arrays;

/**
 * The foreground of a block as runs along x of bundles of rows: of single rows,
 * or of 2 x 2 neighbouring rows (y, y+1; z, z+1), whose run is what is left of
 * gaps when the four are laid on each other. All voxels of one column of such a
 * bundle, and of two neighbouring columns, touch each other if corners count;
 * each run is then of one component, and there are far fewer of them. Runs are
 * in the order z, then y, then x.
 */
final class Bundles {

	final RowBits rows;
	/** Rows of a bundle along y and along z: 1 or 2. */
	final int edge;
	final int yBundles;
	final int zBundles;
	/** First x of each run. */
	int[] start = new int[256];
	/** First x behind each run. */
	int[] end = new int[256];
	/**
	 * Bundle b = y / edge + yBundles * (z / edge) holds the runs first[b] ..
	 * first[b + 1] - 1.
	 */
	final int[] first;
	private int size;
	private long carry;
	private final int[] words = new int[4];

	/** @param edge 2 if corners count, else 1 */
	Bundles(final RowBits rows, final int edge) {
		this.rows = rows;
		this.edge = edge;
		yBundles = (rows.ySize + edge - 1) / edge;
		zBundles = (rows.zSize + edge - 1) / edge;
		first = new int[yBundles * zBundles + 1];
		int b = 0;
		for (int z = 0; z < rows.zSize; z += edge)
			for (int y = 0; y < rows.ySize; y += edge) {
				extract(y, z);
				first[++b] = size;
			}
	}

	/** Number of runs. */
	int size() {
		return size;
	}

	/**
	 * Makes one run of those that follow each other in a bundle with the same
	 * label.
	 *
	 * @param label of each run; moved with the runs
	 */
	void joinRuns(final int[] label) {
		int n = 0;
		int k = 0;
		for (int b = 0; b < first.length - 1; b++) {
			final int from = n;
			for (; k < first[b + 1]; k++)
				if (n > from && label[n - 1] == label[k]) end[n - 1] = end[k];
				else {
					start[n] = start[k];
					end[n] = end[k];
					label[n++] = label[k];
				}
			first[b + 1] = n;
		}
		size = n;
	}

	/** First row along y. */
	int y(final int bundle) {
		return bundle % yBundles * edge;
	}

	/** First row along z. */
	int z(final int bundle) {
		return bundle / yBundles * edge;
	}

	/**
	 * Where rows 0..3 of a bundle start in the bits: those at (y, z), (y + 1, z),
	 * (y, z + 1), (y + 1, z + 1); the row of zeros for those that it does not
	 * have.
	 *
	 * @param y of its first row
	 * @param z of its first row
	 */
	void words(final int y, final int z, final int[] words) {
		final int first = (y + rows.ySize * z) * rows.words;
		final boolean wide = edge == 2 && y + 1 < rows.ySize;
		final boolean deep = edge == 2 && z + 1 < rows.zSize;
		words[0] = first;
		words[1] = wide ? first + rows.words : rows.zeros();
		words[2] = deep ? first + rows.ySize * rows.words : rows.zeros();
		words[3] = wide && deep ? words[2] + rows.words : rows.zeros();
	}

	private void extract(final int y, final int z) {
		final long[] bits = rows.bits;
		words(y, z, words);
		final int a = words[0];
		final int b = words[1];
		final int c = words[2];
		final int d = words[3];
		carry = 0;
		for (int w = 0; w < rows.words; w++) {
			final long m = bits[a + w] | bits[b + w] | bits[c + w] | bits[d + w];
			if (m == 0 && carry == 0) continue;
			toggle(m ^ (m << 1 | carry), w << 6);
			carry = m >>> 63;
		}
		if (carry != 0) end[size++] = rows.xSize;
	}

	// Bits of edges are the first voxels of runs and of gaps, in turn.
	private void toggle(final long edges, final int x) {
		long rest = edges;
		if (carry != 0 && rest != 0) {
			end[size++] = x + Long.numberOfTrailingZeros(rest);
			rest &= rest - 1;
		}
		while (rest != 0) {
			if (size == start.length) {
				start = Arrays.copyOf(start, 2 * size);
				end = Arrays.copyOf(end, 2 * size);
			}
			start[size] = x + Long.numberOfTrailingZeros(rest);
			rest &= rest - 1;
			if (rest == 0) return;
			end[size++] = x + Long.numberOfTrailingZeros(rest);
			rest &= rest - 1;
		}
	}
}
