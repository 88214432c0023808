
package org.twostream.query;

import org.twostream.query.cluster.Centres;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.PointBlocks;
import org.twostream.query.cluster.Workers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;

/**
 * A baseline of the paper: k-centre greedy (Sener, Savarese, ICLR 2018) on the
 * image embedding. Each next query is the ROI farthest from all asked so far;
 * where nothing is asked yet, the first is the ROI nearest to the mean. Makes
 * no clusters.
 */
final class CoreSetStrategy implements QueryStrategy {

	@Override
	public String name() {
		return "core-set";
	}

	@Override
	public Suggestion suggest(final QueryRequest request,
		final Progress progress)
	{
		final Matrix points = request.embeddings().image();
		KMeans.check(points);
		final List<Integer> chosen = new ArrayList<>();
		try (Workers workers = new Workers(request.threads())) {
			final Farthest farthest = new Farthest(new PointBlocks(points, workers),
				workers);
			int[] known = request.asked().stream().mapToInt(Integer::intValue)
				.sorted().toArray();
			farthest.cover(known);
			for (final int roi : request.spared())
				farthest.nearest[roi] = -1;
			final int total = request.total();
			while (chosen.size() < total) {
				progress.check();
				progress.report((double) chosen.size() / total, "Choosing queries");
				known = new int[] { farthest.next() };
				chosen.add(known[0]);
				farthest.cover(known);
			}
		}
		return Unclustered.suggestion(name(), request, chosen,
			roi -> "Unlike all that were chosen before it.");
	}

	/** Keeps each point's squared distance to the nearest covered one. */
	private static final class Farthest {

		private final PointBlocks points;
		private final Workers workers;
		private final float[] nearest;
		private boolean first = true;

		Farthest(final PointBlocks points, final Workers workers) {
			this.points = points;
			this.workers = workers;
			nearest = new float[points.points()];
			Arrays.fill(nearest, Float.POSITIVE_INFINITY);
		}

		int next() {
			int best = -1;
			for (int i = 0; i < nearest.length; i++) {
				if (nearest[i] < 0) continue;
				final float value = first ? -points.squaredNorm(i) : nearest[i];
				final float record = best < 0 ? Float.NEGATIVE_INFINITY : first
					? -points.squaredNorm(best) : nearest[best];
				if (best < 0 || value > record) best = i;
			}
			return best;
		}

		/** Marks points as covered: their own distance becomes negative. */
		void cover(final int[] rows) {
			if (rows.length == 0) return;
			first = false;
			for (int from = 0; from < rows.length; from += 4) {
				final int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length,
					from + 4));
				final Centres centres = new Centres(some.length, points.dimensions());
				for (int c = 0; c < some.length; c++)
					centres.set(c, points.point(some[c]));
				workers.forEach(points.count(), b -> cover(b, centres));
			}
			for (final int row : rows)
				nearest[row] = -1;
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
}
