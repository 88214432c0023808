
package org.twostream.review.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Answer;
import org.twostream.core.UserError;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;
import org.twostream.review.Samples;
import org.twostream.review.Verdicts;

class ConsensusTest {

	@TempDir
	Path folder;

	private final Clock clock = Samples.ticking();

	/** One word per row, one letter per annotator. */
	private static Votes votes(final String... words) {
		final TreeMap<Integer, List<org.twostream.review.Verdict>> byRow =
			new TreeMap<>();
		for (int i = 0; i < words.length; i++)
			byRow.put(i, AgreementTest.votes(i, words[i]));
		return Votes.of(byRow);
	}

	private void record(final String annotator, final int roi,
		final Answer answer, final Purpose purpose)
	{
		try (Journal journal = Journal.open(folder, annotator)) {
			journal.record(new Journal.Entry(Samples.anchor(roi), answer, "", "001",
				"", -1, purpose, Optional.empty()));
		}
	}

	private Votes read() {
		return Votes.of(Verdicts.read(folder).standing(), Samples.table(Samples.roi(
			0), Samples.roi(1), Samples.roi(2)));
	}

	@Test
	void theMajorityOfThoseWhoDecidedWins() {
		final Consensus c = ConsensusRule.MAJORITY.settle(votes("TTF", "FUU", "TF",
			"UU", "TFU", "-"));
		assertEquals(Map.of(0, Answer.TRUE, 1, Answer.FALSE, 3, Answer.UNSURE), c
			.answers());
		assertEquals(List.of(2, 4), c.ties());
		assertEquals(2, c.rulings().get(0).votesTrue());
		assertEquals(1, c.rulings().get(4).votesUnsure());
		assertEquals(List.of(2, 4, 0), c.toAdjudicate());
	}

	@ParameterizedTest
	@EnumSource(ConsensusRule.class)
	void oneAnnotatorIsAlwaysBelieved(final ConsensusRule rule) {
		final Consensus c = rule.settle(votes("T", "F", "U", "T", "T", "F"));
		assertEquals(Map.of(0, Answer.TRUE, 1, Answer.FALSE, 2, Answer.UNSURE, 3,
			Answer.TRUE, 4, Answer.TRUE, 5, Answer.FALSE), c.answers());
		assertEquals(List.of(), c.toAdjudicate());
	}

	@ParameterizedTest
	@EnumSource(ConsensusRule.class)
	void whatAllSayHolds(final ConsensusRule rule) {
		final Consensus c = rule.settle(votes("TTT", "FFF", "UUU", "T-T", "FF-",
			"TTT", "FFF"));
		assertEquals(Map.of(0, Answer.TRUE, 1, Answer.FALSE, 2, Answer.UNSURE, 3,
			Answer.TRUE, 4, Answer.FALSE, 5, Answer.TRUE, 6, Answer.FALSE), c
				.answers());
		assertEquals(List.of(), c.ties());
		c.rulings().forEach((row, r) -> {
			if (row != 2) assertEquals(c.answers().get(row) == Answer.TRUE, r
				.probability() > 0.9, "row " + row + ": " + r.probability());
		});
	}

	/** One annotator guesses; two good ones who disagree with him win. */
	@Test
	void whoErrsOftenWeighsLess() {
		final SplittableRandom random = new SplittableRandom(5);
		final String[] words = new String[300];
		for (int i = 0; i < words.length; i++) {
			final char right = random.nextDouble() < 0.5 ? 'T' : 'F';
			final char wrong = right == 'T' ? 'F' : 'T';
			final StringBuilder word = new StringBuilder();
			word.append(random.nextDouble() < 0.97 ? right : wrong);
			word.append(random.nextDouble() < 0.97 ? right : wrong);
			word.append(random.nextDouble() < 0.5 ? right : wrong);
			words[i] = word.toString();
		}
		words[0] = "T-F";
		words[1] = "-FT";
		final Consensus c = ConsensusRule.DAWID_SKENE.settle(votes(words));
		assertEquals(Answer.TRUE, c.answers().get(0));
		assertEquals(Answer.FALSE, c.answers().get(1));
		assertEquals(List.of("a", "b", "c"), List.copyOf(c.confusion().keySet()));
		assertTrue(c.confusion().get("a")[0][0] > 0.92);
		assertEquals(0.5, c.confusion().get("c")[1][0], 0.1);
		assertEquals(Answer.FALSE, ConsensusRule.MAJORITY.settle(votes(words))
			.answers().getOrDefault(0, Answer.FALSE), "the majority has a tie");
	}

	@Test
	void anAdjudicationSettlesAlone() {
		record("Ann", 0, Answer.TRUE, Purpose.QUERY);
		record("Bob", 0, Answer.TRUE, Purpose.QUERY);
		record("Cleo", 0, Answer.FALSE, Purpose.QUERY);
		record("Ann", 1, Answer.TRUE, Purpose.QUERY);
		for (final ConsensusRule rule : ConsensusRule.values())
			assertEquals(List.of(0), rule.settle(read()).toAdjudicate(), rule.text());
		record("Ann", 0, Answer.FALSE, Purpose.ADJUDICATION);
		for (final ConsensusRule rule : ConsensusRule.values()) {
			final Consensus c = rule.settle(read());
			assertEquals(Answer.FALSE, c.answers().get(0));
			assertEquals(0, c.rulings().get(0).probability());
			assertTrue(c.rulings().get(0).adjudicated());
			assertEquals(2, c.rulings().get(0).votesTrue(),
				"what Ann had said herself is still a vote");
			assertEquals(List.of(), c.toAdjudicate());
		}
		record("Ann", 0, Answer.TRUE, Purpose.QUERY);
		assertEquals(Answer.FALSE, ConsensusRule.MAJORITY.settle(read()).answers()
			.get(0));
	}

	@Test
	void whatWasUndoneIsNoAdjudication() {
		try (Journal journal = Journal.open(folder, "Ann", clock)) {
			journal.undo(journal.record(new Journal.Entry(Samples.anchor(0),
				Answer.FALSE, "", "001", "", -1, Purpose.ADJUDICATION, Optional
					.empty())));
		}
		assertEquals(Map.of(), ConsensusRule.MAJORITY.settle(read()).answers());
	}

	@Test
	void checksAreNoVotes() {
		record("Ann", 0, Answer.TRUE, Purpose.QUERY);
		record("Ann", 0, Answer.FALSE, Purpose.REPEAT);
		record("Bob", 0, Answer.FALSE, Purpose.HONEYPOT);
		final Votes votes = read();
		assertEquals(Map.of(0, Answer.TRUE), ConsensusRule.MAJORITY.settle(votes)
			.answers());
		assertEquals(1, votes.repeats().get(0).size());
		assertEquals(1, votes.honeypots().get(0).size());
	}

	@Test
	void rulesAreNamed() {
		assertEquals(ConsensusRule.DAWID_SKENE, ConsensusRule.named("dawid-skene"));
		assertTrue(assertThrows(UserError.class, () -> ConsensusRule.named(
			"dawid-skeen")).getMessage().contains("dawid-skene"));
	}
}
