
package org.twostream.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall time by step, in the order of the steps. Not thread-safe. */
final class Stopwatch {

	private final Map<String, Double> seconds = new LinkedHashMap<>();

	/** Runs a piece of work and adds its time to a step's. */
	<T> T time(final String step, final Supplier<T> work) {
		final long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			seconds.merge(step, (System.nanoTime() - start) / 1e9, Double::sum);
		}
	}

	/** The times so far; begins anew. */
	Map<String, Double> take() {
		final Map<String, Double> taken = new LinkedHashMap<>(seconds);
		seconds.clear();
		return taken;
	}
}
