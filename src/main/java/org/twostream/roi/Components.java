
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
	private final long[] bits;
	private final int count;

	/** @param connectivity which voxels touch */
	Components(final RowBits rows, final Connectivity connectivity) {
		bits = rows.bits;
		bundles = new Bundles(rows, connectivity == Connectivity.TWENTY_SIX ? 2
			: 1);
		label = new int[bundles.size()];
		for (int i = 0; i < label.length; i++)
			label[i] = i;
		final int yn = bundles.yBundles;
		for (int b = 0; b < bundles.first.length - 1; b++) {
			if (bundles.first[b] == bundles.first[b + 1]) continue;
			final int y = b % yn;
			final boolean below = b >= yn;
			if (y > 0) unite(b, b - 1, connectivity, -1, 0);
			if (below && y > 0) unite(b, b - yn - 1, connectivity, -1, -1);
			if (below) unite(b, b - yn, connectivity, 0, -1);
			if (below && y < yn - 1) unite(b, b - yn + 1, connectivity, 1, -1);
		}
		count = flatten();
	}

	/** How many there are. */
	int count() {
		return count;
	}

	private void unite(final int bundle, final int other,
		final Connectivity connectivity, final int dy, final int dz)
	{
		final int reach = connectivity.reach(dy, dz);
		if (reach < 0 || bundles.first[other] == bundles.first[other + 1]) return;
		if (bundles.edge == 1) uniteRows(bundle, other, reach);
		else new Facing(bundle, other, dy, dz).unite();
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

	/** The rows of two neighbouring bundles that face each other. */
	private final class Facing {

		private final int bundle;
		private final int other;
		// two rows each; where only one faces the other bundle it is there twice
		private final int a;
		private final int b;
		private final int c;
		private final int d;

		/** @param dy where the other bundle lies, as dz: -1, 0 or 1 */
		Facing(final int bundle, final int other, final int dy, final int dz) {
			this.bundle = bundle;
			this.other = other;
			final int near = (dy > 0 ? 1 : 0) + (dz > 0 ? 2 : 0);
			final int far = (dy < 0 ? 1 : 0) + (dz < 0 ? 2 : 0);
			final int along = dy == 0 ? 1 : dz == 0 ? 2 : 0;
			a = bundles.word(bundle, near);
			b = Math.max(a, bundles.word(bundle, near + along));
			c = bundles.word(other, far);
			d = Math.max(c, bundles.word(other, far + along));
		}

		void unite() {
			if (a < 0 || c < 0) return;
			final int[] start = bundles.start;
			final int[] end = bundles.end;
			int i = bundles.first[bundle];
			int j = bundles.first[other];
			final int iEnd = bundles.first[bundle + 1];
			final int jEnd = bundles.first[other + 1];
			while (i < iEnd && j < jEnd) {
				if (start[i] <= end[j] && start[j] <= end[i] && label[i] != label[j]) {
					final int p = root(i);
					final int q = root(j);
					if (p != q && touch(start[i], end[i], start[j], end[j])) label[Math
						.max(p, q)] = Math.min(p, q);
				}
				if (end[i] < end[j]) i++;
				else j++;
			}
		}

		// The other bundle's bits are widened by one voxel to both sides, those of
		// its run only: the next run may begin one voxel further on.
		private boolean touch(final int from, final int to, final int otherFrom,
			final int otherTo)
		{
			final int start = Math.max(from, otherFrom - 1);
			final int stop = Math.min(to, otherTo + 1);
			for (int w = start >> 6; w <= stop - 1 >> 6; w++) {
				final long mine = (bits[a + w] | bits[b + w]) & RowBits.within(w, start,
					stop);
				if (mine == 0) continue;
				long wide = others(w, otherFrom, otherTo);
				wide |= wide << 1 | wide >>> 1 | others(w - 1, otherFrom,
					otherTo) >>> 63 | others(w + 1, otherFrom, otherTo) << 63;
				if ((mine & wide) != 0) return true;
			}
			return false;
		}

		private long others(final int w, final int from, final int to) {
			if (w < from >> 6 || w > to - 1 >> 6) return 0;
			return (bits[c + w] | bits[d + w]) & RowBits.within(w, from, to);
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
