
package org.twostream.roi;

import org.twostream.core.Box;

/** Gathers what the places of the voxels of a block's components say. */
final class ShapeSums {

	private final LabelledBlock block;
	private final RunShape shape = new RunShape();

	ShapeSums(final LabelledBlock block) {
		this.block = block;
	}

	/**
	 * @param kept of each component the index in stats, -1 for none
	 * @param stats gets the sums
	 */
	void gather(final int[] kept, final ObjectStats[] stats) {
		final Bundles bundles = block.components.bundles;
		final Box box = block.box;
		final int[] rows = new int[4];
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
				shape.of(block.mask.bits, rows, bundles.start[k], bundles.end[k]);
				if (shape.n > 0) stats[object].add(shape, box.xMin(), y, z);
			}
		}
	}
}
