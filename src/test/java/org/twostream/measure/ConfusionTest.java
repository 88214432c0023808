
package org.twostream.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twostream.core.Json;

/** {@link Confusion}: hand-computed values, symmetries and empty cases. */
class ConfusionTest {

	private static final double EPS = 1e-15;

	@Test
	void handComputed() {
		final Confusion c = new Confusion(6, 2, 4, 88);
		assertEquals(0.5, c.foregroundIou(), EPS);
		assertEquals(88 / 94.0, c.backgroundIou(), EPS);
		assertEquals((0.5 + 88 / 94.0) / 2, c.voc(), EPS);
		assertEquals(0.75, c.precision(), EPS);
		assertEquals(0.6, c.recall(), EPS);
		assertEquals(88 / 90.0, c.specificity(), EPS);
		assertEquals(2 * 0.75 * 0.6 / 1.35, c.f1(), EPS);
		assertEquals(new Proportion(94, 100), c.accuracy());
		assertEquals(new Proportion(10, 100), c.classBalance());
		assertEquals((0.6 + 88 / 90.0) / 2, c.balancedAccuracy(), EPS);
	}

	@Test
	void countsPairs() {
		final boolean[] decided = { true, true, true, false, false, false };
		final boolean[] truth = { true, true, false, true, false, false };
		assertEquals(new Confusion(2, 1, 1, 2), Confusion.of(decided, truth));
		assertThrows(IllegalArgumentException.class, () -> Confusion.of(decided,
			new boolean[5]));
	}

	@Test
	void iouIsSymmetricAndInversionSwapsTheClasses() {
		final Confusion c = new Confusion(6, 2, 4, 88);
		final Confusion swapped = new Confusion(6, 4, 2, 88);
		assertEquals(c.foregroundIou(), swapped.foregroundIou(), EPS);
		assertEquals(c.voc(), c.inverted().voc(), EPS);
		assertEquals(c.precision(), swapped.recall(), EPS);
		assertEquals(c, c.inverted().inverted());
	}

	@Test
	void emptyAgainstEmptyIsPerfect() {
		final Confusion c = new Confusion(0, 0, 0, 10);
		assertEquals(1, c.foregroundIou());
		assertEquals(1, c.voc());
		assertEquals(1, c.f1());
		assertTrue(Double.isNaN(c.precision()));
		assertTrue(Double.isNaN(c.recall()));
	}

	@Test
	void oneEmptySideIsAMiss() {
		final Confusion missed = new Confusion(0, 0, 5, 5);
		assertEquals(0, missed.foregroundIou());
		assertEquals(0, missed.recall());
		assertTrue(Double.isNaN(missed.precision()));
		final Json json = missed.toJson();
		assertFalse(json.has("precision"));
		assertEquals("nothing was decided yes", json.object("undefined").string(
			"precision"));
		assertFalse(new Confusion(1, 1, 1, 1).toJson().has("undefined"));
	}
}
