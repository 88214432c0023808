
package org.twostream.query.cluster;

import java.util.Optional;

import org.twostream.net.Matrix;
import org.twostream.net.NearestShortlist;

/**
 * Finds nearest centres by way of the engine: it rules out in few digits those
 * that cannot be the nearest, and the rest is computed exactly as
 * {@link PointBlocks#nearness} does it, so that the result is the same to the
 * last bit, with or without.
 */
final class Shortlists implements AutoCloseable {

	/** Multiply-adds per iteration from which on this pays. */
	private static final double WORTH = 2e8;
	/** Dimensions below which looking through the results takes longest. */
	private static final int DIMENSIONS = 48;
	/** Pairs left, as a share, from which on all are computed at once. */
	private static final double MANY = 0.15;

	private final PointBlocks points;
	private final Matrix matrix;
	private final NearestShortlist engine;
	private final NearestShortlist.Rows[] blocks;

	private Shortlists(final PointBlocks points, final Matrix matrix,
		final NearestShortlist engine, final Workers workers)
	{
		this.points = points;
		this.matrix = matrix;
		this.engine = engine;
		blocks = new NearestShortlist.Rows[points.count()];
		final int d = points.dimensions();
		workers.forEach(points.count(), b -> {
			final float[] values = new float[points.size(b) * d];
			for (int p = 0; p < points.size(b); p++)
				for (int j = 0; j < d; j++)
					values[p * d + j] = coordinate(b * PointBlocks.SIZE + p, j);
			blocks[b] = engine.rows(values, d);
		});
	}

	/** Empty where it would not pay, and as {@link #open}. */
	static Optional<Shortlists> worthwhile(final PointBlocks points,
		final Matrix matrix, final int clusters, final Workers workers)
	{
		final double work = (double) points.points() * points.dimensions() *
			clusters;
		if (work < WORTH || points.dimensions() < DIMENSIONS) return Optional
			.empty();
		return open(points, matrix, workers);
	}

	/** Empty where there is no native library. */
	static Optional<Shortlists> open(final PointBlocks points,
		final Matrix matrix, final Workers workers)
	{
		return NearestShortlist.open().map(engine -> new Shortlists(points, matrix,
			engine, workers));
	}

	private float coordinate(final int point, final int dimension) {
		return matrix.row(point)[dimension] - points.mean()[dimension];
	}

	/** Centres made ready for one assignment. */
	final class Round implements AutoCloseable {

		private final Centres centres;
		private final float[] bias;
		private final NearestShortlist.Rows rows;

		private Round(final Centres centres) {
			this.centres = centres;
			final int d = points.dimensions();
			final float[] values = new float[centres.count() * d];
			bias = new float[centres.count()];
			for (int c = 0; c < bias.length; c++) {
				System.arraycopy(centres.row(c), 0, values, c * d, d);
				bias[c] = -0.5f * centres.squaredNorm(c);
			}
			rows = engine.rows(values, d);
		}

		/**
		 * Nearest centres of a block.
		 *
		 * @param label by point of the block, filled
		 * @return false if too many are left to be computed one by one; label is
		 *         then not filled
		 */
		boolean label(final int block, final int[] label) {
			final NearestShortlist.Near near = engine.near(blocks[block], rows, bias);
			final int[] pairs = near.pairs();
			final int n = points.size(block);
			if (pairs.length / 2 > MANY * n * bias.length) return false;
			System.arraycopy(near.only(), 0, label, 0, n);
			for (int i = 0; i < pairs.length;) {
				final int p = pairs[i];
				int end = i;
				while (end < pairs.length && pairs[end] == p)
					end += 2;
				label[p] = nearest(block * PointBlocks.SIZE + p, pairs, i, end);
				i = end;
			}
			for (int p = 0; p < n; p++)
				if (label[p] < 0) return false; // something overflowed
			return true;
		}

		private int nearest(final int point, final int[] pairs, final int from,
			final int to)
		{
			int best = pairs[from + 1];
			float greatest = Float.NEGATIVE_INFINITY;
			final float[] row = matrix.row(point);
			for (int i = from; i < to; i += 4) {
				final int a = pairs[i + 1];
				final int b = i + 3 < to ? pairs[i + 3] : a;
				final long both = Exact.two(row, points.mean(), centres.row(a), bias[a],
					centres.row(b), bias[b]);
				final float ofA = Float.intBitsToFloat((int) (both >>> 32));
				final float ofB = Float.intBitsToFloat((int) both);
				if (ofA > greatest) {
					greatest = ofA;
					best = a;
				}
				if (ofB > greatest) {
					greatest = ofB;
					best = b;
				}
			}
			return best;
		}

		@Override
		public void close() {
			rows.close();
		}
	}

	/** Told how near a point is to its centre. */
	@FunctionalInterface
	interface Told {

		void of(int point, float nearness);
	}

	/** How near the points of a block are to their own centres. */
	void nearness(final int block, final Centres centres, final int[] labels,
		final Told told)
	{
		final int first = block * PointBlocks.SIZE;
		for (int p = first; p < first + points.size(block); p++)
			told.of(p, Exact.one(matrix.row(p), points.mean(), centres.row(labels[p]),
				-0.5f * centres.squaredNorm(labels[p])));
	}

	Round round(final Centres centres) {
		return new Round(centres);
	}

	@Override
	public void close() {
		for (final NearestShortlist.Rows rows : blocks)
			rows.close();
		engine.close();
	}
}
