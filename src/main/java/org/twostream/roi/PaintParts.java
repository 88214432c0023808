
package org.twostream.roi;

import java.util.Arrays;
import java.util.TreeSet;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.core.Box;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeWriter;

/**
 * Writes the labels of the parts in one block.
 *
 * @param components ids of the components, from 1
 * @param ids of the parts of each component, 0 for none
 * @param runs of the parts of each component, none where it is whole
 * @param labels takes the parts' ids
 * @param resumable as in {@link PaintLabels}
 */
record PaintParts(EmVolume components, int[][] ids, PartRuns[] runs,
		VolumeWriter labels, boolean resumable) implements BlockTask<Void> {

	@Override
	public Void run(final Block block) {
		final long[] voxels = components.ids(0, block.core());
		final TreeSet<Integer> cut = new TreeSet<>();
		boolean any = false;
		int last = 0;
		for (int i = 0; i < voxels.length; i++) {
			if (voxels[i] == 0) continue;
			any = true;
			final int component = (int) voxels[i] - 1;
			if (runs[component].isEmpty()) voxels[i] = ids[component][0];
			else {
				voxels[i] = 0;
				if (last != component + 1) cut.add(component);
				last = component + 1;
			}
		}
		for (final int component : cut)
			paint(runs[component], ids[component], block.core(), voxels);
		if (any || resumable) labels.write(0, block.core(), voxels);
		if (resumable) labels.sync();
		return null;
	}

	private static void paint(final PartRuns runs, final int[] ids, final Box box,
		final long[] voxels)
	{
		runs.forEach((x0, x1, y, z, part) -> {
			if (z < box.zMin() || z >= box.zMax() || y < box.yMin() || y >= box
				.yMax()) return;
			final long from = Math.max(x0, box.xMin());
			final long to = Math.min(x1, box.xMax());
			if (from >= to) return;
			final long row = box.xSize() * (y - box.yMin() + box.ySize() * (z - box
				.zMin())) - box.xMin();
			Arrays.fill(voxels, (int) (row + from), (int) (row + to), ids[part]);
		});
	}
}
