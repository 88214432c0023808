
package org.twostream.experiment;

import java.util.Locale;
import java.util.OptionalDouble;

import org.twostream.core.Json;
import org.twostream.measure.MeanInterval;

/**
 * One row of an experiment's table: the same thing measured with several seeds.
 *
 * @param name of the row
 * @param asked ROIs or images that cost budget
 * @param of how many there are
 * @param values 0..1, one per seed, in the order of the seeds; shared
 * @param printed in the paper, empty where it prints none
 */
public record Measured(String name, long asked, long of, double[] values,
		OptionalDouble printed) {

	/** Mean and 95 % interval over the seeds. */
	public MeanInterval interval() {
		return MeanInterval.of(values);
	}

	String askedText() {
		return String.format(Locale.ROOT, "%d (%.2f %%)", asked, 100.0 * asked /
			of);
	}

	String printedText() {
		return printed.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 *
			printed.getAsDouble()) : "–";
	}

	Json json() {
		final Json json = new Json().put("name", name).put("asked", asked).put("of",
			of).put("interval", interval().toJson()).put("values", values);
		printed.ifPresent(p -> json.put("printed", p));
		return json;
	}
}
