
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

import org.twostream.measure.Proportion;

/**
 * Finds the threshold at which a wanted share of the proposals is real. The
 * share need not rise all the way with the threshold: a coarse grid comes
 * first, then halving between its neighbours that lie on both sides of the
 * share.
 *
 * @param wanted share of the ROIs that are real, 0..1
 * @param tolerance how near is near enough
 * @param halvings at most so many after the grid
 */
public record StartSearch(double wanted, double tolerance, int halvings) {

	private static final double[] GRID = { 0.5, 0.7, 0.9, 0.98 };

	/**
	 * A threshold and what it gave.
	 *
	 * @param threshold 0..1, a multiple of 1 / 255
	 * @param real share of its ROIs that are real
	 */
	public record Trial(double threshold, Proportion real) {

		private double share() {
			return real.n() == 0 ? 0 : real.value();
		}
	}

	/**
	 * @param measure gives the share at a threshold
	 * @return every trial, the best first
	 */
	public List<Trial> run(final DoubleFunction<Proportion> measure) {
		final List<Trial> trials = new ArrayList<>();
		for (final double threshold : GRID)
			if (trials.isEmpty() || !near(best(trials))) trials.add(trial(threshold,
				measure));
		Trial low = null;
		Trial high = null;
		for (int i = 1; i < trials.size(); i++)
			if (trials.get(i - 1).share() < wanted != trials.get(i)
				.share() < wanted)
			{
				low = trials.get(i - 1);
				high = trials.get(i);
			}
		for (int h = 0; h < halvings && low != null && !near(best(trials)); h++) {
			final Trial middle = trial((low.threshold + high.threshold) / 2, measure);
			if (middle.threshold == low.threshold ||
				middle.threshold == high.threshold) break;
			trials.add(middle);
			if (middle.share() < wanted == low.share() < wanted) low = middle;
			else high = middle;
		}
		trials.sort(Comparator.comparingDouble(this::miss));
		return trials;
	}

	private static Trial trial(final double threshold,
		final DoubleFunction<Proportion> measure)
	{
		// what is stored has 256 values: others would find the same objects
		final double stored = Math.round(threshold * 255) / 255.0;
		return new Trial(stored, measure.apply(stored));
	}

	private Trial best(final List<Trial> trials) {
		return trials.stream().min(Comparator.comparingDouble(this::miss))
			.orElseThrow();
	}

	private boolean near(final Trial trial) {
		return miss(trial) <= tolerance;
	}

	private double miss(final Trial trial) {
		return Math.abs(trial.share() - wanted);
	}
}
