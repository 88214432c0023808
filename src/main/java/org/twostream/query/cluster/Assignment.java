
package org.twostream.query.cluster;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Each point's nearest centre, the lowest index winning a tie. Reused from one
 * iteration to the next: where memory allows, {@link Bounds} leave out the
 * points that cannot have changed.
 */
final class Assignment {

	/** Bounds (points x centres) above which there are none: 128 MB. */
	private static final long MOST = 1 << 25;

	private final PointBlocks points;
	private final Workers workers;
	private final int[] labels;
	/** Squared distance to the own centre, when last looked at. */
	private final float[] distances;
	/** Nearness to all centres, one per thread at work. */
	private final Queue<float[][]> scratch = new ConcurrentLinkedQueue<>();
	private final Bounds[] bounds;
	private final boolean again;
	private Centres last;

	/** @param again whether there will be more than one call */
	Assignment(final PointBlocks points, final Workers workers,
		final boolean again)
	{
		this.again = again;
		this.points = points;
		this.workers = workers;
		labels = new int[points.points()];
		distances = new float[points.points()];
		bounds = new Bounds[points.count()];
		Arrays.fill(labels, -1);
	}

	int[] labels() {
		return labels;
	}

	/** Right after {@link #assignAll}; of other calls only what it looked at. */
	float[] distances() {
		return distances;
	}

	/**
	 * Assigns every point anew, looking only at those that may have changed since
	 * the last call.
	 *
	 * @return how many changed their cluster
	 */
	int assign(final Centres centres) {
		if (last == null) return assignAll(centres);
		final float[] shifts = Bounds.shifts(last, centres);
		final float norm = norm(centres);
		final int[] changed = new int[points.count()];
		workers.forEach(points.count(), b -> {
			final int[] open = bounds[b].moved(shifts, labels, b * PointBlocks.SIZE,
				points.size(b));
			changed[b] = open.length > points.size(b) * 3 / 4 ? whole(b, centres,
				norm) : some(b, open, centres, norm);
		});
		last = centres;
		return Arrays.stream(changed).sum();
	}

	/** As {@link #assign}, looking at all points. */
	int assignAll(final Centres centres) {
		final boolean bounded = again && (long) centres.count() * points.points() <= MOST;
		final float norm = norm(centres);
		final int[] changed = new int[points.count()];
		workers.forEach(points.count(), b -> {
			if (bounded && bounds[b] == null) bounds[b] = new Bounds(centres.count(),
				points.arrayLength(b));
			changed[b] = whole(b, centres, norm);
		});
		last = bounded ? centres : null;
		return Arrays.stream(changed).sum();
	}

	/** To be called when labels were changed from outside. */
	void forget() {
		last = null;
	}

	private static float norm(final Centres centres) {
		float norm = 0;
		for (int c = 0; c < centres.count(); c++)
			norm = Math.max(norm, centres.squaredNorm(c));
		return norm;
	}

	private int whole(final int block, final Centres centres,
		final float norm)
	{
		final float[][] near = scratch(PointBlocks.padded(centres.count()));
		final int n = points.size(block);
		final int[] label = nearest(points.block(block), near, centres, n);
		if (bounds[block] != null) bounds[block].set(near, points.squaredNorms(
			block), norm);
		int changed = 0;
		for (int p = 0; p < n; p++)
			if (set(block, p, label[p], near[label[p]][p], norm)) changed++;
		scratch.add(near);
		return changed;
	}

	private int some(final int block, final int[] open, final Centres centres,
		final float norm)
	{
		if (open.length == 0) return 0;
		final float[][] near = scratch(PointBlocks.padded(centres.count()));
		final int[] label = nearest(points.gathered(block, open), near, centres,
			open.length);
		bounds[block].set(near, open, points.squaredNorms(block), norm);
		int changed = 0;
		for (int f = 0; f < open.length; f++)
			if (set(block, open[f], label[f], near[label[f]][f], norm)) changed++;
		scratch.add(near);
		return changed;
	}

	private boolean set(final int block, final int p, final int label,
		final float near, final float norm)
	{
		final int i = block * PointBlocks.SIZE + p;
		final boolean changed = labels[i] != label;
		labels[i] = label;
		distances[i] = points.squaredDistance(i, near);
		if (bounds[block] != null) bounds[block].own(p, label, distances[i], points
			.squaredNorm(i), norm);
		return changed;
	}

	/** The nearest centre of each of n points; near takes all nearnesses. */
	private static int[] nearest(final float[][] x, final float[][] near,
		final Centres centres, final int n)
	{
		final int length = x[0].length;
		final float[] nearest = new float[length];
		Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
		for (int c = 0; c < centres.count(); c += 4) {
			final float[][] four = PointBlocks.nearness(x, centres, c);
			greatest(nearest, ofFour(near, c), four[0], four[1], four[2], four[3]);
			for (int i = 0; i < 4; i++)
				System.arraycopy(four[i], 0, near[c + i], 0, length);
		}
		// Looking for the maximum again, which each point finds once, costs less
		// than a branch at each new maximum, which no processor can foresee.
		final int[] label = new int[n];
		for (int c = PointBlocks.padded(centres.count()) - 4; c >= 0; c -= 4)
			find(ofFour(near, c), near, nearest, label, c, n);
		return label;
	}

	// The nearness to each centre, then the greatest of each four of them.
	private float[][] scratch(final int centres) {
		final float[][] used = scratch.poll();
		return used != null ? used : new float[centres + centres /
			4][PointBlocks.SIZE];
	}

	private static float[] ofFour(final float[][] near, final int c) {
		return near[near.length / 5 * 4 + c / 4];
	}

	private static void greatest(final float[] greatest, final float[] ofFour,
		final float[] a, final float[] b, final float[] c, final float[] d)
	{
		for (int i = 0; i < a.length; i++) {
			ofFour[i] = Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
			greatest[i] = Math.max(greatest[i], ofFour[i]);
		}
	}

	private static void find(final float[] ofFour, final float[][] near,
		final float[] wanted, final int[] label, final int c, final int n)
	{
		for (int p = 0; p < n; p++) {
			if (ofFour[p] != wanted[p]) continue;
			int i = c;
			while (near[i][p] != wanted[p])
				i++;
			label[p] = i;
		}
	}
}
