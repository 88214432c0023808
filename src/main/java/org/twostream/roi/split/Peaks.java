
package org.twostream.roi.split;

import java.util.Arrays;

/**
 * The peaks of an object whose dynamics reach a depth. The dynamics of a peak
 * are how far one must climb down from it to get to a higher one (Grimaud,
 * 1992); the highest peak of an object has no end of them. Of peaks of the same
 * height the first in scan order counts as the higher. Found by union-find over
 * the voxels from the highest down: where two hills meet, the lower one ends if
 * it rises less than the depth above the place.
 */
final class Peaks {

	private static final int NONE = -1;

	private final ObjectVoxels object;
	private final float[] height;
	private final double depth;
	/** Towards the peak of each voxel's hill, which is its own. */
	private final int[] parent;

	private Peaks(final ObjectVoxels object, final float[] height,
		final double depth)
	{
		this.object = object;
		this.height = height;
		this.depth = depth;
		parent = new int[object.size()];
		Arrays.fill(parent, NONE);
	}

	/**
	 * @param height 0 or more
	 * @param depth above 0, in the unit of the heights
	 * @return voxels, ascending; at least one
	 */
	static int[] of(final ObjectVoxels object, final float[] height,
		final double depth)
	{
		return new Peaks(object, height, depth).find();
	}

	/** Voxels from the highest down, of the same height in scan order. */
	private long[] descending() {
		final long[] order = new long[height.length];
		for (int v = 0; v < order.length; v++)
			order[v] = FloodQueue.key(height[v], v);
		Arrays.sort(order);
		return order;
	}

	private int[] find() {
		final int[] near = new int[object.mostNeighbours()];
		for (final long key : descending())
			rise(FloodQueue.number(key), near);
		int n = 0;
		for (int v = 0; v < parent.length; v++)
			if (parent[v] == v) n++;
		final int[] peaks = new int[n];
		for (int v = parent.length - 1; v >= 0; v--)
			if (parent[v] == v) peaks[--n] = v;
		return peaks;
	}

	private void rise(final int voxel, final int[] near) {
		final int n = object.neighbours(voxel, near);
		int highest = voxel;
		parent[voxel] = voxel;
		for (int i = 0; i < n; i++) {
			near[i] = parent[near[i]] == NONE ? voxel : root(near[i]);
			if (higher(near[i], highest)) highest = near[i];
		}
		parent[voxel] = highest;
		for (int i = 0; i < n; i++) {
			final int hill = near[i];
			if (hill != voxel && hill != highest && (double) height[hill] -
				height[voxel] < depth) parent[hill] = highest;
		}
	}

	private boolean higher(final int a, final int b) {
		return height[a] != height[b] ? height[a] > height[b] : a < b;
	}

	private int root(final int voxel) {
		int i = voxel;
		while (parent[i] != i) {
			parent[i] = parent[parent[i]];
			i = parent[i];
		}
		return i;
	}
}
