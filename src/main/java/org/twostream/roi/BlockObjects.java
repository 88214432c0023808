
package org.twostream.roi;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

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
	 * @param raw whose values are summed, if any
	 * @param volume where no other block follows
	 * @param minVoxels least size of an object, 1 or more
	 */
	BlockObjects(final LabelledBlock block, final ObjectSource.BlockVoxels voxels,
		final Optional<EmVolume> raw, final Box volume, final long minVoxels)
	{
		box = block.box;
		components = block.components.count();
		final BorderRows rows = new BorderRows(box, volume);
		final boolean[] open = minVoxels > 1 ? rows.reached(block) : new boolean[0];
		final int[] kept = new int[components];
		final ObjectStats[] gathered = new ObjectStats[possible(block, open,
			minVoxels, kept)];
		Arrays.setAll(gathered, i -> new ObjectStats());
		new ShapeSums(block, voxels.probability().map(p -> new MaskSums(block, p)))
			.gather(kept, gathered);
		block.sides.ifPresent(sides -> countSides(block, sides, kept, gathered));
		label = IntStream.range(0, components).filter(i -> kept[i] >= 0 &&
			(minVoxels == 1 || open[i] || gathered[kept[i]].voxels >= minVoxels))
			.toArray();
		stats = new ObjectStats[label.length];
		for (int i = 0; i < stats.length; i++) {
			stats[i] = gathered[kept[label[i]]];
			kept[label[i]] = i;
		}
		if (stats.length > 0) raw.ifPresent(r -> sum(block, new RawValues(r, box)));
		border = new BorderRuns(block, rows, kept);
	}

	private void sum(final LabelledBlock block, final RawValues values) {
		final long[] ids = new long[components];
		for (int i = 0; i < label.length; i++)
			ids[label[i]] = i + 1L;
		block.forEachRun(ids, (from, to, id) -> values.add(from, to,
			stats[(int) id - 1].intensity));
	}

	/**
	 * Numbers the components that may be kept, as seen by the length of their
	 * runs: specks would cost memory.
	 *
	 * @param kept gets the numbers, -1 for none
	 * @return how many they are
	 */
	private static int possible(final LabelledBlock block, final boolean[] open,
		final long minVoxels, final int[] kept)
	{
		final Bundles bundles = block.components.bundles;
		final long[] most = new long[open.length];
		if (minVoxels > 1) for (int k = 0; k < bundles.size(); k++)
			most[block.components.label[k]] += (long) bundles.edge * bundles.edge *
				(bundles.end[k] - bundles.start[k]);
		int n = 0;
		for (int i = 0; i < kept.length; i++)
			kept[i] = minVoxels == 1 || open[i] || most[i] >= minVoxels ? n++ : -1;
		return n;
	}

	private static void countSides(final LabelledBlock block, final byte[] sides,
		final int[] kept, final ObjectStats[] stats)
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
