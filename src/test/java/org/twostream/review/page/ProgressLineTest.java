
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.twostream.review.session.Counts;
import org.twostream.review.session.Pace;

class ProgressLineTest {

	private static final long MINUTE = 60_000_000_000L;

	private static String line(final int items, final int answered,
		final int unsure, final int inAMinute)
	{
		final Pace pace = new Pace(0);
		if (inAMinute > 0) pace.answered(inAMinute, MINUTE);
		return ProgressLine.of(new Counts(items, answered, answered - unsure, 0,
			unsure), pace, 1, 5);
	}

	@Test
	void saysRateAndTimeLeft() {
		assertEquals(
			"132 of 480 answered, 41 per minute, about 8 min left; 3 Unsure; page 2 of 5",
			line(480, 132, 3, 41));
		assertEquals("0 of 480 answered; page 2 of 5", line(480, 0, 0, 0));
		assertEquals("480 of 480 answered, 100 per minute; page 2 of 5", line(480,
			480, 0, 100));
		assertEquals(
			"470 of 480 answered, 100 per minute, about 6 s left; page 2 of 5", line(
				480, 470, 0, 100));
		assertEquals(
			"10 of 10000 answered, 60 per minute, about 2 h 47 min left; page 2 of 5",
			line(10000, 10, 0, 60));
		assertEquals(
			"0 of 3600 answered, 60 per minute, about 1 h left; page 2 of 5", line(
				3600, 0, 0, 60));
	}
}
