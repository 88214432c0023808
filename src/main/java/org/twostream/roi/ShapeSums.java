
package org.twostream.roi;

import org.twostream.core.Box;

/** Gathers what the voxels of a block's components alone say. */
final class ShapeSums {

	private final Components components;
	private final RowBits mask;
	private final Box box;
	private final MaskHash hash;
	private final RunShape shape = new RunShape();

	/**
	 * @param mask voxels that count, of the components'
	 * @param box where the block lies
	 */
	ShapeSums(final Components components, final RowBits mask, final Box box) {
		this.components = components;
		this.mask = mask;
		this.box = box;
		hash = new MaskHash(mask.xSize, mask.ySize, mask.zSize);
	}

	/**
	 * @param kept of each component the index in stats, -1 for none
	 * @param stats gets the sums
	 */
	void gather(final int[] kept, final ObjectStats[] stats) {
		final Bundles bundles = components.bundles;
		for (int b = 0; b < bundles.first.length - 1; b++)
			for (int k = bundles.first[b]; k < bundles.first[b + 1]; k++) {
				final int object = kept[components.label[k]];
				if (object >= 0) gather(b, k, stats[object]);
			}
		final long factor = MaskHash.factor(box.xMin(), box.yMin(), box.zMin());
		for (final ObjectStats s : stats)
			s.hash = MaskHash.multiply(s.hash, factor);
	}

	private void gather(final int bundle, final int run,
		final ObjectStats stats)
	{
		final Bundles bundles = components.bundles;
		final int edge = bundles.edge;
		final int from = bundles.start[run];
		final int to = bundles.end[run];
		final int y = bundles.y(bundle);
		final int z = bundles.z(bundle);
		shape.clear();
		for (int row = 0; row < edge * edge; row++) {
			final int word = bundles.word(bundle, row);
			if (word < 0) continue;
			long sum = 0;
			for (int w = from >> 6; w <= to - 1 >> 6; w++) {
				final long m = mask.bits[word + w] & RowBits.within(w, from, to);
				if (m == 0) continue;
				shape.add(w << 6, m);
				sum = MaskHash.add(sum, hash.along(w << 6, m));
			}
			final int dy = row & edge - 1;
			final int dz = row >> 1;
			if (shape.endRow(dy, dz)) stats.hash = MaskHash.add(stats.hash, hash.row(
				sum, y + dy, z + dz));
		}
		if (shape.n > 0) stats.add(shape, box.xMin(), box.yMin() + y, box.zMin() +
			z);
	}
}
