
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.measure.MeanInterval;
import org.twostream.query.BudgetKeys;
import org.twostream.query.Evidence;
import org.twostream.query.QueryRequest;
import org.twostream.query.QueryStrategy;
import org.twostream.query.Strategies;
import org.twostream.query.Suggestion;
import org.twostream.review.spread.SpreadRule;
import org.twostream.review.spread.Spreading;

/**
 * What goes beyond the paper, at equal budget: strategies that are asked for
 * several small batches and see the answers in between, with each way to spread
 * the answers. The encoders stay as they are. The truth answers; nobody errs.
 */
public final class StrategyTable {

	/** Asked after each batch, of the paper's pool; each batch is as large. */
	static final List<Integer> ASKED = List.of(640, 1280, 1920, 2560);

	private static final List<String> STRATEGIES = List.of("random",
		"hierarchical", "mask-only", Strategies.AUTO, "margin", "badge");
	private static final String OWN = Strategies.AUTO;
	private static final String PAPER = "hierarchical";
	/** Ends the name of a strategy that is asked for one batch. */
	private static final String ONCE = " at once";

	private final Pool pool;
	private final List<Seed> seeds;
	private final int threads;

	/**
	 * @param seeds of the sampling, one repetition each
	 * @param threads at least 1; does not change the outcome
	 */
	public StrategyTable(final Pool pool, final List<Seed> seeds,
		final int threads)
	{
		this.pool = pool;
		this.seeds = List.copyOf(seeds);
		this.threads = threads;
	}

	/**
	 * Asks by every strategy and spreads by every rule.
	 *
	 * @throws org.twostream.core.Cancelled between two repetitions
	 */
	public ExperimentResult run(final Progress progress) {
		final Map<String, List<Measured>> all = new LinkedHashMap<>();
		final double parts = STRATEGIES.size() + 1.0;
		all.putAll(measure(PAPER, true, progress.part(0, 1 / parts)));
		for (int i = 0; i < STRATEGIES.size(); i++)
			all.putAll(measure(STRATEGIES.get(i), false, progress.part((i + 1) /
				parts, (i + 2) / parts)));
		final List<Measured> rows = new ArrayList<>();
		final List<Claim> claims = new ArrayList<>();
		for (final int batch : new int[] { 1, ASKED.size() - 1 }) {
			all.values().forEach(of -> rows.add(of.get(batch)));
			final Measured best = all.get(name(OWN, SpreadRule.CLASSIFIER)).get(
				batch);
			for (final Map.Entry<String, List<Measured>> other : all.entrySet())
				if (!other.getKey().startsWith(OWN) && (other.getKey().startsWith(
					PAPER) || other.getKey().endsWith(SpreadRule.CLASSIFIER.text())))
					claims.add(new Claim(best, other.getValue().get(batch)));
		}
		return new ExperimentResult("Strategies beyond the paper",
			"label accuracy of all ROIs", rows, claims, "asked (% of the pool)",
			curves(all), List.of("Batches of " + String.format(java.util.Locale.ROOT,
				"%.2f", 100.0 * ASKED.get(0) / Design.PAPER_POOL) +
				" % of the pool each; N, M and Q as suggest proposes them for such a batch."));
	}

	private static String name(final String strategy, final SpreadRule rule) {
		return strategy + ", " + rule.text();
	}

	/** By the name of strategy and rule, what was right after each batch. */
	private Map<String, List<Measured>> measure(final String strategy,
		final boolean once, final Progress progress)
	{
		final SpreadRule[] rules = SpreadRule.values();
		final double[][][] right = new double[rules.length][ASKED.size()][seeds
			.size()];
		final long[] asked = new long[ASKED.size()];
		for (int s = 0; s < seeds.size(); s++) {
			progress.check();
			progress.report((double) s / seeds.size(), strategy);
			final Map<Integer, Answer> answers = new TreeMap<>();
			for (int b = 0; b < asked.length; b++) {
				if (once) answers.clear();
				final Suggestion batch = batch(strategy, total(b) - answers.size(),
					answers, seeds.get(s));
				batch.queries().forEach(q -> answers.put(q.roi(), pool.real()[q.roi()]
					? Answer.TRUE : Answer.FALSE));
				asked[b] = answers.size();
				for (int r = 0; r < rules.length; r++)
					right[r][b][s] = LabelPropagation.judge(rules[r].spread(new Spreading(
						batch.places(), answers, Map.of(), pool::embeddings, seeds.get(s),
						threads)).decisions(), answers, pool.real()).all().accuracy()
						.value();
			}
		}
		final Map<String, List<Measured>> measured = new LinkedHashMap<>();
		for (int r = 0; r < rules.length; r++) {
			final List<Measured> batches = new ArrayList<>();
			final String name = name(once ? strategy + ONCE : strategy, rules[r]);
			for (int b = 0; b < asked.length; b++)
				batches.add(new Measured(name, asked[b], pool.size(), right[r][b],
					OptionalDouble.empty()));
			measured.put(name, batches);
		}
		return measured;
	}

	/** ROIs of this pool asked after one of the batches. */
	private int total(final int batch) {
		return (int) Math.max(batch + 1, Math.round((double) ASKED.get(batch) /
			Design.PAPER_POOL * pool.size()));
	}

	private Suggestion batch(final String name, final int size,
		final Map<Integer, Answer> answers, final Seed seed)
	{
		final QueryStrategy strategy = Strategies.named(name);
		return strategy.suggest(new QueryRequest(pool.embeddings(), answers
			.keySet(), Set.of(), Evidence.of(answers), strategy.budget(new BudgetKeys(
				size, 0, 0, 0)), seed.of("queries"), threads), Progress.NONE);
	}

	/** More lines than these nobody can tell apart. */
	private static List<String> shown() {
		return List.of(name("random", SpreadRule.CLASSIFIER), name(PAPER + ONCE,
			SpreadRule.MAJORITY), name(PAPER, SpreadRule.MAJORITY), name(PAPER,
				SpreadRule.CLASSIFIER), name(OWN, SpreadRule.CLASSIFIER));
	}

	private List<Curve> curves(final Map<String, List<Measured>> all) {
		final List<Curve> curves = new ArrayList<>();
		all.forEach((name, batches) -> {
			if (!shown().contains(name)) return;
			final double[] x = new double[batches.size() + 1];
			final List<MeanInterval> points = new ArrayList<>();
			points.add(MeanInterval.of(pool.start().value()));
			for (int b = 0; b < batches.size(); b++) {
				x[b + 1] = 100.0 * batches.get(b).asked() / pool.size();
				points.add(batches.get(b).interval());
			}
			curves.add(new Curve(name, x, points));
		});
		return curves;
	}
}
