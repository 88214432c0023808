
package org.twostream.roi;

import java.util.HashMap;
import java.util.Map;

/** A set of voxels, in memory only where there are any. Not thread-safe. */
final class VoxelSet {

	private static final int LONGS = NearVoxels.X * NearVoxels.Y * NearVoxels.Z /
		64;

	private final Map<Long, long[]> blocks = new HashMap<>();
	private long lastKey = -1;
	private long[] last = new long[LONGS];

	boolean contains(final long x, final long y, final long z) {
		final int i = NearVoxels.inBlock(x, y, z);
		return (block(x, y, z)[i >> 6] >>> i & 1) != 0;
	}

	void add(final long x, final long y, final long z) {
		final int i = NearVoxels.inBlock(x, y, z);
		block(x, y, z)[i >> 6] |= 1L << i;
	}

	private long[] block(final long x, final long y, final long z) {
		final long key = NearVoxels.key(x, y, z);
		if (key != lastKey) {
			last = blocks.computeIfAbsent(key, k -> new long[LONGS]);
			lastKey = key;
		}
		return last;
	}
}
