
package org.twostream.roi;

import java.io.Serializable;

import org.twostream.core.Box;

/**
 * What one block contributes to the objects of a volume: the statistics of its
 * components and the runs at its border, by which they are joined with those of
 * other blocks. Components that are too small and reach no other block are left
 * out, so that specks cost no memory.
 */
final class BlockObjects implements Serializable {

	private static final long serialVersionUID = 1L;

	final Box box;
	final int components;
	/** Components that are kept, ascending. */
	final int[] label;
	/** Statistics of each kept component. */
	final ObjectStats[] stats;
	private BorderRuns border;

	/**
	 * @param voxels that the block was made of
	 * @param volume where no other block follows
	 * @param minVoxels least size of an object, 1 or more
	 */
	BlockObjects(final LabelledBlock block, final ObjectSource.BlockVoxels voxels,
		final Box volume, final long minVoxels)
	{
		box = block.box;
		components = block.components.count();
		final BorderRows rows = new BorderRows(box, volume);
		final int[] kept = new int[components];
		final int n = keep(block, rows, minVoxels, kept);
		label = new int[n];
		stats = new ObjectStats[n];
		for (int i = 0; i < components; i++)
			if (kept[i] >= 0) {
				label[kept[i]] = i;
				stats[kept[i]] = new ObjectStats();
			}
		new ShapeSums(block, voxels.probability().map(p -> new MaskSums(block, p)))
			.gather(kept, stats);
		block.sides.ifPresent(sides -> countSides(block, sides, kept));
		border = new BorderRuns(block, rows, kept);
	}

	// An object of one voxel is never too small.
	private static int keep(final LabelledBlock block, final BorderRows rows,
		final long minVoxels, final int[] kept)
	{
		final boolean[] open = minVoxels > 1 ? rows.reached(block) : new boolean[0];
		final long[] size = new long[open.length];
		if (minVoxels > 1) block.components.forEach(block.mask, (row, x, bits,
			component) -> size[component] += Long.bitCount(bits));
		int n = 0;
		for (int i = 0; i < kept.length; i++)
			kept[i] = minVoxels == 1 || open[i] || size[i] >= minVoxels ? n++ : -1;
		return n;
	}

	private void countSides(final LabelledBlock block, final byte[] sides,
		final int[] kept)
	{
		block.components.forEach(block.mask, (row, x, bits, component) -> {
			if (kept[component] < 0) return;
			final int voxel = row * block.mask.xSize + x;
			final ObjectStats s = stats[kept[component]];
			for (long rest = bits; rest != 0; rest &= rest - 1)
				if (sides[voxel + Long.numberOfTrailingZeros(rest)] == 2) s.post++;
				else s.pre++;
		});
	}

	/** The runs at the border; empty after {@link #forgetBorder}. */
	BorderRuns border() {
		return border;
	}

	/** Frees the runs at the border once all neighbours have been joined. */
	void forgetBorder() {
		border = BorderRuns.NONE;
	}
}
