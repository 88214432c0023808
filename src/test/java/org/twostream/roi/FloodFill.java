
package org.twostream.roi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The slow, obvious way to label, to compare with. */
final class FloodFill {

	/** Ids per voxel, 0 background, in the order of first voxels. */
	final int[] id;
	/** Voxel indices of each object. */
	final List<List<Integer>> objects = new ArrayList<>();

	FloodFill(final boolean[] mask, final int x, final int y, final int z,
		final int connectivity, final int minVoxels)
	{
		id = new int[mask.length];
		final boolean[] seen = new boolean[mask.length];
		for (int i = 0; i < mask.length; i++) {
			if (!mask[i] || seen[i]) continue;
			final List<Integer> members = new ArrayList<>();
			final ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(i));
			seen[i] = true;
			while (!queue.isEmpty()) {
				final int v = queue.poll();
				members.add(v);
				for (int dz = -1; dz <= 1; dz++)
					for (int dy = -1; dy <= 1; dy++)
						for (int dx = -1; dx <= 1; dx++) {
							final int steps = dx * dx + dy * dy + dz * dz;
							if (steps > (connectivity == 6 ? 1 : connectivity == 18 ? 2 : 3))
								continue;
							final int nx = v % x + dx;
							final int ny = v / x % y + dy;
							final int nz = v / x / y + dz;
							if (nx < 0 || ny < 0 || nz < 0 || nx >= x || ny >= y || nz >= z)
								continue;
							final int n = nx + x * (ny + y * nz);
							if (!mask[n] || seen[n]) continue;
							seen[n] = true;
							queue.add(n);
						}
			}
			if (members.size() < minVoxels) continue;
			objects.add(members);
			for (final int v : members)
				id[v] = objects.size();
		}
	}

	/** Ids as a label volume holds them. */
	long[] labels() {
		return Arrays.stream(id).asLongStream().toArray();
	}
}
