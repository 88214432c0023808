
package org.twostream.loop;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;
import org.twostream.review.consensus.Consensus;
import org.twostream.review.consensus.ConsensusRule;
import org.twostream.review.consensus.Votes;

/**
 * What all journals of a project say of one ROI set, whichever proposal the
 * verdicts were given for: those of the same or nearly the same box are carried
 * over.
 *
 * @param rule that settled several annotators
 * @param consensus what it says
 * @param votes what it says that of
 * @param standing all answers that stand, of other ROIs as well, by time
 * @param missed those of them that marked objects which the proposal lacks
 * @param asked rows with any answer, ties among them
 * @param problems lines of journals that could not be read, a sentence each
 */
record Answers(ConsensusRule rule, Consensus consensus, Votes votes,
		List<Verdict> standing, List<Verdict> missed, SortedSet<Integer> asked,
		List<String> problems) {

	static final String FOLDER = "verdicts";
	private static final String RULE = "consensus";
	private static final String UNTIL = "until";

	static Path journals(final Project project) {
		return project.folder().resolve(FOLDER);
	}

	/**
	 * As of now, settled by the rule of the newest decisions of this ROI set, by
	 * the majority if there are none.
	 */
	static Answers of(final RoiSet rois) {
		return of(rois, rule(rois), Optional.empty());
	}

	/**
	 * @param until only what had been recorded by then counts; empty for all
	 */
	static Answers of(final RoiSet rois, final ConsensusRule rule,
		final Optional<Instant> until)
	{
		final Verdicts all = Verdicts.read(journals(rois.project()));
		final List<Verdict> standing = MissedSet.settled(rois, seen(rois.project(),
			until.map(all::at).orElse(all)));
		final Votes votes = Votes.of(standing, rois.table());
		final Consensus consensus = rule.settle(votes);
		return new Answers(rule, consensus, votes, standing, MissedSet.missed(rois,
			standing), new TreeSet<>(consensus.rulings().keySet()), all.problems());
	}

	/** Answers that stand, of the batches that count. */
	private static List<Verdict> seen(final Project project,
		final Verdicts verdicts)
	{
		final Map<String, Boolean> seen = new HashMap<>();
		return verdicts.standing().stream().filter(v -> seen.computeIfAbsent(v
			.batch(), project::sees)).toList();
	}

	/** That of the newest decisions of this ROI set, or the majority. */
	static ConsensusRule rule(final RoiSet rois) {
		final Project project = rois.project();
		return project.newest(Kind.DECISIONS, s -> s.string("rois").equals(rois
			.id()) && s.string(UNTIL, "").isEmpty()).map(id -> ConsensusRule.named(
				project.record(Kind.DECISIONS, id).object("settings").string(RULE,
					ConsensusRule.MAJORITY.text()))).orElse(ConsensusRule.MAJORITY);
	}

	/**
	 * The key {@code until}.
	 *
	 * @param text an instant such as 2026-03-04T05:06:07Z, or "" for now
	 * @throws UserError if it is none
	 */
	static Optional<Instant> until(final String text) {
		if (text.isEmpty()) return Optional.empty();
		try {
			return Optional.of(OffsetDateTime.parse(text).toInstant());
		}
		catch (final DateTimeException e) {
			throw new UserError("until=" + text +
				" is no time; give one in UTC such as 2026-03-04T05:06:07Z.", e);
		}
	}

	/** One answer per row; Unsure where nobody decided; without ties. */
	SortedMap<Integer, Answer> byRow() {
		return consensus.answers();
	}

	/** By row, how probably it is real, where the rule estimates that. */
	SortedMap<Integer, Double> probabilities() {
		return rule == ConsensusRule.MAJORITY ? new TreeMap<>() : consensus
			.probabilities();
	}

	/** Rows answered so, ascending. */
	int[] rows(final Answer answer) {
		return byRow().entrySet().stream().filter(e -> e.getValue() == answer)
			.mapToInt(Map.Entry::getKey).toArray();
	}

	/** A number that changes with any answer, for records of settings. */
	String fingerprint() {
		return asked.size() + "-" + Integer.toHexString(new TreeMap<>(byRow())
			.toString().hashCode());
	}

	/** Notes, for records of settings, which missed objects were marked. */
	void noteMissed(final Json settings) {
		if (!missed.isEmpty()) settings.put("missed", missed.size() + "-" + Integer
			.toHexString(missed.stream().map(v -> v.find() + " " + v.annotator())
				.toList().hashCode()));
	}

	/** What a step says of the journals it read, if there is anything. */
	void note(final Map<String, String> summary) {
		if (!problems.isEmpty()) summary.put("journals", String.join(" ",
			problems));
	}
}
