
package org.twostream.query.cluster;

import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Each point's nearest centre, the lowest index winning a tie. Reused from one
 * iteration to the next.
 */
final class Assignment {

	private final PointBlocks points;
	private final Optional<Shortlists> shortlists;
	private final Workers workers;
	private final int[] labels;
	/** Squared distance to the own centre. */
	private final float[] distances;
	/** Of which centres the distances are yet to be found. */
	private Optional<Centres> stale = Optional.empty();
	/** Nearness to all centres, one per thread at work. */
	private final Queue<float[][]> scratch = new ConcurrentLinkedQueue<>();

	Assignment(final PointBlocks points, final Workers workers) {
		this(points, Optional.empty(), workers);
	}

	/** @param shortlists of the same points; changes nothing but the time */
	Assignment(final PointBlocks points, final Optional<Shortlists> shortlists,
		final Workers workers)
	{
		this.points = points;
		this.shortlists = shortlists;
		this.workers = workers;
		labels = new int[points.points()];
		distances = new float[points.points()];
		Arrays.fill(labels, -1);
	}

	int[] labels() {
		return labels;
	}

	/** Squared distance of each point to its centre. */
	float[] distances() {
		if (stale.isPresent()) {
			final Centres centres = stale.get();
			workers.forEach(points.count(), b -> shortlists.get().nearness(b, centres,
				labels, this::measured));
			stale = Optional.empty();
		}
		return distances;
	}

	private void measured(final int point, final float nearness) {
		distances[point] = points.squaredDistance(point, nearness);
	}

	/**
	 * Assigns every point anew.
	 *
	 * @return how many changed their cluster
	 */
	int assign(final Centres centres) {
		final int[] changed = new int[points.count()];
		if (shortlists.isEmpty()) workers.forEach(points.count(), b -> changed[b] =
			assign(b, centres));
		else try (Shortlists.Round round = shortlists.get().round(centres)) {
			workers.forEach(points.count(), b -> {
				final int[] label = new int[points.size(b)];
				changed[b] = round.label(b, label) ? changed(b, label) : assign(b,
					centres);
			});
			stale = Optional.of(centres);
		}
		return Arrays.stream(changed).sum();
	}

	private int changed(final int block, final int[] label) {
		int changed = 0;
		final int first = block * PointBlocks.SIZE;
		for (int p = 0; p < points.size(block); p++) {
			if (labels[first + p] != label[p]) changed++;
			labels[first + p] = label[p];
		}
		return changed;
	}

	private int assign(final int block, final Centres centres) {
		final float[][] near = scratch(PointBlocks.padded(centres.count()));
		final float[] nearest = new float[PointBlocks.SIZE];
		Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
		points.nearness(block, centres, near);
		for (int c = 0; c < centres.count(); c += 4)
			greatest(nearest, ofFour(near, c), near[c], near[c + 1], near[c + 2],
				near[c + 3]);
		// Looking for the maximum again, which each point finds once, costs less
		// than a branch at each new maximum, which no processor can foresee.
		final int[] label = new int[PointBlocks.SIZE];
		final int n = points.size(block);
		for (int c = PointBlocks.padded(centres.count()) - 4; c >= 0; c -= 4)
			find(ofFour(near, c), near, nearest, label, c, n);
		scratch.add(near);
		for (int p = 0; p < n; p++)
			measured(block * PointBlocks.SIZE + p, nearest[p]);
		return changed(block, label);
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
