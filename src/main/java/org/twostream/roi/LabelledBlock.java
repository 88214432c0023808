
package org.twostream.roi;

import java.util.Arrays;
import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.core.Box;

/**
 * The components of one block and which of their voxels the masks show: all,
 * where there are no sides.
 */
final class LabelledBlock {

	final Box box;
	/** Linked voxels: what touches across block borders. */
	final RowBits linked;
	final Components components;
	/** Voxels of the masks. */
	final RowBits mask;
	/** 1 pre-synaptic, 2 post-synaptic. */
	final Optional<byte[]> sides;

	LabelledBlock(final Block block, final ObjectSource source,
		final Connectivity connectivity)
	{
		this(block.core(), source.read(block), connectivity);
	}

	LabelledBlock(final Box box, final ObjectSource.BlockVoxels voxels,
		final Connectivity connectivity)
	{
		this.box = box;
		linked = voxels.linked();
		components = new Components(linked, connectivity);
		sides = voxels.sides();
		mask = sides.map(s -> RowBits.of(s, 1, box)).orElse(linked);
	}

	/** Bytes that this holds, about. */
	long bytes() {
		return 8L * linked.bits.length * (mask == linked ? 1 : 2) + 12L *
			components.label.length + sides.map(s -> s.length).orElse(0);
	}

	/**
	 * Paints the masks.
	 *
	 * @param ids per component, 0 for none
	 * @param target as large as the block, all 0; with sides it gets 2 id - 1 and
	 *          2 id, else id
	 * @return whether anything was painted
	 */
	boolean paint(final long[] ids, final long[] target) {
		final boolean[] any = { false };
		forEachRun(ids, (from, to, id) -> {
			any[0] = true;
			if (sides.isEmpty()) {
				Arrays.fill(target, from, to, id);
				return;
			}
			final byte[] side = sides.get();
			for (int i = from; i < to; i++)
				target[i] = 2L * id - 2 + side[i];
		});
		return any[0];
	}

	/** A run of voxels, from..to-1 in the block's arrays. */
	@FunctionalInterface
	interface Run {

		void run(int from, int to, long id);
	}

	/**
	 * Goes through the runs of the masks whose component has an id, in pieces.
	 *
	 * @param ids per component, 0 for none
	 */
	void forEachRun(final long[] ids, final Run run) {
		components.forEach(mask, (row, x, bits, component) -> {
			final long id = ids[component];
			if (id == 0) return;
			final int voxel = row * mask.xSize + x;
			for (long rest = bits; rest != 0;) {
				final int start = Long.numberOfTrailingZeros(rest);
				final int n = Long.numberOfTrailingZeros(~(rest >>> start));
				run.run(voxel + start, voxel + start + n, id);
				rest = start + n == 64 ? 0 : rest & -1L << start + n;
			}
		});
	}
}
