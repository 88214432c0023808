
package org.twostream.roi;

import java.util.Arrays;

import org.twostream.block.Block;
import org.twostream.core.Box;

/**
 * The components of one block as runs, and the runs of their masks, which are
 * the same where there are no sides.
 */
final class LabelledBlock {

	final Box box;
	/** Linked voxels: what touches across block borders. */
	final RunLabels linked;
	/** Voxels of the masks. */
	final RowRuns mask;
	/** Component of each run of the masks. */
	final int[] maskLabel;
	final ObjectSource.BlockVoxels voxels;

	LabelledBlock(final Block block, final ObjectSource source,
		final Connectivity connectivity)
	{
		box = block.core();
		voxels = source.read(block);
		final int x = (int) box.xSize();
		final int y = (int) box.ySize();
		final int z = (int) box.zSize();
		linked = new RunLabels(RowRuns.of(voxels.linked(), voxels.least(), x, y, z),
			connectivity);
		if (voxels.sides().isPresent()) {
			mask = RowRuns.of(voxels.sides().get(), 1, x, y, z);
			maskLabel = containing();
		}
		else {
			mask = linked.runs;
			maskLabel = linked.label;
		}
	}

	// A mask's voxels are linked voxels, so each of its runs lies in one run.
	private int[] containing() {
		final int[] labels = new int[mask.size()];
		final RowRuns outer = linked.runs;
		for (int row = 0; row < mask.rowStart.length - 1; row++) {
			int j = outer.rowStart[row];
			for (int i = mask.rowStart[row]; i < mask.rowStart[row + 1]; i++) {
				while (outer.end[j] <= mask.start[i])
					j++;
				labels[i] = linked.label[j];
			}
		}
		return labels;
	}

	/**
	 * Paints the masks.
	 *
	 * @param ids per component, 0 for none
	 * @param target as large as the block, all 0; with sides it gets 2 id - 1 and
	 *          2 id, else id
	 * @return whether anything was painted
	 */
	boolean paint(final int[] ids, final long[] target) {
		final boolean[] any = { false };
		forEachRun(ids, (from, to, id) -> {
			any[0] = true;
			if (voxels.sides().isEmpty()) {
				Arrays.fill(target, from, to, id);
				return;
			}
			final byte[] side = voxels.sides().get();
			for (int i = from; i < to; i++)
				target[i] = 2L * id - 2 + side[i];
		});
		return any[0];
	}

	/** A run of voxels, from..to-1 in the block's arrays. */
	@FunctionalInterface
	interface Run {

		void run(int from, int to, int id);
	}

	/**
	 * Goes through the runs of the masks whose component has an id.
	 *
	 * @param ids per component, 0 for none
	 */
	void forEachRun(final int[] ids, final Run run) {
		for (int row = 0; row < mask.rowStart.length - 1; row++)
			for (int i = mask.rowStart[row]; i < mask.rowStart[row + 1]; i++) {
				final int id = ids[maskLabel[i]];
				if (id != 0) run.run(row * mask.xSize + mask.start[i], row *
					mask.xSize + mask.end[i], id);
			}
	}
}
