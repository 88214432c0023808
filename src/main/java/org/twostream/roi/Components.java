
package org.twostream.roi;

/**
 * The connected components of one block, from 0, numbered in the order of their
 * first runs. Runs of a bundle that follow each other and are of one component
 * become one run, gaps included.
 */
final class Components {

	final Bundles bundles;
	/** Component of each run. */
	final int[] label;
	private final RowBits rows;
	private final int count;

	/** @param connectivity which voxels touch */
	Components(final RowBits rows, final Connectivity connectivity) {
		this.rows = rows;
		bundles = new Bundles(rows, connectivity == Connectivity.TWENTY_SIX ? 2
			: 1);
		label = new int[bundles.size()];
		for (int i = 0; i < label.length; i++)
			label[i] = i;
		if (bundles.edge == 2) uniteBundles();
		else uniteRows(connectivity);
		count = flatten();
	}

	/** How many there are. */
	int count() {
		return count;
	}

	private void uniteRows(final Connectivity connectivity) {
		final int yn = bundles.yBundles;
		final int beside = connectivity.reach(-1, 0);
		final int across = connectivity.reach(-1, -1);
		for (int b = 0; b < bundles.first.length - 1; b++) {
			if (bundles.first[b] == bundles.first[b + 1]) continue;
			final int y = b % yn;
			final boolean below = b >= yn;
			if (y > 0) uniteRows(b, b - 1, beside);
			if (below) uniteRows(b, b - yn, beside);
			if (across < 0 || !below) continue;
			if (y > 0) uniteRows(b, b - yn - 1, across);
			if (y < yn - 1) uniteRows(b, b - yn + 1, across);
		}
	}

	private void uniteRows(final int row, final int other, final int reach) {
		final int[] start = bundles.start;
		final int[] end = bundles.end;
		int i = bundles.first[row];
		int j = bundles.first[other];
		final int iEnd = bundles.first[row + 1];
		final int jEnd = bundles.first[other + 1];
		while (i < iEnd && j < jEnd) {
			if (start[i] < end[j] + reach && start[j] < end[i] + reach) unite(i, j);
			if (end[i] < end[j]) i++;
			else j++;
		}
	}

	private void uniteBundles() {
		final int yn = bundles.yBundles;
		final int row = rows.words;
		final int section = row * rows.ySize;
		final int none = rows.zeros();
		final int[] words = new int[4];
		for (int b = 0, y = 0, z = 0; b < bundles.first.length - 1; b++, y++) {
			if (y == yn) {
				y = 0;
				z++;
			}
			if (bundles.first[b] == bundles.first[b + 1]) continue;
			bundles.words(2 * y, 2 * z, words);
			final int near = words[0];
			final int alongY = words[1];
			final int alongZ = words[2];
			if (y > 0) unite(b, b - 1, near, alongZ, near - row, alongZ == none ? none
				: alongZ - row);
			if (b < yn) continue;
			unite(b, b - yn, near, alongY, near - section, alongY == none ? none
				: alongY - section);
			if (y > 0) unite(b, b - yn - 1, near, none, near - row - section, none);
			if (y < yn - 1) unite(b, b - yn + 1, alongY, none, alongY + row - section,
				none);
		}
	}

	/**
	 * Unites runs of two bundles.
	 *
	 * @param a word where a row of the one bundle starts that faces the other, as
	 *          b, which may be the row of zeros
	 * @param c word where a row of the other starts that faces this, as d
	 */
	// Which of two runs ends first, whether they are apart and whether they are
	// of one component already is hard to foretell: one branch for all of it.
	private void unite(final int bundle, final int other, final int a,
		final int b, final int c, final int d)
	{
		final int[] start = bundles.start;
		final int[] end = bundles.end;
		final int[] of = label;
		int i = bundles.first[bundle];
		int j = bundles.first[other];
		final int iEnd = bundles.first[bundle + 1];
		final int jEnd = bundles.first[other + 1];
		while (i < iEnd && j < jEnd) {
			final int to = end[i];
			final int otherTo = end[j];
			final int apart = otherTo - start[i] | to - start[j];
			final int differ = of[i] ^ of[j];
			if (((differ | -differ) & ~apart) < 0 && root(i) != root(j) && touch(i, j,
				a, b, c, d)) unite(i, j);
			final int first = to - otherTo >>> 31;
			i += first;
			j += 1 - first;
		}
	}

	/** Whether voxels of facing rows touch; most runs that do share an x. */
	private boolean touch(final int i, final int j, final int a, final int b,
		final int c, final int d)
	{
		final long[] bits = rows.bits;
		final int start = Math.max(bundles.start[i], bundles.start[j]);
		final int stop = Math.min(bundles.end[i], bundles.end[j]);
		for (int w = start >> 6; w <= stop - 1 >> 6; w++)
			if (((bits[a + w] | bits[b + w]) & (bits[c + w] | bits[d + w]) & RowBits
				.within(w, start, stop)) != 0) return true;
		return touchAslant(i, j, a, b, c, d);
	}

	// The other bundle's bits are widened by one voxel to both sides, those of
	// its run only: the next run may begin one voxel further on.
	private boolean touchAslant(final int i, final int j, final int a,
		final int b, final int c, final int d)
	{
		final long[] bits = rows.bits;
		final int from = bundles.start[j];
		final int to = bundles.end[j];
		final int start = Math.max(bundles.start[i], from - 1);
		final int stop = Math.min(bundles.end[i], to + 1);
		for (int w = start >> 6; w <= stop - 1 >> 6; w++) {
			final long mine = (bits[a + w] | bits[b + w]) & RowBits.within(w, start,
				stop);
			if (mine == 0) continue;
			final long wide = within(w, from, to, c, d);
			if ((mine & (wide << 1 | wide >>> 1 | within(w - 1, from, to, c,
				d) >>> 63 | within(w + 1, from, to, c, d) << 63)) != 0) return true;
		}
		return false;
	}

	private long within(final int w, final int from, final int to, final int c,
		final int d)
	{
		if (w < from >> 6 || w > to - 1 >> 6) return 0;
		return (rows.bits[c + w] | rows.bits[d + w]) & RowBits.within(w, from, to);
	}

	// The smaller index becomes the root: parents then always stand before their
	// children, so that one pass forward flattens and numbers.
	private void unite(final int a, final int b) {
		final int i = root(a);
		final int j = root(b);
		final int root = Math.min(i, j);
		label[Math.max(i, j)] = root;
		label[a] = root;
		label[b] = root;
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
		bundles.joinRuns(label);
		return n;
	}

	/** A piece of a row inside one word. */
	@FunctionalInterface
	interface Piece {

		/**
		 * @param row y + ySize * z
		 * @param x of the lowest bit
		 * @param mask voxels, not 0
		 */
		void at(int row, int x, long mask, int component);
	}

	/**
	 * Goes through some of the block's voxels bundle by bundle.
	 *
	 * @param mask of the block, no more than its foreground
	 */
	void forEach(final RowBits mask, final Piece piece) {
		for (int b = 0; b < bundles.first.length - 1; b++)
			forEach(mask, b, piece);
	}

	/** The same for one bundle. */
	void forEach(final RowBits mask, final int bundle, final Piece piece) {
		final int k0 = bundles.first[bundle];
		final int k1 = bundles.first[bundle + 1];
		if (k0 == k1) return;
		final int y = bundles.y(bundle);
		final int z = bundles.z(bundle);
		final int yEnd = Math.min(y + bundles.edge, mask.ySize);
		final int zEnd = Math.min(z + bundles.edge, mask.zSize);
		for (int j = z; j < zEnd; j++)
			for (int i = y; i < yEnd; i++)
				forEach(mask, i + mask.ySize * j, k0, k1, piece);
	}

	private void forEach(final RowBits mask, final int row, final int k0,
		final int k1, final Piece piece)
	{
		final int word = row * mask.words;
		for (int k = k0; k < k1; k++) {
			final int from = bundles.start[k];
			final int to = bundles.end[k];
			for (int w = from >> 6; w <= to - 1 >> 6; w++) {
				final long m = mask.bits[word + w] & RowBits.within(w, from, to);
				if (m != 0) piece.at(row, w << 6, m, label[k]);
			}
		}
	}
}
