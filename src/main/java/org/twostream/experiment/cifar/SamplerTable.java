
package org.twostream.experiment.cifar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.experiment.Claim;
import org.twostream.experiment.Curve;
import org.twostream.experiment.ExperimentResult;
import org.twostream.experiment.Measured;
import org.twostream.measure.MeanInterval;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.LinearHead;

/**
 * Rounds of questions by each sampler (dissertation, section 5.5): the first
 * fiftieth of the images is labelled at random, each round asks as many again
 * up to a tenth, the last one up to a fifth; after each the linear head is
 * trained anew and judged on the test images. The shares are those of 1, 5 and
 * 10 thousand of 50 thousand images.
 *
 * @param training embeddings of the images that may be asked
 * @param trainingLabels their classes
 * @param test embeddings of the images accuracy is of
 * @param testLabels their classes
 */
public record SamplerTable(Matrix training, int[] trainingLabels, Matrix test,
		int[] testLabels) {

	private static final double[] SHARES = { 0.02, 0.04, 0.06, 0.08, 0.1, 0.2 };
	private static final int AT_5K = 4;
	private static final int AT_10K = 5;

	/**
	 * @throws UserError if there are fewer than 100 images to ask
	 */
	public SamplerTable {
		if (training.rows() < 100) throw new UserError("There are " + training
			.rows() + " images to ask about, fewer than 100; give a larger pool.");
	}

	/**
	 * Runs every sampler with every seed.
	 *
	 * @param threads at least 1; does not change the outcome
	 * @throws org.twostream.core.Cancelled between two samplers
	 */
	public ExperimentResult run(final List<Seed> seeds, final int threads,
		final Progress progress)
	{
		final List<ImageSampler> samplers = ImageSampler.all();
		final Map<String, double[][]> values = new LinkedHashMap<>();
		try (Workers workers = new Workers(threads)) {
			for (int i = 0; i < samplers.size(); i++) {
				final double[][] accuracy = new double[SHARES.length][seeds.size()];
				for (int s = 0; s < seeds.size(); s++) {
					progress.check();
					progress.report((i + (double) s / seeds.size()) / samplers.size(),
						samplers.get(i).name());
					final double[] rounds = rounds(samplers.get(i), seeds.get(s),
						workers);
					for (int r = 0; r < SHARES.length; r++)
						accuracy[r][s] = rounds[r];
				}
				values.put(samplers.get(i).name(), accuracy);
			}
		}
		return result(samplers, values);
	}

	private int labels(final int round) {
		return (int) Math.round(SHARES[round] * training.rows());
	}

	private double[] rounds(final ImageSampler sampler, final Seed seed,
		final Workers workers)
	{
		final Set<Integer> labelled = new TreeSet<>();
		final SplittableRandom random = seed.of("first images").random();
		while (labelled.size() < labels(0))
			labelled.add(random.nextInt(training.rows()));
		final double[] accuracy = new double[SHARES.length];
		for (int r = 0; r < SHARES.length; r++) {
			final LinearHead head = SoftmaxRegression.fit(training, labelled.stream()
				.mapToInt(i -> i).toArray(), trainingLabels, Cifar10.CLASSES);
			accuracy[r] = accuracy(head);
			if (r + 1 == SHARES.length) break;
			for (final int row : sampler.how().choose(new ImagePool(training,
				new TreeSet<>(labelled), seed.of("round").of(r), workers), head, labels(
					r + 1) - labelled.size(), Progress.NONE))
				labelled.add(row);
		}
		return accuracy;
	}

	private double accuracy(final LinearHead head) {
		int right = 0;
		for (int i = 0; i < testLabels.length; i++)
			if (LinearHead.top(head.scores(test.row(i))) == testLabels[i]) right++;
		return (double) right / testLabels.length;
	}

	private ExperimentResult result(final List<ImageSampler> samplers,
		final Map<String, double[][]> values)
	{
		final List<Measured> rows = new ArrayList<>();
		final List<Curve> curves = new ArrayList<>();
		final Map<String, Measured> last = new LinkedHashMap<>();
		for (final ImageSampler s : samplers) {
			final double[][] own = values.get(s.name());
			rows.add(row(s.name() + ", 10 %", AT_5K, own, s.at5k()));
			last.put(s.name(), row(s.name() + ", 20 %", AT_10K, own, s.at10k()));
			final double[] x = new double[SHARES.length];
			final List<MeanInterval> points = new ArrayList<>();
			for (int r = 0; r < SHARES.length; r++) {
				x[r] = labels(r);
				points.add(MeanInterval.of(own[r]));
			}
			curves.add(new Curve(s.name(), x, points));
		}
		rows.addAll(last.values());
		final List<Claim> claims = new ArrayList<>();
		for (final Measured m : last.values())
			if (m != last.get("random")) claims.add(new Claim(m, last.get("random")));
		return new ExperimentResult("CIFAR-10: samplers on an embedding",
			"accuracy on the test images", rows, claims, "images labelled", curves,
			List.of(
				"The printed accuracies rest on a pretrained backbone that is not at hand " +
					"(dissertation, Table 5.6, at 5 000 and 10 000 labels): compare the order, not the values."));
	}

	private Measured row(final String name, final int round,
		final double[][] values, final OptionalDouble printed)
	{
		return new Measured(name, labels(round), training.rows(), values[round],
			printed);
	}
}
