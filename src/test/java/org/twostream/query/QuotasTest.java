
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class QuotasTest {

	private static int[] ints(final int... values) {
		return values;
	}

	@Test
	void eachGetsItsShare() {
		assertArrayEquals(ints(5, 5, 5), Quotas.share(ints(9, 5, 70), 5, 15));
	}

	@Test
	void whatSmallClustersLackGoesOneByOneToTheLargest() {
		// 2 + 0 short by 3 + 5: one each to 70, 9, 8, then again
		assertArrayEquals(ints(8, 2, 8, 7, 0), Quotas.share(ints(9, 2, 70, 8, 0), 5,
			25));
	}

	@Test
	void theRestOfTheBudgetToo() {
		assertArrayEquals(ints(2, 3, 3), Quotas.share(ints(10, 20, 15), 2, 8));
	}

	@Test
	void fullClustersAreSkipped() {
		assertArrayEquals(ints(3, 9), Quotas.share(ints(3, 10), 2, 12));
		assertArrayEquals(ints(3, 10), Quotas.share(ints(3, 10), 2, 13));
	}

	@Test
	void equalClustersInTheirOrder() {
		assertArrayEquals(ints(2, 1, 1), Quotas.share(ints(4, 4, 4), 1, 4));
	}

	@Test
	void moreThanThereIsIsAFault() {
		assertThrows(IllegalArgumentException.class, () -> Quotas.share(ints(1, 2),
			1, 4));
	}
}
