
package org.twostream.loop;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.experiment.AccuracyTable;
import org.twostream.experiment.AccuracyTable.Method;
import org.twostream.experiment.Design;
import org.twostream.experiment.ExperimentResult;
import org.twostream.measure.Proportion;

/**
 * Table 1: two rounds of questions by each method, after each of which the base
 * model is fine-tuned and asked again about ROIs of which nothing was ever
 * asked. Two-stream refines the image encoder between its rounds.
 */
final class AccuracyRounds {

	private static final String REVIEWER = "oracle";
	private static final int ROUNDS = AccuracyTable.ROUNDS;

	private final ExperimentPool pool;
	private final ExperimentOptions options;
	private final Progress progress;

	AccuracyRounds(final ExperimentPool pool, final ExperimentOptions o,
		final Progress progress)
	{
		this.pool = pool;
		options = o;
		this.progress = progress;
	}

	/** What one method has after some rounds. */
	private record State(String base, String encoders, Set<String> batches) {
	}

	ExperimentResult run() {
		final int n = options.trainings();
		final double[] start = new double[n];
		final Map<Method, double[][]> values = new LinkedHashMap<>();
		for (final Method m : Method.values())
			values.put(m, new double[ROUNDS][n]);
		int asks = 0;
		int tested = 0;
		for (int t = 0; t < n; t++) {
			final Compute compute = seeded(t);
			final Set<Integer> spared = TestPart.rows(pool.rois().table(), options
				.testShare(), compute.seed());
			final RoiAccuracy accuracy = new RoiAccuracy(pool.rois(), spared.stream()
				.mapToInt(i -> i).sorted().toArray(), pool.pool().real());
			tested = spared.size();
			asks = Design.best().budget(pool.pool().size() - tested).total();
			start[t] = accuracy.of(BaseModel.of(pool.project(), pool.base()), compute,
				Progress.NONE).value();
			for (final Method m : Method.values()) {
				final int done = t * Method.values().length + m.ordinal();
				final double all = (double) n * Method.values().length;
				final double[] rounds = rounds(m, asks, accuracy, compute, progress
					.part(done / all, (done + 1) / all));
				for (int r = 0; r < ROUNDS; r++)
					values.get(m)[r][t] = rounds[r];
			}
		}
		return AccuracyTable.of(pool.project().info().target(), start, values, asks,
			pool.pool().size() - tested, tested);
	}

	/** The seed of one training: the seeds follow each other. */
	private Compute seeded(final int training) {
		final Compute c = options.compute();
		return new Compute(c.device(), c.threads(), new Seed(c.seed().value() +
			training), c.precision());
	}

	private double[] rounds(final Method method, final int asks,
		final RoiAccuracy accuracy, final Compute compute, final Progress part)
	{
		final double[] values = new double[ROUNDS];
		State state = new State(pool.base(), pool.encoders().id(), Set.of());
		for (int r = 0; r < ROUNDS; r++) {
			state = round(method, r + 1, asks, state, compute, part.part((double) r /
				ROUNDS, (r + 0.9) / ROUNDS));
			final Proportion right = accuracy.of(BaseModel.of(pool.project(),
				state.base), compute, part.part((r + 0.9) / ROUNDS, (r + 1.0) /
					ROUNDS));
			values[r] = right.value();
		}
		return values;
	}

	private State round(final Method method, final int number, final int asks,
		final State before, final Compute compute, final Progress part)
	{
		final Project earlier = pool.project().seeing(before.batches);
		final String queries = new SuggestStep(earlier, part.part(0, 0.05)).run(
			new SuggestOptions(before.encoders, method.strategy(), asks, 0, Math.min(
				method.imageClusters(), asks), 0, options.testShare(), 0, number,
				compute)).id();
		final Set<String> batches = new LinkedHashSet<>(before.batches);
		batches.add(queries);
		final Project now = pool.project().seeing(batches);
		// A name of its own: what another method has asked is asked again.
		new ReviewStep(now, part.part(0.05, 0.1)).run(new ReviewOptions(queries,
			REVIEWER, REVIEWER + "-" + method.strategy() + "-" + compute.seed()
				.value(), options.truth(), compute));
		final RoiSet rois = RoiSet.of(now, pool.rois().id());
		final RefineOptions r = options.refine();
		final String encoders = method.refines() && number < ROUNDS && bothKinds(
			Answers.of(rois)) ? new RefineStep(now, part.part(0.1, 0.4)).run(
				new RefineOptions(before.encoders, r.iterations(), r.batch(), compute))
				.id() : before.encoders;
		final FinetuneOptions f = options.finetune();
		final String base = new FinetuneStep(now, part.part(0.4, 1)).run(
			new FinetuneOptions(before.base, rois.id(), f.iterations(), f.window(), f
				.batch(), f.learningRate(), f.augment(), f.keeping(), compute)).id();
		return new State(base, encoders, batches);
	}

	/** Triplets need both answers. */
	private static boolean bothKinds(final Answers answers) {
		return answers.rows(Answer.TRUE).length > 0 && answers.rows(
			Answer.FALSE).length > 0;
	}
}
