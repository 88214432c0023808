
package org.twostream.experiment;

import java.util.Locale;
import java.util.OptionalDouble;

import org.twostream.core.Json;
import org.twostream.core.Seed;
import org.twostream.measure.PairedDifference;

/**
 * That one row is above another, held against the same seeds.
 *
 * @param higher the row that should be above
 * @param lower the other
 */
public record Claim(Measured higher, Measured lower) {

	private static final int RESAMPLES = 10_000;

	/** Mean difference with the interval of a paired bootstrap over seeds. */
	public PairedDifference difference() {
		return PairedDifference.bootstrap(higher.values(), lower.values(),
			RESAMPLES, new Seed(1));
	}

	/** The difference in the paper, empty where it does not print both. */
	OptionalDouble printed() {
		return higher.printed().isPresent() && lower.printed().isPresent()
			? OptionalDouble.of(higher.printed().getAsDouble() - lower.printed()
				.getAsDouble()) : OptionalDouble.empty();
	}

	String text() {
		return higher.name() + " above " + lower.name();
	}

	String printedText() {
		return printed().isPresent() ? String.format(Locale.ROOT, "%+.1f", 100 *
			printed().getAsDouble()) : "–";
	}

	/** yes, no, or undecided where the interval holds 0. */
	String verdict() {
		final PairedDifference d = difference();
		if (!d.excludesZero()) return "undecided";
		return d.mean() > 0 ? "yes" : "no";
	}

	Json json() {
		final Json json = new Json().put("higher", higher.name()).put("lower", lower
			.name()).put("difference", difference().toJson()).put("holds", verdict());
		printed().ifPresent(p -> json.put("printed", p));
		return json;
	}
}
