
package org.twostream.experiment.cifar;

import java.util.List;
import java.util.OptionalDouble;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.Budget;
import org.twostream.query.Embeddings;
import org.twostream.query.Query;
import org.twostream.query.QueryRequest;
import org.twostream.query.Strategies;
import org.twostream.query.head.LinearHead;
import org.twostream.query.sampler.Badge;
import org.twostream.query.sampler.Base;
import org.twostream.query.sampler.CoreSet;
import org.twostream.query.sampler.HeadSampler;
import org.twostream.query.sampler.Mase;
import org.twostream.query.sampler.RandomSampler;
import org.twostream.query.sampler.Sampler;
import org.twostream.query.sampler.Uncertainty;
import org.twostream.query.sampler.Vaal;

/**
 * One way to choose images.
 *
 * @param name as in the dissertation
 * @param how chooses rows, given the head trained so far
 * @param at5k accuracy that is printed at 5 000 labels (dissertation, Table
 *          5.6), empty where there is none
 * @param at10k the same at 10 000
 */
record ImageSampler(String name, Chooser how, OptionalDouble at5k,
		OptionalDouble at10k) {

	/** Chooses rows of a pool. */
	@FunctionalInterface
	interface Chooser {

		int[] choose(ImagePool pool, LinearHead head, int total, Progress progress);
	}

	/** The paper clusters by 50 x 20 a round of 1 000 (model.md 3.4). */
	private static final int INNER = 20;

	static List<ImageSampler> all() {
		return List.of(plain("random", new RandomSampler(), .884, .900), plain(
			"core-set", new CoreSet(), .860, .889), headed("confidence",
				Uncertainty.CONFIDENCE, .907, .929), headed("margin",
					Uncertainty.MARGIN, .908, .925), headed("BADGE", new Badge(false, 0),
						.908, .928), headed("MASE", new Mase(), .906, .928), headed("BASE",
							Base.ROUND_ROBIN, .905, .928), plain("VAAL", new Vaal(), .879,
								.893), new ImageSampler("two-stream", ImageSampler::clusters,
									OptionalDouble.empty(), OptionalDouble.empty()));
	}

	private static ImageSampler plain(final String name, final Sampler sampler,
		final double at5k, final double at10k)
	{
		return new ImageSampler(name, (pool, head, total, progress) -> sampler
			.choose(pool, total, progress).rows(), OptionalDouble.of(at5k),
			OptionalDouble.of(at10k));
	}

	private static ImageSampler headed(final String name,
		final HeadSampler sampler, final double at5k, final double at10k)
	{
		return new ImageSampler(name, sampler::choose, OptionalDouble.of(at5k),
			OptionalDouble.of(at10k));
	}

	/**
	 * What the head says of an image is the supervised stream, its embedding the
	 * other (paper, section 7).
	 */
	private static int[] clusters(final ImagePool pool, final LinearHead head,
		final int total, final Progress progress)
	{
		final float[][] says = new float[pool.features().rows()][head.classes()];
		for (int i = 0; i < says.length; i++) {
			final double[] p = LinearHead.softmax(head.scores(pool.features().row(
				i)));
			for (int c = 0; c < p.length; c++)
				says[i][c] = (float) p[c];
		}
		final int m = Math.min(INNER, total);
		return Strategies.named("hierarchical").suggest(new QueryRequest(
			new Embeddings(new Matrix(says, head.classes()), pool.features()), pool
				.labelled(), new Budget(total, total / m, m, 1), pool.seed(), pool
					.workers().threads()), progress).queries().stream().mapToInt(
						Query::roi).toArray();
	}
}
