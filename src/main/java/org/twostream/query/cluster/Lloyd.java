
package org.twostream.query.cluster;

import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;

/**
 * Lloyd's algorithm from given first centres. An empty cluster gets the point
 * that lies farthest from its centre.
 */
final class Lloyd implements AutoCloseable {

	private final Matrix matrix;
	private final int iterations;
	private final double tolerance;
	private final Workers workers;
	private final PointBlocks points;
	private final Optional<Shortlists> shortlists;

	/** @param clusters that points will be assigned to */
	Lloyd(final Matrix matrix, final int clusters, final int iterations,
		final double tolerance, final Workers workers)
	{
		this.matrix = matrix;
		this.iterations = iterations;
		this.tolerance = tolerance;
		this.workers = workers;
		points = new PointBlocks(matrix, workers);
		shortlists = Shortlists.worthwhile(points, matrix, clusters, workers);
	}

	Centres seeded(final int k, final SplittableRandom random,
		final Progress progress)
	{
		return new Seeding(points, workers, random).centres(k, progress);
	}

	Centres given(final Matrix centres) {
		return Centres.of(centres, points.mean());
	}

	Clustering run(final Centres first, final Progress progress) {
		final Assignment assignment = new Assignment(points, shortlists, workers);
		final CentreUpdate update = new CentreUpdate(matrix, points.mean(),
			workers);
		final double enough = tolerance * points.variance();
		Centres centres = first;
		int iteration = 0;
		while (true) {
			progress.check();
			final int changed = assignment.assign(centres);
			final boolean repaired = EmptyClusters.repair(assignment.labels(),
				assignment::distances, centres.count());
			if (changed == 0 || iteration == iterations) break;
			final Centres moved = update.update(assignment.labels(), centres.count());
			iteration++;
			final double shift = moved.squaredShift(centres);
			centres = moved;
			if (shift <= enough && !repaired) {
				assignment.assign(centres);
				EmptyClusters.repair(assignment.labels(), assignment::distances, centres
					.count());
				break;
			}
		}
		return result(assignment.labels(), centres, iteration);
	}

	private Clustering result(final int[] labels, final Centres last,
		final int iteration)
	{
		final Matrix centres = occupied(labels, last).matrix(points.mean());
		final double[] distances = new double[labels.length];
		workers.forEach(points.count(), b -> {
			for (int p = 0; p < points.size(b); p++) {
				final int i = b * PointBlocks.SIZE + p;
				distances[i] = KMeans.squaredDistance(matrix.row(i), centres.row(
					labels[i]));
			}
		});
		double inertia = 0;
		for (final double d : distances)
			inertia += d;
		return new Clustering(labels, centres, distances, inertia, iteration);
	}

	// A cluster that was given its only point after the last update has that
	// point as its centre.
	private Centres occupied(final int[] labels, final Centres centres) {
		final int[][] members = Members.of(labels, centres.count());
		for (int c = 0; c < members.length; c++)
			if (members[c].length == 1) centres.set(c, points.point(members[c][0]));
		return centres;
	}

	@Override
	public void close() {
		shortlists.ifPresent(Shortlists::close);
	}
}
