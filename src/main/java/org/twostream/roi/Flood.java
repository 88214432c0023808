
package org.twostream.roi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Grows components from single voxels, a run along x at a time. No voxel is
 * reached twice by one of these. Not thread-safe.
 */
final class Flood {

	/** Which voxels there are; none outside the volume. */
	@FunctionalInterface
	interface Voxels {

		boolean at(long x, long y, long z);
	}

	/** Voxels x0..x1-1 of a row. */
	record Row(long x0, long x1, long y, long z) {
	}

	private final Voxels voxels;
	private final Connectivity connectivity;
	private final long most;
	private final VoxelSet seen = new VoxelSet();
	private boolean stopped;

	/** @param most voxels of a component; growth stops beyond */
	Flood(final Voxels voxels, final Connectivity connectivity, final long most) {
		this.voxels = voxels;
		this.connectivity = connectivity;
		this.most = most;
	}

	/** Whether the last growth was stopped: its component is not whole. */
	boolean stopped() {
		return stopped;
	}

	/** Whether there is a voxel that no component has reached. */
	boolean isNew(final long x, final long y, final long z) {
		return voxels.at(x, y, z) && !seen.contains(x, y, z);
	}

	/** The component of a voxel that {@link #isNew}, as whole runs. */
	List<Row> from(final long x, final long y, final long z) {
		final List<Row> rows = new ArrayList<>();
		final Deque<Row> open = new ArrayDeque<>();
		stopped = false;
		long size = 0;
		open.push(row(x, y, z));
		while (!open.isEmpty()) {
			final Row row = open.pop();
			rows.add(row);
			size += row.x1 - row.x0;
			if (size > most) {
				stopped = true;
				return rows;
			}
			for (int dz = -1; dz <= 1; dz++)
				for (int dy = -1; dy <= 1; dy++) {
					final int reach = connectivity.reach(dy, dz);
					if ((dy != 0 || dz != 0) && reach >= 0) touch(row, row.y + dy, row.z +
						dz, reach, open);
				}
		}
		return rows;
	}

	private void touch(final Row row, final long y, final long z, final int reach,
		final Deque<Row> open)
	{
		final long end = row.x1 + reach;
		for (long x = row.x0 - reach; x < end; x++)
			if (isNew(x, y, z)) {
				final Row next = row(x, y, z);
				open.push(next);
				x = next.x1;
			}
	}

	private Row row(final long x, final long y, final long z) {
		long x0 = x;
		while (voxels.at(x0 - 1, y, z))
			x0--;
		long x1 = x + 1;
		while (voxels.at(x1, y, z))
			x1++;
		for (long i = x0; i < x1; i++)
			seen.add(i, y, z);
		return new Row(x0, x1, y, z);
	}
}
