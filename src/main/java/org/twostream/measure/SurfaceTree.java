
package org.twostream.measure;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * A k-d tree (Bentley 1975) of the surface voxels of one block's foreground:
 * the nearest foreground voxel to a voxel outside is always one with a
 * background neighbour, since one step along an axis towards that voxel leads
 * nearer. Distances are between voxel centres, in nm, exact but for the
 * rounding of doubles. Immutable, thread-safe.
 */
final class SurfaceTree {

	private static final int LEAF = 8;

	private final VoxelSize size;
	private final int[][] points;
	// the splitting axis of each inner node, by the position of its point
	private final byte[] axes;

	private SurfaceTree(final VoxelSize size, final int[][] points) {
		this.size = size;
		this.points = points;
		this.axes = new byte[points[0].length];
		build(0, axes.length);
	}

	/**
	 * @param mask of the box, x fastest; 1 is foreground
	 */
	static SurfaceTree of(final byte[] mask, final Box box,
		final VoxelSize size)
	{
		final int n = surface(mask, box, null);
		final int[][] points = new int[3][n];
		surface(mask, box, points);
		return new SurfaceTree(size, points);
	}

	/** Counts the surface voxels, and notes them where there is an array. */
	private static int surface(final byte[] mask, final Box box,
		final int[][] points)
	{
		final int xs = (int) box.xSize();
		final int ys = (int) box.ySize();
		final int zs = (int) box.zSize();
		int n = 0;
		for (int z = 0, i = 0; z < zs; z++)
			for (int y = 0; y < ys; y++)
				for (int x = 0; x < xs; x++, i++) {
					if (mask[i] != 1) continue;
					// A block's face counts as surface: what lies behind is not known.
					final boolean inner = x > 0 && x < xs - 1 && y > 0 && y < ys - 1 &&
						z > 0 && z < zs - 1 && mask[i - 1] == 1 && mask[i + 1] == 1 &&
						mask[i - xs] == 1 && mask[i + xs] == 1 && mask[i - xs * ys] == 1 &&
						mask[i + xs * ys] == 1;
					if (inner) continue;
					if (points != null) {
						points[0][n] = Math.toIntExact(box.xMin() + x);
						points[1][n] = Math.toIntExact(box.yMin() + y);
						points[2][n] = Math.toIntExact(box.zMin() + z);
					}
					n++;
				}
		return n;
	}

	/** Number of surface voxels. */
	int points() {
		return axes.length;
	}

	private void build(final int from, final int to) {
		if (to - from <= LEAF) return;
		final int axis = widest(from, to);
		final int middle = (from + to) >>> 1;
		select(points[axis], from, to - 1, middle);
		axes[middle] = (byte) axis;
		build(from, middle);
		build(middle + 1, to);
	}

	private int widest(final int from, final int to) {
		int widest = 0;
		double width = -1;
		for (int a = 0; a < 3; a++) {
			int low = Integer.MAX_VALUE;
			int high = Integer.MIN_VALUE;
			for (int i = from; i < to; i++) {
				low = Math.min(low, points[a][i]);
				high = Math.max(high, points[a][i]);
			}
			final double w = ((double) high - low) * edge(a);
			if (w > width) {
				width = w;
				widest = a;
			}
		}
		return widest;
	}

	private double edge(final int axis) {
		return axis == 0 ? size.x() : axis == 1 ? size.y() : size.z();
	}

	/** Hoare's selection: the k-th by key stands at k, no larger one before. */
	private void select(final int[] key, final int first, final int last,
		final int k)
	{
		int low = first;
		int high = last;
		while (low < high) {
			final int pivot = key[(low + high) >>> 1];
			int i = low;
			int j = high;
			while (i <= j) {
				while (key[i] < pivot)
					i++;
				while (key[j] > pivot)
					j--;
				if (i <= j) swap(i++, j--);
			}
			if (k <= j) high = j;
			else if (k >= i) low = i;
			else return;
		}
	}

	private void swap(final int i, final int j) {
		for (final int[] p : points) {
			final int t = p[i];
			p[i] = p[j];
			p[j] = t;
		}
	}

	/**
	 * The squared distance to the nearest point, nm².
	 *
	 * @param bound points not nearer than this are not looked for
	 * @return the squared distance, or the bound if none is nearer
	 */
	double nearest(final long x, final long y, final long z, final double bound) {
		return nearest(new long[] { x, y, z }, 0, axes.length, bound);
	}

	private double nearest(final long[] q, final int from, final int to,
		final double bound)
	{
		double best = bound;
		if (to - from <= LEAF) {
			for (int i = from; i < to; i++)
				best = Math.min(best, squared(q, i));
			return best;
		}
		final int middle = (from + to) >>> 1;
		final int axis = axes[middle];
		best = Math.min(best, squared(q, middle));
		final double step = (q[axis] - points[axis][middle]) * edge(axis);
		final boolean below = step < 0;
		best = below ? nearest(q, from, middle, best) : nearest(q, middle + 1, to,
			best);
		if (step * step >= best) return best;
		return below ? nearest(q, middle + 1, to, best) : nearest(q, from, middle,
			best);
	}

	private double squared(final long[] q, final int i) {
		final double x = (q[0] - points[0][i]) * size.x();
		final double y = (q[1] - points[1][i]) * size.y();
		final double z = (q[2] - points[2][i]) * size.z();
		return x * x + y * y + z * z;
	}
}
