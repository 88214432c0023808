
package org.twostream.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.measure.Proportion;
import org.twostream.measure.report.Report;
import org.twostream.measure.report.Table;
import org.twostream.review.consensus.Agreement;
import org.twostream.review.consensus.AnnotatorRecord;
import org.twostream.review.consensus.Consensus;
import org.twostream.review.consensus.KnownAnswers;
import org.twostream.review.consensus.Ruling;

/**
 * What a report says of annotators: how far they agree, how good and fast each
 * is, and what is to be settled.
 *
 * @param answers of all
 * @param annotators how each did
 */
record AnnotatorsSection(Answers answers, List<AnnotatorRecord> annotators) {

	private static final int MOST_LISTED = 200;

	/**
	 * @param truth URI by the key {@code truth}; it is looked at only if somebody
	 *          answered honeypots and there is one
	 */
	static AnnotatorsSection of(final RoiSet rois, final Answers answers,
		final String truth, final int threads, final Progress progress)
	{
		final Map<Integer, Answer> known = new HashMap<>();
		final Project project = rois.project();
		if (!answers.votes().honeypots().isEmpty()) known.putAll(truth(project,
			truth, rois, threads, progress));
		return new AnnotatorsSection(answers, AnnotatorRecord.of(answers.standing(),
			new KnownAnswers(answers.votes(), known)));
	}

	/** What the truth says of each row; empty where there is no truth. */
	static Map<Integer, Answer> truth(final Project project, final String asked,
		final RoiSet rois, final int threads, final Progress progress)
	{
		final Map<Integer, Answer> known = new HashMap<>();
		if (asked.isEmpty() && project.info().truth().isEmpty()) return known;
		final boolean[] real = Truth.of(project, asked).matches(rois, threads,
			progress);
		for (int row = 0; row < real.length; row++)
			known.put(row, real[row] ? Answer.TRUE : Answer.FALSE);
		return known;
	}

	private static String figure(final double value) {
		return Double.isNaN(value) ? "–" : Figures.of(value);
	}

	/** Whether there is anything to compare. */
	boolean isWorthIt() {
		return annotators.size() > 1 || annotators.stream().anyMatch(a -> a
			.repeats() + a.honeypots() > 0);
	}

	Agreement agreement() {
		return Agreement.of(answers.votes().byRow().values());
	}

	Report.Section section(final RoiSet rois) {
		final List<Report.Part> parts = new ArrayList<>();
		parts.add(each());
		for (final AnnotatorRecord a : annotators)
			if (a.isAlarm()) parts.add(new Report.Paragraph("Too fast: " + a
				.annotator() + " gave " + a.tooFast() + " of " + a.timed() +
				" answers in less than " + AnnotatorRecord.TOO_FAST_MILLIS +
				" ms, sooner than one can look."));
		if (annotators.size() > 1) {
			parts.add(pairs());
			parts.add(new Report.Paragraph(
				"Krippendorff's alpha of all annotators: " + figure(agreement()
					.alpha()) + "; 1 is full agreement, 0 is chance."));
		}
		if (!answers.consensus().confusion().isEmpty()) parts.add(confusion());
		parts.add(open(rois));
		return new Report.Section("Annotators", parts);
	}

	private static String share(final int part, final int all) {
		return all == 0 ? "–" : new Proportion(part, all).text();
	}

	private Table each() {
		final List<List<String>> rows = new ArrayList<>();
		for (final AnnotatorRecord a : annotators)
			rows.add(List.of(a.annotator(), Integer.toString(a.answers()), share(a
				.unsure(), a.answers()), share(a.repeatsSame(), a.repeats()), share(a
					.honeypotsRight(), a.honeypots()), figure(a.perMinute()), share(a
						.tooFast(), a.timed())));
		return new Table("Annotators", List.of("annotator", "answers", "Unsure",
			"repeats answered alike", "honeypots right", "answers per minute",
			"too fast"), rows);
	}

	private Table pairs() {
		final Agreement agreement = agreement();
		final List<String> names = List.copyOf(agreement.annotators());
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			for (int j = i + 1; j < names.size(); j++)
				rows.add(List.of(names.get(i), names.get(j), Integer.toString(agreement
					.common(names.get(i), names.get(j))), figure(agreement.percent(names
						.get(i), names.get(j))), figure(agreement.kappa(names.get(i), names
							.get(j)))));
		return new Table("Agreement", List.of("annotator", "and", "ROIs of both",
			"share alike", "Cohen's kappa"), rows);
	}

	private Table confusion() {
		final List<List<String>> rows = new ArrayList<>();
		for (final Map.Entry<String, double[][]> e : answers.consensus().confusion()
			.entrySet())
			for (int j = 0; j < 2; j++) {
				final List<String> row = new ArrayList<>(List.of(e.getKey(), j == 0
					? "real" : "not"));
				for (final double p : e.getValue()[j])
					row.add(figure(p));
				rows.add(row);
			}
		return new Table("How often an annotator says what of which ROI, " +
			"estimated by Dawid and Skene's model", List.of("annotator", "truly",
				Answer.TRUE.text(), Answer.FALSE.text(), Answer.UNSURE.text()), rows);
	}

	private Table open(final RoiSet rois) {
		final Consensus consensus = answers.consensus();
		final List<Integer> open = consensus.toAdjudicate();
		final List<List<String>> rows = new ArrayList<>();
		for (final int row : open.subList(0, Math.min(MOST_LISTED, open.size()))) {
			final Ruling r = consensus.rulings().get(row);
			rows.add(List.of(Long.toString(rois.table().get(row).id()), Integer
				.toString(r.votesTrue()), Integer.toString(r.votesFalse()), Integer
					.toString(r.votesUnsure()), r.answer().map(Answer::text).orElse(
						"tie"), figure(r.probability())));
		}
		return new Table(
			"To be settled by suggest strategy=adjudication and review: " + open
				.size() + " ROIs" + (open.size() > rows.size() ? ", the first " + rows
					.size() + " of them" : ""), List.of("ROI", "True", "False", "Unsure",
						"answer now", "probability"), rows);
	}

	Json json() {
		final Agreement agreement = agreement();
		return new Json().put("consensus", answers.rule().text()).put(
			"krippendorff_alpha", agreement.alpha()).put("to_adjudicate", answers
				.consensus().toAdjudicate().size()).put("ties", answers.consensus()
					.ties().size()).put("annotators", annotators.stream().map(
						a -> new Json().put("annotator", a.annotator()).put("answers", a
							.answers()).put("unsure", a.unsure()).put("repeats", a.repeats())
							.put("repeats_same", a.repeatsSame()).put("honeypots", a
								.honeypots()).put("honeypots_right", a.honeypotsRight()).put(
									"per_minute", a.perMinute()).put("timed", a.timed()).put(
										"too_fast", a.tooFast())).toList()).put("pairs", pairs()
											.rows().stream().map(r -> new Json().put("a", r.get(0))
												.put("b", r.get(1)).put("common", agreement.common(r
													.get(0), r.get(1))).put("percent", agreement.percent(r
														.get(0), r.get(1))).put("kappa", agreement.kappa(r
															.get(0), r.get(1)))).toList());
	}
}
