
package org.twostream.roi.split;

import java.util.Arrays;

/**
 * Splits an object into its hills: seeds are the peaks whose dynamics reach a
 * depth ({@link Peaks}), from which the object is flooded, the highest voxels
 * first and of the same height those that were reached first (Meyer 1994;
 * without lines between the parts). A part that is too small joins the one that
 * it touches most.
 *
 * @param height what is high
 * @param depth above 0, in its unit
 * @param minVoxels of a part, 1 or more
 */
record Watershed(HeightMap height, double depth, long minVoxels)
		implements
			Splitter {

	private static final int NONE = -1;

	@Override
	public long leastVoxels() {
		return 2 * minVoxels;
	}

	@Override
	public Parts split(final ObjectVoxels object) {
		if (object.size() < leastVoxels()) return Parts.WHOLE;
		final float[] heights = height.of(object);
		final int[] seeds = Peaks.of(object, heights, depth);
		if (seeds.length == 1) return Parts.WHOLE;
		final int[] part = flooded(object, heights, seeds);
		new SmallParts(object, part, seeds.length).join(minVoxels);
		return Parts.numbered(part, seeds.length);
	}

	private static int[] flooded(final ObjectVoxels object, final float[] heights,
		final int[] seeds)
	{
		final int[] part = new int[object.size()];
		Arrays.fill(part, NONE);
		final FloodQueue queue = new FloodQueue(part.length);
		for (int i = 0; i < seeds.length; i++) {
			part[seeds[i]] = i;
			queue.add(heights[seeds[i]], seeds[i]);
		}
		final int[] near = new int[object.mostNeighbours()];
		while (!queue.isEmpty()) {
			final int voxel = queue.take();
			final int n = object.neighbours(voxel, near);
			for (int i = 0; i < n; i++)
				if (part[near[i]] == NONE) {
					part[near[i]] = part[voxel];
					queue.add(heights[near[i]], near[i]);
				}
		}
		return part;
	}

	@Override
	public String text() {
		return height.text() + " depth=" + depth + " min_voxels=" + minVoxels;
	}
}
