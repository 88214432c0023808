
package org.twostream.loop;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.measure.Proportion;
import org.twostream.review.Decision;
import org.twostream.review.spread.SpreadRule;
import org.twostream.review.spread.Spreading;

/**
 * What the audited ROIs of a batch say of the decisions on ROIs that nobody was
 * asked about: the answers are spread once without theirs, and then compared
 * with theirs. Drawn uniformly from what had not been asked, they judge without
 * bias; the decisions that count use their answers too, so they are better
 * rather than worse. Answers Unsure are left out.
 *
 * @param right decisions that agree with the answer
 * @param precision of the ROIs that were decided to stay, those answered True
 */
record Audit(Proportion right, Proportion precision) {

	static Audit of(final Set<Integer> audited, final SpreadRule rule,
		final Spreading all)
	{
		final Map<Integer, Answer> others = new TreeMap<>(all.answers());
		others.keySet().removeAll(audited);
		int said = 0, agreed = 0, kept = 0, real = 0;
		if (!audited.isEmpty()) for (final Decision d : rule.spread(new Spreading(
			all.places(), others, all.probability(), all.embeddings(), all.seed(), all
				.threads())).decisions())
		{
			final Answer answer = all.answers().get(d.row());
			if (!audited.contains(d.row()) || answer == null ||
				answer == Answer.UNSURE) continue;
			final boolean yes = answer == Answer.TRUE;
			said++;
			if (d.keeps() == yes) agreed++;
			if (d.keeps()) kept++;
			if (d.keeps() && yes) real++;
		}
		return new Audit(new Proportion(agreed, said), new Proportion(real, kept));
	}

	/** Whether anything was audited and answered. */
	boolean isThere() {
		return right.n() > 0;
	}

	/** Whether the lower end of the precision's interval reaches so much. */
	boolean reaches(final double enough) {
		return precision.n() > 0 && precision.low() >= enough;
	}

	/** For the summary of a step. */
	void note(final Map<String, String> summary, final double enough) {
		if (!isThere()) return;
		summary.put("audit: decided right", right.text());
		summary.put("audit: kept and real", precision.text());
		summary.put("enough", String.format(Locale.ROOT,
			"%s: the lower end is %s %.1f %%", reaches(enough) ? "yes, stop"
				: "not yet", reaches(enough) ? "not below" : "below", 100 * enough));
	}

	/** For the figures of a step. */
	Json json(final double enough) {
		return new Json().put("right", right.toJson()).put("precision", precision
			.toJson()).put("enough", enough).put("stop", reaches(enough));
	}
}
