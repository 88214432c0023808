
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
	 * @param volume where no other block follows
	 * @param minVoxels least size of an object, 1 or more
	 */
	BlockObjects(final LabelledBlock block, final Box volume,
		final long minVoxels)
	{
		box = block.box;
		components = block.linked.components();
		final boolean[] open = new BorderRows(box, volume).reached(block.linked);
		final long[] size = new long[components];
		for (int i = 0; i < block.maskLabel.length; i++)
			size[block.maskLabel[i]] += block.mask.end[i] - block.mask.start[i];
		final int[] kept = new int[components];
		int n = 0;
		for (int i = 0; i < components; i++)
			kept[i] = open[i] || size[i] >= minVoxels ? n++ : -1;
		label = new int[n];
		stats = new ObjectStats[n];
		for (int i = 0; i < components; i++)
			if (kept[i] >= 0) {
				label[kept[i]] = i;
				stats[kept[i]] = new ObjectStats();
			}
		gather(block, kept);
		border = new BorderRuns(block.linked, kept);
	}

	private void gather(final LabelledBlock block, final int[] kept) {
		final RowRuns runs = block.mask;
		final MaskHash hash = new MaskHash(runs.xSize, runs.ySize, runs.zSize);
		for (int z = 0; z < runs.zSize; z++)
			for (int y = 0; y < runs.ySize; y++) {
				final int row = y + runs.ySize * z;
				for (int i = runs.rowStart[row]; i < runs.rowStart[row + 1]; i++) {
					final int object = kept[block.maskLabel[i]];
					if (object < 0) continue;
					final ObjectStats s = stats[object];
					s.add(box.xMin() + runs.start[i], box.xMin() + runs.end[i], box
						.yMin() + y, box.zMin() + z);
					s.hash = MaskHash.add(s.hash, hash.run(runs.start[i], runs.end[i], y,
						z));
					final int offset = row * runs.xSize;
					look(block.voxels, s, offset + runs.start[i], offset + runs.end[i]);
				}
			}
		final long factor = MaskHash.factor(box.xMin(), box.yMin(), box.zMin());
		for (final ObjectStats s : stats)
			s.hash = MaskHash.multiply(s.hash, factor);
	}

	private static void look(final ObjectSource.BlockVoxels voxels,
		final ObjectStats s, final int from, final int to)
	{
		final byte[] probability = voxels.probability();
		long sum = 0;
		int max = 0;
		for (int v = from; v < to; v++) {
			final int p = probability[v] & 255;
			sum += p;
			max = Math.max(max, p);
		}
		s.probabilitySum += sum;
		s.probabilityMax = Math.max(s.probabilityMax, max);
		if (voxels.sides().isEmpty()) return;
		final byte[] side = voxels.sides().get();
		int post = 0;
		for (int v = from; v < to; v++)
			post += side[v] - 1;
		s.post += post;
		s.pre += to - from - post;
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
