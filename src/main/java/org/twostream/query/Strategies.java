
package org.twostream.query;

import java.util.List;
import java.util.Locale;

import org.twostream.core.Nearest;
import org.twostream.core.UserError;
import org.twostream.query.sampler.Badge;
import org.twostream.query.sampler.BalancedRandom;
import org.twostream.query.sampler.Balancing;
import org.twostream.query.sampler.Base;
import org.twostream.query.sampler.CoreSet;
import org.twostream.query.sampler.DiverseUncertainty;
import org.twostream.query.sampler.HeadSampler;
import org.twostream.query.sampler.LearningLoss;
import org.twostream.query.sampler.Mase;
import org.twostream.query.sampler.Partitioned;
import org.twostream.query.sampler.RandomSampler;
import org.twostream.query.sampler.Sampler;
import org.twostream.query.sampler.Uncertainty;
import org.twostream.query.sampler.Vaal;

/** The strategies by name. */
public final class Strategies {

	private static final String UNLIKE = "Unlike all that were chosen before it.";
	private static final String UNSURE =
		"The answers so far leave open whether it is real.";
	private static final String OPEN =
		"Typical of those that the answers so far leave open.";
	private static final String TEACHES =
		"Its answer would change the judgement of many others.";

	private static final String WRONG = "Probably judged wrongly so far.";
	private static final String RARER =
		"Probably of the rarer kind, or drawn at random.";

	/**
	 * The strategy whose answers a classifier spreads by default; the best of
	 * those measured (docs/results/experiments.md, Strategies).
	 */
	public static final String AUTO = "auto";

	private static final List<QueryStrategy> ALL = List.of( //
		new HierarchicalStrategy(), //
		new LateFusionStrategy(), //
		new MaskOnlyStrategy(), //
		new ImageOnlyStrategy(), //
		sampler(AUTO, new DiverseUncertainty(), OPEN), //
		sampler("core-set", new CoreSet(), UNLIKE), //
		sampler("partitioned-core-set", new Partitioned(new CoreSet()), UNLIKE), //
		sampler("learning-loss", new LearningLoss(), WRONG), //
		headed("confidence", Uncertainty.CONFIDENCE, UNSURE), //
		headed("margin", Uncertainty.MARGIN, UNSURE), //
		headed("entropy", Uncertainty.ENTROPY, UNSURE), //
		headed("badge", new Badge(false, 0), TEACHES), //
		headed("badge-asked", new Badge(true, 0), TEACHES), //
		sampler("partitioned-badge", new Partitioned(HeadSampler.started(new Badge(
			true, 512))), TEACHES), //
		sampler("vaal", new Vaal(), "Unlike all that were asked before."), //
		sampler("balancing", new Balancing(), RARER), //
		headed("mase", new Mase(), UNSURE), //
		headed("base", Base.ROUND_ROBIN, UNSURE), //
		headed("base-by-class", Base.BY_CLASS, UNSURE), //
		sampler("random", new RandomSampler(), "Drawn at random."), //
		sampler("balanced-random", new BalancedRandom(),
			"Drawn at random of its kind."));

	private static QueryStrategy sampler(final String name, final Sampler sampler,
		final String why)
	{
		return new SamplerStrategy(name, sampler, why);
	}

	private static QueryStrategy headed(final String name,
		final HeadSampler sampler, final String why)
	{
		return sampler(name, HeadSampler.started(sampler), why);
	}

	private Strategies() {}

	/** All, the default first. */
	public static List<QueryStrategy> all() {
		return ALL;
	}

	/**
	 * @param name value of the key {@code strategy}; case does not matter
	 * @throws UserError if there is none of that name, naming the nearest
	 */
	public static QueryStrategy named(final String name) {
		final String wanted = name.trim().toLowerCase(Locale.ROOT).replace('_',
			'-');
		for (final QueryStrategy strategy : ALL)
			if (strategy.name().equals(wanted)) return strategy;
		final List<String> names = ALL.stream().map(QueryStrategy::name).toList();
		throw new UserError("strategy=" + name + " is unknown; did you mean " +
			Nearest.to(wanted, names) + "? There are " + String.join(", ", names) +
			".");
	}
}
