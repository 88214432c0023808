
package org.twostream.roi.split;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * The voxels of one object as runs along x, numbered from 0 in scan order (z,
 * then y, then x). Takes some 20 bytes a voxel and 50 a run, wherever in its
 * box the object lies. Immutable; thread-safe.
 */
public final class ObjectVoxels {

	private final Runs runs;
	private final Neighbourhood neighbourhood;
	private final byte[] probability;
	private final Box volume;
	private final VoxelSize size;
	private final int[] runOf;
	/**
	 * For each neighbouring row and run, the first run of that row that a voxel
	 * of the run may touch, or one of a later row.
	 */
	private final int[][] near = new int[Neighbourhood.ROWS][];

	/**
	 * @param probability 0..255 of each voxel
	 * @param neighbours 6, 18 or 26: which voxels touch
	 * @param volume that the object lies in: what is beyond is not known
	 * @param size of a voxel, nm
	 */
	public ObjectVoxels(final Runs runs, final byte[] probability,
		final int neighbours, final Box volume, final VoxelSize size)
	{
		if (probability.length != runs.voxels()) throw new IllegalArgumentException(
			probability.length + " probabilities for " + runs.voxels() + " voxels");
		this.runs = runs;
		this.probability = probability;
		this.volume = volume;
		this.size = size;
		neighbourhood = Neighbourhood.of(neighbours);
		runOf = new int[runs.voxels()];
		for (int r = 0; r < runs.size(); r++)
			for (int v = runs.first(r); v < runs.first(r) + runs.length(r); v++)
				runOf[v] = r;
		for (int row = 0; row < near.length; row++)
			near[row] = near(row);
	}

	private int[] near(final int row) {
		final int dy = Neighbourhood.dy(row);
		final int dz = Neighbourhood.dz(row);
		final int[] found = new int[runs.size()];
		int j = 0;
		for (int r = 0; r < found.length; r++) {
			final long x = runs.x0(r);
			final long y = runs.y(r) + dy;
			final long z = runs.z(r) + dz;
			while (j < found.length && before(j, x, y, z))
				j++;
			found[r] = j;
		}
		return found;
	}

	// A run that ends at x still touches the voxel there, by an edge or a corner.
	private boolean before(final int run, final long x, final long y,
		final long z)
	{
		if (runs.z(run) != z) return runs.z(run) < z;
		return runs.y(run) != y ? runs.y(run) < y : runs.x1(run) < x;
	}

	/** Number of voxels. */
	public int size() {
		return runOf.length;
	}

	/** Its runs. */
	public Runs runs() {
		return runs;
	}

	Box volume() {
		return volume;
	}

	VoxelSize voxelSize() {
		return size;
	}

	/** 0..255. */
	public int probability(final int voxel) {
		return probability[voxel] & 255;
	}

	/** Room that {@link #neighbours} needs. */
	int mostNeighbours() {
		return neighbourhood.size();
	}

	/**
	 * The voxels of the object that touch one: by a face first, then by an edge,
	 * then by a corner, each in scan order.
	 *
	 * @param into gets their numbers
	 * @return how many there are
	 */
	int neighbours(final int voxel, final int[] into) {
		int n = 0;
		for (int i = 0; i < neighbourhood.size(); i++) {
			final int other = neighbour(voxel, neighbourhood.dx(i), neighbourhood.row(
				i));
			if (other >= 0) into[n++] = other;
		}
		return n;
	}

	/**
	 * The voxel beside another, -1 where the object has none.
	 *
	 * @param row number of a {@link Neighbourhood}'s row
	 */
	int neighbour(final int voxel, final int dx, final int row) {
		final int run = runOf[voxel];
		final long x = runs.x0(run) + voxel - runs.first(run) + dx;
		if (row == Neighbourhood.OWN) return x >= runs.x0(run) && x < runs.x1(run)
			? voxel + dx : -1;
		final long y = runs.y(run) + Neighbourhood.dy(row);
		final long z = runs.z(run) + Neighbourhood.dz(row);
		for (int j = near[row][run]; j < runs.size() && runs.x0(j) <= x && runs.y(
			j) == y && runs.z(j) == z; j++)
			if (x < runs.x1(j)) return runs.first(j) + (int) (x - runs.x0(j));
		return -1;
	}

}
