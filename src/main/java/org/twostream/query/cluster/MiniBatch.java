
package org.twostream.query.cluster;

import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;

/**
 * Mini-batch k-means (Sculley, WWW 2010, algorithm 1): greedy k-means++ on a
 * first batch, then step after step a batch drawn with replacement, of which
 * each point moves its nearest centre towards itself by 1 / (points that this
 * centre has had). The points of a batch are assigned before any centre moves.
 */
final class MiniBatch {

	static final int STEPS = 100;

	private final Matrix points;
	private final int clusters;
	private final int batch;
	private final SplittableRandom random;

	/** @param batch at least the number of clusters */
	MiniBatch(final Matrix points, final int clusters, final int batch,
		final SplittableRandom random)
	{
		this.points = points;
		this.clusters = clusters;
		this.batch = batch;
		this.random = random;
	}

	/** One row per cluster. */
	Matrix centres(final Workers workers, final Progress progress) {
		final PointBlocks first = new PointBlocks(draw(), workers);
		Matrix centres = new Seeding(first, workers, random).centres(clusters,
			progress).matrix(first.mean());
		final long[] had = new long[clusters];
		for (int step = 0; step < STEPS; step++) {
			progress.check();
			final Matrix some = draw();
			final PointBlocks blocks = new PointBlocks(some, workers);
			final Assignment assignment = new Assignment(blocks, workers);
			assignment.assign(Centres.of(centres, blocks.mean()));
			centres = moved(centres, some, assignment.labels(), had, workers);
		}
		return centres;
	}

	private Matrix draw() {
		final int[] rows = new int[batch];
		for (int i = 0; i < batch; i++)
			rows[i] = random.nextInt(points.rows());
		return points.select(rows);
	}

	private static Matrix moved(final Matrix centres, final Matrix some,
		final int[] labels, final long[] had, final Workers workers)
	{
		final int[][] members = Members.of(labels, had.length);
		final float[][] moved = new float[had.length][];
		workers.forEach(had.length, c -> {
			final double[] sum = new double[centres.columns()];
			for (final int i : members[c])
				for (int j = 0; j < sum.length; j++)
					sum[j] += some.row(i)[j];
			final long all = had[c] + members[c].length;
			moved[c] = centres.row(c).clone();
			if (members[c].length > 0) for (int j = 0; j < sum.length; j++)
				moved[c][j] = (float) ((moved[c][j] * (double) had[c] + sum[j]) / all);
			had[c] = all;
		});
		return new Matrix(moved, centres.columns());
	}
}
