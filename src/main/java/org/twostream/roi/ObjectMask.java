
package org.twostream.roi;

import java.util.Comparator;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * The voxels of one object that no label volume holds, as runs along x.
 * Immutable; thread-safe.
 */
public final class ObjectMask {

	private static final Comparator<Run> ORDER = Comparator.comparingLong(Run::z)
		.thenComparingLong(Run::y).thenComparingLong(Run::x0);

	private final List<Run> runs;
	private final ObjectStats stats;

	/**
	 * Voxels x0..x1-1 of one row.
	 *
	 * @param side 2 post-synaptic; else 1
	 */
	record Run(long x0, long x1, long y, long z, byte side) {
	}

	/** Probability of a voxel. */
	@FunctionalInterface
	interface Shown {

		int at(long x, long y, long z);
	}

	/** @param runs one or more, that share no voxel, in any order */
	ObjectMask(final List<Run> runs, final Shown probability) {
		this.runs = runs.stream().sorted(ORDER).toList();
		stats = new ObjectStats();
		for (final Run r : this.runs) {
			stats.add(r.x0, r.x1, r.y, r.z);
			if (r.side == 1) stats.pre += r.x1 - r.x0;
			else stats.post += r.x1 - r.x0;
			for (long x = r.x0; x < r.x1; x++) {
				final int p = probability.at(x, r.y, r.z);
				stats.probabilitySum += p;
				stats.probabilityMax = Math.max(stats.probabilityMax, p);
			}
		}
		final Box b = stats.box();
		final MaskHash hash = new MaskHash((int) b.xSize(), (int) b.ySize(), (int) b
			.zSize());
		long sum = 0;
		for (final Run r : this.runs)
			sum = MaskHash.add(sum, hash.run((int) (r.x0 - b.xMin()), (int) (r.x1 - b
				.xMin()), (int) (r.y - b.yMin()), (int) (r.z - b.zMin())));
		stats.hash = MaskHash.multiply(sum, MaskHash.factor(b.xMin(), b.yMin(), b
			.zMin()));
	}

	/** One voxel, of probability 0: a place where no object was found. */
	public static ObjectMask voxel(final long x, final long y, final long z) {
		return new ObjectMask(List.of(new Run(x, x + 1, y, z, (byte) 1)), (i, j,
			k) -> 0);
	}

	/** In scan order. */
	List<Run> runs() {
		return runs;
	}

	/** 0..255. */
	int probabilityMax() {
		return stats.probabilityMax;
	}

	public Box box() {
		return stats.box();
	}

	/** Number of voxels. */
	public long voxels() {
		return stats.voxels;
	}

	/**
	 * The same as a row of an ROI table; its angle is 0.
	 *
	 * @param volume that it lies in
	 * @param sides whether there are sides
	 */
	public Roi roi(final long id, final VoxelSize size, final Box volume,
		final boolean sides)
	{
		return stats.roi(id, size, volume, sides);
	}

	public boolean holds(final long x, final long y, final long z) {
		if (!box().contains(x, y, z)) return false;
		for (int i = first(y, z); i < runs.size(); i++) {
			final Run r = runs.get(i);
			if (r.z != z || r.y != y || r.x0 > x) return false;
			if (x < r.x1) return true;
		}
		return false;
	}

	/** Whether any voxel is in both. */
	public boolean overlaps(final ObjectMask other) {
		if (box().intersect(other.box()).isEmpty()) return false;
		int i = 0;
		int j = 0;
		while (i < runs.size() && j < other.runs.size()) {
			final Run a = runs.get(i);
			final Run b = other.runs.get(j);
			if (a.z == b.z && a.y == b.y && a.x0 < b.x1 && b.x0 < a.x1) return true;
			if (ORDER.compare(a, b) < 0) i++;
			else j++;
		}
		return false;
	}

	/**
	 * Draws it.
	 *
	 * @param area any box, such as one section
	 * @param target of that box, x fastest: voxels of the object become 1, of a
	 *          post-synaptic side 2; others stay
	 */
	public void paint(final Box area, final byte[] target) {
		each(area, (from, to, side) -> java.util.Arrays.fill(target, from, to,
			side));
	}

	/**
	 * Labels it, where there is no label yet.
	 *
	 * @param area any box
	 * @param target of that box, x fastest
	 * @param id of the object
	 * @param sides whether its sides become 2 id - 1 and 2 id
	 */
	public void label(final Box area, final long[] target, final long id,
		final boolean sides)
	{
		each(area, (from, to, side) -> {
			for (int i = from; i < to; i++)
				if (target[i] == 0) target[i] = sides ? 2 * id - 2 + side : id;
		});
	}

	/** A stretch of the arrays above. */
	@FunctionalInterface
	interface Stretch {

		void at(int from, int to, byte side);
	}

	/** The runs inside an area, as stretches of its array. */
	void each(final Box area, final Stretch stretch) {
		final Box both = area.intersect(box());
		if (both.isEmpty()) return;
		for (int i = first(both.yMin(), both.zMin()); i < runs.size(); i++) {
			final Run r = runs.get(i);
			if (r.z >= both.zMax()) return;
			final long x0 = Math.max(r.x0, both.xMin());
			final long x1 = Math.min(r.x1, both.xMax());
			if (r.y < both.yMin() || r.y >= both.yMax() || x0 >= x1) continue;
			final int row = (int) (((r.z - area.zMin()) * area.ySize() + r.y - area
				.yMin()) * area.xSize() - area.xMin());
			stretch.at((int) (row + x0), (int) (row + x1), r.side);
		}
	}

	/** The first run that is not before a row. */
	private int first(final long y, final long z) {
		int low = 0;
		int high = runs.size();
		while (low < high) {
			final int middle = low + high >>> 1;
			final Run r = runs.get(middle);
			if (r.z < z || r.z == z && r.y < y) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
