
package org.twostream.roi;

import java.util.Optional;

import org.twostream.core.Box;

/**
 * Gathers the sums over the voxels of a block's components, a word of a
 * bundle's rows at a time.
 */
final class ShapeSums {

	private final LabelledBlock block;
	private final Optional<MaskSums> values;
	private final RunShape shape = new RunShape();
	private final int[] rows = new int[4];

	/** @param values what is gathered besides of the same voxels */
	ShapeSums(final LabelledBlock block, final Optional<MaskSums> values) {
		this.block = block;
		this.values = values;
	}

	/**
	 * @param kept of each component the index in stats, -1 for none
	 * @param stats gets the sums
	 */
	void gather(final int[] kept, final ObjectStats[] stats) {
		final Bundles bundles = block.components.bundles;
		final Box box = block.box;
		for (int b = 0; b < bundles.first.length - 1; b++) {
			final int k0 = bundles.first[b];
			final int k1 = bundles.first[b + 1];
			if (k0 == k1) continue;
			bundles.words(b, rows);
			final long y = box.yMin() + bundles.y(b);
			final long z = box.zMin() + bundles.z(b);
			for (int k = k0; k < k1; k++) {
				final int object = kept[block.components.label[k]];
				if (object < 0) continue;
				final ObjectStats s = stats[object];
				sum(s, bundles.row(b), bundles.start[k], bundles.end[k]);
				if (shape.n == 0) continue;
				if (s.mayBegin(y, z)) begin(s, bundles.start[k], bundles.end[k], y, z);
				s.add(shape, box.xMin(), y, z);
			}
		}
		values.ifPresent(v -> v.finish(stats));
	}

	private void sum(final ObjectStats s, final int row, final int from,
		final int to)
	{
		final long[] bits = block.mask.bits;
		shape.clear();
		for (int w = from >> 6; w <= to - 1 >> 6; w++) {
			final long in = RowBits.within(w, from, to);
			final long a = bits[rows[0] + w] & in;
			final long b = bits[rows[1] + w] & in;
			final long c = bits[rows[2] + w] & in;
			final long d = bits[rows[3] + w] & in;
			shape.add(w << 6, a, b, c, d);
			if (values.isEmpty()) continue;
			final MaskSums v = values.get();
			v.add(s, row, w << 6, a);
			v.add(s, row + 1, w << 6, b);
			v.add(s, row + block.mask.ySize, w << 6, c);
			v.add(s, row + block.mask.ySize + 1, w << 6, d);
		}
	}

	private void begin(final ObjectStats s, final int from, final int to,
		final long y, final long z)
	{
		for (int row = 0; row < rows.length; row++)
			for (int w = from >> 6; w <= to - 1 >> 6; w++) {
				final long m = block.mask.bits[rows[row] + w] & RowBits.within(w, from,
					to);
				if (m == 0) continue;
				s.first(block.box.xMin() + (w << 6) + Long.numberOfTrailingZeros(m), y +
					(row & 1), z + (row >> 1));
				return;
			}
	}
}
