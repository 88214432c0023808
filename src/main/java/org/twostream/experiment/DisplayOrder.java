
package org.twostream.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.query.Query;
import org.twostream.query.Suggestion;

/**
 * How often the answer changes from one ROI to the next on the review page, a
 * grid of 10 x 10 read line by line, when queries are shown cluster by cluster,
 * and when the same queries are shown in a random order. The paper claims from
 * a user study that fewer changes save time (section 6.3) and prints no number
 * of changes.
 */
public final class DisplayOrder {

	/** ROIs on a page. */
	public static final int PAGE = 100;

	private static final List<String> SHOWN = List.of("hierarchical 64 x 4",
		"mask-only 256", "image-only 256", "late fusion 256");

	private final Pool pool;
	private final List<Seed> seeds;
	private final int threads;

	/**
	 * @param seeds of the sampling, one repetition each
	 * @param threads at least 1; does not change the outcome
	 */
	public DisplayOrder(final Pool pool, final List<Seed> seeds,
		final int threads)
	{
		this.pool = pool;
		this.seeds = List.copyOf(seeds);
		this.threads = threads;
	}

	/**
	 * Measures every design that has an order.
	 *
	 * @throws org.twostream.core.Cancelled between two designs
	 */
	public ExperimentResult run(final Progress progress) {
		final List<Measured> rows = new ArrayList<>();
		final List<Claim> claims = new ArrayList<>();
		final List<Design> designs = Design.table2().stream().filter(d -> SHOWN
			.contains(d.name())).toList();
		for (final Design design : designs) {
			progress.check();
			progress.report((double) rows.size() / 2 / designs.size(), design.name());
			final double[] clustered = new double[seeds.size()];
			final double[] random = new double[seeds.size()];
			long asked = 0;
			for (int s = 0; s < clustered.length; s++) {
				final boolean[] order = order(new LabelPropagation(threads).suggest(
					pool, design, seeds.get(s), Progress.NONE));
				asked = order.length;
				clustered[s] = changes(order, PAGE);
				random[s] = changes(shuffled(order, seeds.get(s)), PAGE);
			}
			final Measured shown = row(design.name() + ", by cluster", asked,
				clustered);
			final Measured mixed = row(design.name() + ", same in random order",
				asked, random);
			rows.add(shown);
			rows.add(mixed);
			claims.add(new Claim(mixed, shown));
		}
		return new ExperimentResult("Display order: how often the answer changes",
			"neighbours whose answers differ", rows, claims, "", List.of(), List.of(
				"Neighbours: one ROI and the next in reading order on the same page of " +
					PAGE + ". Lower is quieter for the eye."));
	}

	private Measured row(final String name, final long asked,
		final double[] values)
	{
		return new Measured(name, asked, pool.size(), values, OptionalDouble
			.empty());
	}

	private boolean[] order(final Suggestion batch) {
		final boolean[] order = new boolean[batch.queries().size()];
		for (final Query q : batch.queries())
			order[q.order() - 1] = pool.real()[q.roi()];
		return order;
	}

	/**
	 * Share of the neighbours on the pages whose answers differ, 0..1; NaN if no
	 * page has two.
	 */
	static double changes(final boolean[] order, final int page) {
		int pairs = 0;
		int changes = 0;
		for (int i = 1; i < order.length; i++)
			if (i % page != 0) {
				pairs++;
				if (order[i] != order[i - 1]) changes++;
			}
		return pairs == 0 ? Double.NaN : (double) changes / pairs;
	}

	private static boolean[] shuffled(final boolean[] order, final Seed seed) {
		final boolean[] mixed = order.clone();
		final SplittableRandom random = seed.of("random display order").random();
		for (int i = mixed.length - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final boolean b = mixed[i];
			mixed[i] = mixed[j];
			mixed[j] = b;
		}
		return mixed;
	}
}
