
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

	/** Whether a section from z to end - 1 is beside another block. */
	private boolean outerZ(final int z, final int end) {
		return z == 0 && box.zMin() > volume.zMin() || end >= box.zSize() && box
			.zMax() < volume.zMax();
	}

	private boolean outerY(final int y, final int end) {
		return y == 0 && box.yMin() > volume.yMin() || end >= box.ySize() && box
			.yMax() < volume.yMax();
	}

	/** A voxel or more of a row, x from..to-1 and all of one component. */
	@FunctionalInterface
	interface Run {

		void at(int row, int from, int to, int component);
	}

	/**
	 * Goes through the voxels that a voxel of another block may touch, in no
	 * certain order of rows, within a row by x.
	 */
	void forEach(final LabelledBlock block, final Run run) {
		final Bundles bundles = block.components.bundles;
		final int edge = bundles.edge;
		final int last = block.linked.xSize - 1;
		final boolean before = box.xMin() > volume.xMin();
		final boolean behind = box.xMax() < volume.xMax();
		for (int b = 0; b < bundles.first.length - 1; b++) {
			final int k0 = bundles.first[b];
			final int k1 = bundles.first[b + 1];
			if (k0 == k1) continue;
			final boolean first = before && bundles.start[k0] == 0;
			final boolean end = behind && bundles.end[k1 - 1] > last;
			final int y = bundles.y(b);
			final int z = bundles.z(b);
			if (!first && !end && !outerZ(z, z + edge) && !outerY(y, y + edge))
				continue;
			for (int k = z; k < Math.min(z + edge, block.linked.zSize); k++)
				for (int j = y; j < Math.min(y + edge, block.linked.ySize); j++) {
					final int row = j + block.linked.ySize * k;
					if (outerZ(k, k + 1) || outerY(j, j + 1)) whole(block, b, row, run);
					else {
						if (first && block.linked.has(0, row)) run.at(row, 0, 1,
							block.components.label[k0]);
						if (end && block.linked.has(last, row)) run.at(row, last, last + 1,
							block.components.label[k1 - 1]);
					}
				}
		}
	}

	private static void whole(final LabelledBlock block, final int bundle,
		final int row, final Run run)
	{
		final Bundles bundles = block.components.bundles;
		final long[] bits = block.linked.bits;
		final int word = row * block.linked.words;
		for (int k = bundles.first[bundle]; k < bundles.first[bundle + 1]; k++) {
			final int end = bundles.end[k];
			int x = bundles.start[k];
			while (x < end) {
				final int from = next(bits, word, x, end, 0);
				final int to = next(bits, word, from, end, -1);
				if (from < to) run.at(row, from, to, block.components.label[k]);
				x = to;
			}
		}
	}

	/** The first x, before end, whose bit is set once the bits are flipped. */
	private static int next(final long[] bits, final int word, final int x,
		final int end, final long flip)
	{
		for (int w = x >> 6; w <= end - 1 >> 6; w++) {
			final long m = (bits[word + w] ^ flip) & RowBits.within(w, x, end);
			if (m != 0) return (w << 6) + Long.numberOfTrailingZeros(m);
		}
		return end;
	}

	/** Per component whether a voxel of another block may touch it. */
	boolean[] reached(final LabelledBlock block) {
		final boolean[] reached = new boolean[block.components.count()];
		forEach(block, (row, from, to, component) -> reached[component] = true);
		return reached;
	}
}
