
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.MeanInterval;

/**
 * Table 2: designs of two-stream clustering (Lin et al., ECCV 2020, section
 * 6.2), each with every seed, and curves over the share that is asked.
 */
public final class DesignTable {

	/** Asked of the paper's pool along the curves. */
	private static final double[] SWEEP = { 160, 320, 640, 1280, 2560 };
	/** Places of the table's designs whose strategy has a curve. */
	private static final int[] CURVES = { 1, 3, 5, 6, 9 };

	private final Pool pool;
	private final List<Seed> seeds;
	private final LabelPropagation propagation;

	/**
	 * @param seeds of the sampling, one repetition each
	 * @param threads at least 1; does not change the outcome
	 */
	public DesignTable(final Pool pool, final List<Seed> seeds,
		final int threads)
	{
		this.pool = pool;
		this.seeds = List.copyOf(seeds);
		propagation = new LabelPropagation(threads);
	}

	/**
	 * Asks and spreads by every design.
	 *
	 * @throws org.twostream.core.Cancelled between two repetitions
	 */
	public ExperimentResult run(final Progress progress) {
		final Map<String, Measured> rows = new LinkedHashMap<>();
		final List<Design> designs = Design.table2();
		for (int i = 0; i < designs.size(); i++)
			rows.put(designs.get(i).name(), measure(pool, designs.get(i), progress
				.part(0.5 * i / designs.size(), 0.5 * (i + 1) / designs.size())));
		final List<Curve> curves = new ArrayList<>();
		for (int i = 0; i < CURVES.length; i++)
			curves.add(curve(designs.get(CURVES[i]), progress.part(0.5 + 0.5 * i /
				CURVES.length, 0.5 + 0.5 * (i + 1) / CURVES.length)));
		curves.add(printed("hierarchical", 4, designs));
		curves.add(printed("mask-only", 0, designs));
		return new ExperimentResult("Table 2: designs of two-stream clustering",
			"label accuracy of all ROIs", List.copyOf(rows.values()), claims(rows),
			"asked (% of the pool)", curves, List.of());
	}

	/** One design with every seed. */
	Measured measure(final Pool on, final Design design,
		final Progress progress)
	{
		final double[] values = new double[seeds.size()];
		long asked = 0;
		for (int s = 0; s < values.length; s++) {
			progress.check();
			progress.report((double) s / values.length, design.name());
			final LabelAccuracy accuracy = propagation.run(on, design, seeds.get(s),
				Progress.NONE);
			values[s] = accuracy.all().accuracy().value();
			asked = accuracy.asked();
		}
		return new Measured(design.name(), asked, pool.size(), values, design
			.printed());
	}

	private Curve curve(final Design design, final Progress progress) {
		final double[] x = new double[SWEEP.length + 1];
		final List<MeanInterval> points = new ArrayList<>();
		points.add(MeanInterval.of(pool.start().value()));
		for (int i = 0; i < SWEEP.length; i++) {
			final Measured m = measure(pool, design.asking(SWEEP[i]), progress.part(
				(double) i / SWEEP.length, (i + 1.0) / SWEEP.length));
			x[i + 1] = 100.0 * m.asked() / m.of();
			points.add(m.interval());
		}
		return new Curve(design.strategy() + (design.imageClusters() > 0
			? ", M = " + design.imageClusters() : ""), x, points);
	}

	/** The paper's points of one strategy. */
	private static Curve printed(final String strategy, final int m,
		final List<Design> designs)
	{
		final List<Design> own = designs.stream().filter(d -> d.strategy().equals(
			strategy) && (m == 0 || d.imageClusters() == m)).toList();
		final double[] x = new double[own.size() + 1];
		final double[] y = new double[own.size() + 1];
		y[0] = Design.PAPER_START;
		for (int i = 0; i < own.size(); i++) {
			x[i + 1] = 100 * own.get(i).share();
			y[i + 1] = own.get(i).printed().orElse(Double.NaN);
		}
		return Curve.printed(strategy, x, y);
	}

	private List<Claim> claims(final Map<String, Measured> rows) {
		final Measured best = rows.get("hierarchical 64 x 4");
		final double[] start = new double[seeds.size()];
		java.util.Arrays.fill(start, pool.start().value());
		return List.of(new Claim(best, new Measured("the start", 0, pool.size(),
			start, OptionalDouble.of(Design.PAPER_START))), new Claim(best, rows.get(
				"late fusion 256")), new Claim(best, rows.get("mask-only 256")),
			new Claim(rows.get("mask-only 256"), rows.get("random, 1280")), new Claim(
				rows.get("mask-only 256"), rows.get("late fusion 256")), new Claim(rows
					.get("late fusion 256"), rows.get("image-only 256")), new Claim(rows
						.get("hierarchical 64 x 2"), rows.get("mask-only 128")), new Claim(
							best, rows.get("hierarchical 128 x 2")), new Claim(best, rows.get(
								"hierarchical 32 x 8")));
	}
}
