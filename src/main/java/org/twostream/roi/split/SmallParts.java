
package org.twostream.roi.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins parts that are too small with others: the smallest first, with the part
 * that it has most pairs of touching voxels with; of equal ones the one with
 * the lower number. Not thread-safe.
 */
final class SmallParts {

	private final int[] part;
	private final long[] voxels;
	private final List<Map<Integer, Long>> touching = new ArrayList<>();

	/**
	 * @param part of each voxel, 0..count-1
	 */
	SmallParts(final ObjectVoxels object, final int[] part, final int count) {
		this.part = part;
		voxels = new long[count];
		for (int i = 0; i < count; i++)
			touching.add(new HashMap<>());
		final int[] near = new int[object.mostNeighbours()];
		for (int v = 0; v < part.length; v++) {
			voxels[part[v]]++;
			final int n = object.neighbours(v, near);
			for (int i = 0; i < n; i++)
				if (part[near[i]] != part[v]) touching.get(part[v]).merge(part[near[i]],
					1L, Long::sum);
		}
	}

	/** Changes the parts of voxels so that none is smaller than this. */
	void join(final long minVoxels) {
		final int[] into = new int[voxels.length];
		for (int i = 0; i < into.length; i++)
			into[i] = i;
		for (int small = smallest(minVoxels); small >= 0; small = smallest(
			minVoxels))
		{
			final int other = mostTouched(small);
			voxels[other] += voxels[small];
			voxels[small] = 0;
			for (final Map.Entry<Integer, Long> e : touching.get(small).entrySet()) {
				final Map<Integer, Long> third = touching.get(e.getKey());
				third.remove(small);
				if (e.getKey() == other) continue;
				third.merge(other, e.getValue(), Long::sum);
				touching.get(other).merge(e.getKey(), e.getValue(), Long::sum);
			}
			for (int i = 0; i < into.length; i++)
				if (into[i] == small) into[i] = other;
		}
		for (int v = 0; v < part.length; v++)
			part[v] = into[part[v]];
	}

	/** The smallest part that is too small, -1 if none is or it is the last. */
	private int smallest(final long minVoxels) {
		int found = -1;
		for (int i = 0; i < voxels.length; i++)
			if (voxels[i] > 0 && voxels[i] < minVoxels && !touching.get(i)
				.isEmpty() && (found < 0 || voxels[i] < voxels[found])) found = i;
		return found;
	}

	private int mostTouched(final int small) {
		int found = -1;
		long most = 0;
		for (final Map.Entry<Integer, Long> e : touching.get(small).entrySet())
			if (e.getValue() > most || e.getValue() == most && e.getKey() < found) {
				found = e.getKey();
				most = e.getValue();
			}
		return found;
	}
}
