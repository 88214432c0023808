
package org.twostream.query.sampler;

import java.util.Arrays;

import org.twostream.net.Matrix;
import org.twostream.query.cluster.Centres;
import org.twostream.query.cluster.PointBlocks;
import org.twostream.query.cluster.Workers;

/**
 * Keeps each point's squared Euclidean distance to the nearest of the points
 * covered so far.
 */
final class Cover {

	private final PointBlocks points;
	private final Workers workers;
	private final float[] nearest;

	Cover(final Matrix matrix, final Workers workers) {
		this.workers = workers;
		points = new PointBlocks(matrix, workers);
		nearest = new float[points.points()];
		Arrays.fill(nearest, Float.POSITIVE_INFINITY);
	}

	/** Infinite while nothing is covered; shared, changes with each cover. */
	float[] nearest() {
		return nearest;
	}

	/** Squared distance of a point to the mean of all. */
	float toMean(final int point) {
		return points.squaredNorm(point);
	}

	/** Covers these points; their own distance becomes exactly 0. */
	void cover(final int... rows) {
		for (int from = 0; from < rows.length; from += 4) {
			final int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length,
				from + 4));
			final Centres centres = new Centres(some.length, points.dimensions());
			for (int c = 0; c < some.length; c++)
				centres.set(c, points.point(some[c]));
			workers.forEach(points.count(), b -> cover(b, centres));
		}
		for (final int row : rows)
			nearest[row] = 0;
	}

	private void cover(final int block, final Centres centres) {
		final float[][] near = points.nearness(block, centres, 0);
		for (int c = 0; c < centres.count(); c++)
			for (int p = 0; p < points.size(block); p++) {
				final int i = block * PointBlocks.SIZE + p;
				nearest[i] = Math.min(nearest[i], points.squaredDistance(i,
					near[c][p]));
			}
	}
}
