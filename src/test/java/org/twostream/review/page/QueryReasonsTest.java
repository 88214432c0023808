
package org.twostream.review.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.query.Place;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewItem;

class QueryReasonsTest {

	private static ReviewItem item(final int row, final Purpose purpose) {
		return new ReviewItem(row, purpose, 1, "why");
	}

	private static String reason(final int row, final Place... places) {
		return new QueryReasons(List.of(places)).of(item(row, Purpose.QUERY));
	}

	@Test
	void saysClusterDistanceAndForHowManyItSpeaks() {
		final Place asked = new Place(2, 0, 11, 0, 0.8123);
		final Place follower = new Place(2, 0, 11, 0, 1.5);
		assertEquals(
			"cluster 12 (mask 3, image 1), 0.81 from its centre, speaks for 3 ROIs",
			reason(0, asked, follower, follower, new Place(1, 1, 4, -1, 2)));
		assertEquals("cluster 12 (image 1), 0.81 from its centre, speaks for 1 ROI",
			reason(0, new Place(-1, 0, 11, 0, 0.8123)));
		assertEquals("cluster 1 (mask 4), 1.0 from its centre", reason(0, new Place(
			3, -1, 0, -1, 1)));
	}

	@Test
	void aStrategyWithoutClustersSpeaksForItself() {
		assertEquals("why", reason(0, new Place(-1, -1, -1, 0, Double.NaN)));
		assertEquals("why", reason(5, new Place(0, 0, 0, 0, 1)));
	}

	@Test
	void aCheckReadsAsAQueryDoes() {
		final Place asked = new Place(0, 0, 0, 0, 0.5);
		final QueryReasons reasons = new QueryReasons(List.of(asked, new Place(0, 0,
			0, 0, 0.5)));
		assertEquals(reasons.of(item(0, Purpose.QUERY)), reasons.of(item(1,
			Purpose.HONEYPOT)));
	}
}
