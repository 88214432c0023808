
package org.twostream.query.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.net.Matrix;
import org.twostream.query.cluster.Centres;
import org.twostream.query.cluster.PointBlocks;
import org.twostream.query.cluster.Workers;

/**
 * Keeps each point's squared Euclidean distance to the nearest of the points
 * covered so far. A block of points learns of newly covered ones only when it
 * has to: distances only shrink, so what a block knew is a bound, and the
 * farthest point is found exactly by bringing up to date the blocks with the
 * highest bounds. Not thread-safe.
 */
final class Cover {

	private final PointBlocks points;
	private final Workers workers;
	private final float[] nearest;
	private final boolean[] covered;
	private final List<Integer> order = new ArrayList<>();
	/** By block, how many of the order it knows. */
	private final int[] known;
	/** By block, its farthest point not covered, -1 if all are. */
	private final int[] farthest;

	Cover(final Matrix matrix, final Workers workers) {
		this.workers = workers;
		points = new PointBlocks(matrix, workers);
		nearest = new float[points.points()];
		Arrays.fill(nearest, Float.POSITIVE_INFINITY);
		covered = new boolean[nearest.length];
		known = new int[points.count()];
		farthest = new int[points.count()];
		for (int b = 0; b < farthest.length; b++)
			farthest[b] = b * PointBlocks.SIZE;
	}

	/** Covers these points; their own distance becomes exactly 0. */
	void cover(final int... rows) {
		for (final int row : rows) {
			order.add(row);
			covered[row] = true;
			nearest[row] = 0;
			final int b = row / PointBlocks.SIZE;
			if (farthest[b] == row) farthest[b] = top(b);
		}
	}

	/** Infinite while nothing is covered; shared, changes with later calls. */
	float[] nearest() {
		workers.forEach(known.length, this::update);
		return nearest;
	}

	/**
	 * The point not covered that is farthest from all that are, the lowest on a
	 * tie; the one nearest to the mean while none is; -1 if all are.
	 */
	int farthest() {
		if (order.isEmpty()) return middle();
		while (true) {
			final int[] highest = highest(Math.max(1, workers.threads()));
			if (highest.length == 0) return -1;
			if (known[highest[0]] == order.size()) return farthest[highest[0]];
			workers.forEach(highest.length, i -> update(highest[i]));
		}
	}

	private int middle() {
		int best = -1;
		for (int i = 0; i < nearest.length; i++)
			if (best < 0 || points.squaredNorm(i) < points.squaredNorm(best)) best =
				i;
		return best;
	}

	/** The blocks with the highest bounds, the highest first. */
	private int[] highest(final int count) {
		final List<Integer> best = new ArrayList<>();
		for (int b = 0; b < farthest.length; b++) {
			if (farthest[b] < 0) continue;
			int at = best.size();
			while (at > 0 && nearest[farthest[b]] > nearest[farthest[best.get(at -
				1)]])
				at--;
			best.add(at, b);
			if (best.size() > count) best.remove(count);
		}
		return best.stream().mapToInt(Integer::intValue).toArray();
	}

	private void update(final int block) {
		final int end = order.size();
		for (int from = known[block]; from < end; from += 4) {
			final int some = Math.min(4, end - from);
			final Centres centres = new Centres(some, points.dimensions());
			for (int c = 0; c < some; c++)
				centres.set(c, points.point(order.get(from + c)));
			final float[][] near = points.nearness(block, centres, 0);
			for (int c = 0; c < some; c++)
				lower(block, near[c]);
		}
		known[block] = end;
		farthest[block] = top(block);
	}

	private void lower(final int block, final float[] near) {
		final int first = block * PointBlocks.SIZE;
		for (int p = 0; p < points.size(block); p++)
			if (!covered[first + p]) nearest[first + p] = Math.min(nearest[first + p],
				points.squaredDistance(first + p, near[p]));
	}

	private int top(final int block) {
		final int first = block * PointBlocks.SIZE;
		int best = -1;
		for (int i = first; i < first + points.size(block); i++)
			if (!covered[i] && (best < 0 || nearest[i] > nearest[best])) best = i;
		return best;
	}
}
