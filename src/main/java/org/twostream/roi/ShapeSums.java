
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
		int b = 0;
		for (int z = 0; z < block.mask.zSize; z += bundles.edge)
			for (int y = 0; y < block.mask.ySize; y += bundles.edge, b++)
				if (bundles.first[b] < bundles.first[b + 1]) gather(b, y, z, kept,
					stats);
		values.ifPresent(v -> v.finish(stats));
	}

	private void gather(final int bundle, final int y, final int z,
		final int[] kept, final ObjectStats[] stats)
	{
		final Bundles bundles = block.components.bundles;
		final Box box = block.box;
		bundles.words(y, z, rows);
		for (int k = bundles.first[bundle]; k < bundles.first[bundle + 1]; k++) {
			final int object = kept[block.components.label[k]];
			if (object < 0) continue;
			final ObjectStats s = stats[object];
			final int from = bundles.start[k];
			final int to = bundles.end[k];
			sum(s, y + block.mask.ySize * z, from, to);
			if (shape.n == 0) continue;
			if (s.mayBegin(box.yMin() + y, box.zMin() + z)) begin(s, from, to, box
				.yMin() + y, box.zMin() + z);
			s.add(shape, box.xMin(), box.yMin() + y, box.zMin() + z);
		}
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
			if ((a | b | c | d) == 0) continue;
			shape.add(w << 6, a, b, c, d);
			if (values.isPresent()) values.get().add(s, row, w << 6, a, b, c, d);
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
