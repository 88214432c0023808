
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.twostream.core.Target;
import org.twostream.measure.MeanInterval;

/**
 * Table 1: ROI accuracy of the base model after rounds of questions by several
 * methods (Lin et al., ECCV 2020, section 6.1), from what was measured.
 */
public final class AccuracyTable {

	/** Rounds of questions. */
	public static final int ROUNDS = 2;

	/** How queries are chosen, with the accuracies that are printed. */
	public enum Method {

			/** Uniformly at random. */
			RANDOM("random", "random", 0, new double[] { .704, .749 }, new double[] {
				.824, .871 }),
			/** k-centre greedy. */
			CORE_SET("core-set", "core-set", 0, new double[] { .726, .767 },
				new double[] { .847, .895 }),
			/** By predicted loss. */
			LEARNING_LOSS("learning loss", "learning-loss", 0, new double[] { .724,
				.771 }, new double[] { .832, .889 }),
			/** Hierarchical clusters, the image encoder refined between rounds. */
			TWO_STREAM("two-stream", "hierarchical", 4, new double[] { .802, .809 },
				new double[] { .892, .926 });

		private final String text;
		private final String strategy;
		private final int imageClusters;
		private final double[] mitochondria;
		private final double[] synapses;

		Method(final String text, final String strategy, final int imageClusters,
			final double[] mitochondria, final double[] synapses)
		{
			this.text = text;
			this.strategy = strategy;
			this.imageClusters = imageClusters;
			this.mitochondria = mitochondria;
			this.synapses = synapses;
		}

		/** Value of the key strategy. */
		public String strategy() {
			return strategy;
		}

		/** M, or 0 where there is no choice. */
		public int imageClusters() {
			return imageClusters;
		}

		/** Whether the image encoder learns between the rounds. */
		public boolean refines() {
			return this == TWO_STREAM;
		}

		double printed(final Target target, final int round) {
			return (target == Target.MITOCHONDRIA ? mitochondria : synapses)[round];
		}
	}

	private AccuracyTable() {}

	/**
	 * @param start accuracy before any question, one per training
	 * @param values by method, [round][training]
	 * @param asks ROIs per round
	 * @param open ROIs that could be asked
	 * @param tested ROIs of which nothing was asked and which the accuracy is of
	 */
	public static ExperimentResult of(final Target target, final double[] start,
		final Map<Method, double[][]> values, final int asks, final int open,
		final int tested)
	{
		final List<Measured> rows = new ArrayList<>();
		rows.add(new Measured("start", 0, open, start, OptionalDouble.of(
			target == Target.MITOCHONDRIA ? 0.57 : 0.811)));
		final List<Curve> curves = new ArrayList<>();
		final List<Map<Method, Measured>> byRound = new ArrayList<>();
		for (int r = 0; r < ROUNDS; r++) {
			final Map<Method, Measured> measured = new EnumMap<>(Method.class);
			for (final Method m : values.keySet())
				measured.put(m, new Measured(m.text + ", round " + (r + 1), (long) (r +
					1) * asks, open, values.get(m)[r], OptionalDouble.of(m.printed(target,
						r))));
			rows.addAll(measured.values());
			byRound.add(measured);
		}
		for (final Method m : values.keySet()) {
			final List<MeanInterval> points = new ArrayList<>();
			points.add(MeanInterval.of(start));
			final double[] x = new double[ROUNDS + 1];
			for (int r = 0; r < ROUNDS; r++) {
				points.add(byRound.get(r).get(m).interval());
				x[r + 1] = (r + 1.0) * asks;
			}
			curves.add(new Curve(m.text, x, points));
		}
		return new ExperimentResult("Table 1: rounds of active learning",
			"ROI accuracy of the base model", rows, claims(byRound, rows.get(0)),
			"ROIs asked", curves, List.of("Accuracy on about " + tested +
				" ROIs of which nothing is ever asked; each training has its own.",
				"Learning loss has no answers in its first round and then draws at random."));
	}

	private static List<Claim> claims(final List<Map<Method, Measured>> byRound,
		final Measured start)
	{
		final List<Claim> claims = new ArrayList<>();
		for (final Map<Method, Measured> round : byRound) {
			final Measured ours = round.get(Method.TWO_STREAM);
			claims.add(new Claim(ours, start));
			for (final Method m : List.of(Method.CORE_SET, Method.LEARNING_LOSS,
				Method.RANDOM))
				claims.add(new Claim(ours, round.get(m)));
		}
		return claims;
	}
}
