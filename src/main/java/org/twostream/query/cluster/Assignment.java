
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
			greatest(nearest, near[c], near[c + 1], near[c + 2], near[c + 3]);
		// Looking for the maximum again costs less than a branch at each new one,
		// which no processor can foresee.
		final float[] rank = new float[PointBlocks.SIZE];
		for (int c = 0; c < centres.count(); c += 2)
			rank(rank, near[c], near[c + 1], nearest, centres.count() - c);
		final int[] label = new int[points.size(block)];
		for (int p = 0; p < label.length; p++) {
			label[p] = rank[p] > 0 ? centres.count() - (int) rank[p] : first(near, p,
				nearest[p]);
			measured(block * PointBlocks.SIZE + p, nearest[p]);
		}
		scratch.add(near);
		return changed(block, label);
	}

	private float[][] scratch(final int centres) {
		final float[][] used = scratch.poll();
		return used != null ? used : new float[centres][PointBlocks.SIZE];
	}

	private static void greatest(final float[] greatest, final float[] a,
		final float[] b, final float[] c, final float[] d)
	{
		for (int i = 0; i < a.length; i++)
			greatest[i] = Math.max(greatest[i], Math.max(Math.max(a[i], b[i]), Math
				.max(c[i], d[i])));
	}

	// Without a branch: what is not the greatest differs from it by 1.4e-45 at
	// least, which is far below zero after the products. The highest rank stays,
	// that of the lowest centre.
	private static void rank(final float[] ranks, final float[] a,
		final float[] b, final float[] greatest, final float rank)
	{
		for (int i = 0; i < ranks.length; i++)
			ranks[i] = Math.max(ranks[i], Math.max((a[i] - greatest[i]) *
				Float.MAX_VALUE * Float.MAX_VALUE + rank, (b[i] - greatest[i]) *
					Float.MAX_VALUE * Float.MAX_VALUE + (rank - 1)));
	}

	/** The same where the differences of infinite numbers mean nothing. */
	private static int first(final float[][] near, final int point,
		final float nearest)
	{
		int c = 0;
		while (c < near.length - 1 && near[c][point] != nearest)
			c++;
		return c;
	}
}
