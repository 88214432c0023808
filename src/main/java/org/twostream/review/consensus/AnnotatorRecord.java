
package org.twostream.review.consensus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.core.Answer;
import org.twostream.review.Verdict;

/**
 * How much, how well and how fast one annotator answered.
 *
 * @param annotator name
 * @param answers that stand, checks among them
 * @param unsure of these
 * @param repeats ROIs that were asked again
 * @param repeatsSame of these, answered as before
 * @param honeypots ROIs asked whose answer is known
 * @param honeypotsRight of these, answered right
 * @param perMinute answers per minute of work, where more than a minute without
 *          an answer is a pause; NaN with fewer than two answers in a row
 * @param timed answers of which is known how long the ROI was shown
 * @param tooFast of these, given before an ROI can be looked at
 */
public record AnnotatorRecord(String annotator, int answers, int unsure,
		int repeats, int repeatsSame, int honeypots, int honeypotsRight,
		double perMinute, int timed, int tooFast) {

	/** Milliseconds from showing to answering that no look at an ROI takes. */
	public static final long TOO_FAST_MILLIS = 250;
	/** Share of such answers that makes the alarm. */
	public static final double ALARM = 0.05;
	private static final Duration PAUSE = Duration.ofMinutes(1);

	/** Whether so many answers were too fast that all are in doubt. */
	public boolean isAlarm() {
		return timed > 0 && tooFast > ALARM * timed;
	}

	/**
	 * @param standing answers that are not undone, by time
	 * @param known what a honeypot's right answer is
	 * @return by name
	 */
	public static List<AnnotatorRecord> of(final List<Verdict> standing,
		final KnownAnswers known)
	{
		final SortedMap<String, List<Verdict>> byName = new TreeMap<>();
		for (final Verdict v : standing)
			byName.computeIfAbsent(v.annotator(), name -> new ArrayList<>()).add(v);
		return byName.entrySet().stream().map(e -> of(e.getKey(), e.getValue(),
			known)).toList();
	}

	private static AnnotatorRecord of(final String annotator,
		final List<Verdict> own, final KnownAnswers known)
	{
		final int[] repeats = new int[2];
		known.votes().repeats().forEach((row, list) -> before(row, annotator, known
			.votes()).ifPresent(first -> count(list, annotator, first, repeats)));
		final int[] honeypots = new int[2];
		known.votes().honeypots().forEach((row, list) -> known.of(row, annotator)
			.ifPresent(right -> count(list, annotator, right, honeypots)));
		final List<Verdict> timed = own.stream().filter(v -> v.millisShown() > 0)
			.toList();
		return new AnnotatorRecord(annotator, own.size(), (int) own.stream().filter(
			v -> v.answer() == Answer.UNSURE).count(), repeats[0], repeats[1],
			honeypots[0], honeypots[1], perMinute(own), timed.size(), (int) timed
				.stream().filter(v -> v.millisShown() < TOO_FAST_MILLIS).count());
	}

	private static Optional<Answer> before(final int row, final String annotator,
		final Votes votes)
	{
		return votes.byRow().getOrDefault(row, List.of()).stream().filter(v -> v
			.annotator().equals(annotator)).map(Verdict::answer).findFirst();
	}

	/** Of each batch the last answer to a check counts. */
	private static void count(final List<Verdict> checks, final String annotator,
		final Answer expected, final int[] allAndSame)
	{
		final Map<String, Answer> byBatch = new TreeMap<>();
		for (final Verdict v : checks)
			if (v.annotator().equals(annotator)) byBatch.put(v.batch(), v.answer());
		allAndSame[0] += byBatch.size();
		allAndSame[1] += (int) byBatch.values().stream().filter(a -> a == expected)
			.count();
	}

	// Answers of one action have nearly the same time: a run of tiles took from
	// the answer before to its end.
	private static double perMinute(final List<Verdict> own) {
		long millis = 0;
		int answers = 0;
		for (int i = 1; i < own.size(); i++) {
			final Duration gap = Duration.between(own.get(i - 1).time(), own.get(i)
				.time());
			if (gap.compareTo(PAUSE) > 0) continue;
			millis += gap.toMillis();
			answers++;
		}
		return millis == 0 ? Double.NaN : answers * 60_000.0 / millis;
	}
}
