
package org.twostream.roi.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs of voxels along x in scan order (z, then y, then x), such that none
 * touch along x. Voxels are numbered in the same order. Immutable; thread-safe.
 */
public final class Runs {

	private static final Comparator<Run> ORDER = Comparator.comparingLong(Run::z)
		.thenComparingLong(Run::y).thenComparingLong(Run::x0);

	private final List<Run> runs = new ArrayList<>();
	private final int[] first;

	/** Voxels x0..x1-1 of one row. */
	public record Run(long x0, long x1, long y, long z) {
	}

	/**
	 * @param parts runs in any order that share no voxel; those that follow each
	 *          other become one
	 */
	public Runs(final List<Run> parts) {
		final List<Run> sorted = new ArrayList<>(parts);
		sorted.sort(ORDER);
		for (final Run r : sorted) {
			final Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
			if (last != null && last.x1 == r.x0 && last.y == r.y && last.z == r.z)
				runs.set(runs.size() - 1, new Run(last.x0, r.x1, r.y, r.z));
			else runs.add(r);
		}
		first = new int[runs.size() + 1];
		for (int i = 0; i < runs.size(); i++)
			first[i + 1] = Math.addExact(first[i], (int) (runs.get(i).x1 - runs.get(
				i).x0));
	}

	/** Number of runs. */
	public int size() {
		return runs.size();
	}

	/** Number of voxels. */
	public int voxels() {
		return first[runs.size()];
	}

	/** A run. */
	public Run get(final int run) {
		return runs.get(run);
	}

	long x0(final int run) {
		return runs.get(run).x0;
	}

	long x1(final int run) {
		return runs.get(run).x1;
	}

	long y(final int run) {
		return runs.get(run).y;
	}

	long z(final int run) {
		return runs.get(run).z;
	}

	/** Number of a run's first voxel. */
	public int first(final int run) {
		return first[run];
	}

	int length(final int run) {
		return first[run + 1] - first[run];
	}
}
