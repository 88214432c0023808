
package org.twostream.review.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How fast a person answers, over the last answers and without the breaks: a
 * pause of more than a minute does not count. Thread-safe.
 */
public final class Pace {

	private static final int LAST = 200;
	private static final long BREAK_NS = Duration.ofMinutes(1).toNanos();
	private static final long LEAST_NS = Duration.ofSeconds(1).toNanos();

	private record Step(int answers, long nanos) {
	}

	private final Deque<Step> steps = new ArrayDeque<>();
	private int answers;
	private long nanos;
	private long before;

	/** @param start when the person began, ns */
	public Pace(final long start) {
		before = start;
	}

	/**
	 * Some answers were given at once.
	 *
	 * @param now ns, of the same clock as the start
	 */
	public synchronized void answered(final int count, final long now) {
		final Step step = new Step(count, Math.min(now - before, BREAK_NS));
		before = now;
		steps.add(step);
		answers += count;
		nanos += step.nanos();
		while (answers > LAST && steps.size() > 1) {
			final Step old = steps.remove();
			answers -= old.answers();
			nanos -= old.nanos();
		}
	}

	/** Answers per minute, empty before the first second of work. */
	public synchronized Optional<Double> perMinute() {
		return nanos < LEAST_NS || answers == 0 ? Optional.empty() : Optional.of(
			answers * 6e10 / nanos);
	}

	/** Time that so many answers will take, empty where there is no rate. */
	public Optional<Duration> left(final int open) {
		return perMinute().map(rate -> Duration.ofMillis(Math.round(open / rate *
			60_000)));
	}
}
