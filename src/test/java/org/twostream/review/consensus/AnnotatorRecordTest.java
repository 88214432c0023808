
package org.twostream.review.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.review.Purpose;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

class AnnotatorRecordTest {

	private final List<Verdict> events = new ArrayList<>();
	private Instant now = Instant.parse("2026-01-02T03:04:05Z");

	private void answer(final String annotator, final int roi,
		final Answer answer, final Purpose purpose, final String batch,
		final long millis)
	{
		now = now.plus(Duration.ofMillis(Math.max(0, millis)));
		events.add(new Verdict("u" + events.size(), Samples.anchor(roi), answer, "",
			annotator, now, batch, "", millis, "", purpose, "a" + events.size(),
			Optional.empty()));
	}

	private AnnotatorRecord record(final String annotator) {
		final RoiTable table = Samples.table(java.util.stream.IntStream.range(0, 50)
			.mapToObj(Samples::roi).toArray(Roi[]::new));
		return AnnotatorRecord.of(events, new KnownAnswers(Votes.of(events, table),
			Map.of(9, Answer.FALSE))).stream().filter(r -> r.annotator().equals(
				annotator)).findFirst().orElseThrow();
	}

	@Test
	void countsRepeatsAndHoneypots() {
		answer("a", 0, Answer.TRUE, Purpose.QUERY, "1", 900);
		answer("a", 1, Answer.FALSE, Purpose.QUERY, "1", 900);
		answer("a", 0, Answer.TRUE, Purpose.REPEAT, "1", 900);
		answer("a", 1, Answer.FALSE, Purpose.REPEAT, "1", 900);
		answer("a", 1, Answer.TRUE, Purpose.REPEAT, "1", 900); // thought again
		answer("a", 0, Answer.TRUE, Purpose.REPEAT, "2", 900);
		answer("b", 5, Answer.TRUE, Purpose.QUERY, "1", 900);
		answer("c", 5, Answer.TRUE, Purpose.QUERY, "1", 900);
		answer("a", 5, Answer.TRUE, Purpose.HONEYPOT, "1", 900);
		answer("a", 9, Answer.UNSURE, Purpose.HONEYPOT, "1", 900);
		answer("a", 6, Answer.TRUE, Purpose.HONEYPOT, "1", 900); // not known now
		final AnnotatorRecord r = record("a");
		assertEquals(9, r.answers());
		assertEquals(1, r.unsure());
		assertEquals(3, r.repeats());
		assertEquals(2, r.repeatsSame());
		assertEquals(2, r.honeypots());
		assertEquals(1, r.honeypotsRight());
	}

	@Test
	void pausesAreNoWork() {
		for (int i = 0; i < 11; i++)
			answer("a", i, Answer.TRUE, Purpose.QUERY, "1", 2000);
		now = now.plus(Duration.ofHours(3));
		for (int i = 11; i < 22; i++)
			answer("a", i, Answer.TRUE, Purpose.QUERY, "1", 2000);
		assertEquals(30, record("a").perMinute(), 1e-9);
		assertFalse(record("a").isAlarm());
	}

	@Test
	void whoAnswersFasterThanOneCanLookIsReported() {
		for (int i = 0; i < 40; i++)
			answer("a", i, Answer.TRUE, Purpose.QUERY, "1", i < 2 ? 100 : 1500);
		assertFalse(record("a").isAlarm());
		answer("a", 40, Answer.TRUE, Purpose.QUERY, "1", 249);
		assertTrue(record("a").isAlarm());
		assertEquals(3, record("a").tooFast());
	}

	@Test
	void whatIsNotTimedMakesNoAlarm() {
		for (int i = 0; i < 9; i++)
			answer("a", i, Answer.TRUE, Purpose.QUERY, "1", i % 2 == 0 ? -1 : 0);
		assertEquals(0, record("a").timed());
		assertFalse(record("a").isAlarm());
		assertTrue(Double.isNaN(record("a").perMinute()));
	}
}
