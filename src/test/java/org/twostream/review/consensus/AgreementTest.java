
package org.twostream.review.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.review.Samples;
import org.twostream.review.Verdict;

class AgreementTest {

	/** One letter per annotator a, b, c, ...: T, F, U or - for none. */
	static List<Verdict> votes(final int roi, final String letters) {
		final List<Verdict> list = new ArrayList<>();
		for (int i = 0; i < letters.length(); i++) {
			final int answer = "TFU".indexOf(letters.charAt(i));
			if (answer >= 0) list.add(Samples.verdict(Samples.anchor(roi), String
				.valueOf((char) ('a' + i)), Answer.values()[answer]));
		}
		return list;
	}

	private static Agreement agreement(final String... items) {
		final List<List<Verdict>> list = new ArrayList<>();
		for (int i = 0; i < items.length; i++)
			list.add(votes(i, items[i]));
		return Agreement.of(list);
	}

	/** 20 T/T, 5 T/F, 10 F/T, 15 F/F: po = 0.7, pe = 0.5, kappa = 0.4. */
	@Test
	void kappaOfATextbookTable() {
		final List<String> items = new ArrayList<>();
		items.addAll(java.util.Collections.nCopies(20, "TT"));
		items.addAll(java.util.Collections.nCopies(5, "TF"));
		items.addAll(java.util.Collections.nCopies(10, "FT"));
		items.addAll(java.util.Collections.nCopies(15, "FF"));
		items.add("T-");
		final Agreement a = agreement(items.toArray(new String[0]));
		assertEquals(50, a.common("a", "b"));
		assertEquals(0.7, a.percent("a", "b"), 1e-12);
		assertEquals(0.4, a.kappa("a", "b"), 1e-12);
	}

	/**
	 * Krippendorff, Computing Krippendorff's alpha-reliability (2011), section B:
	 * two observers, ten items, binary: alpha = 0.095.
	 */
	@Test
	void alphaOfKrippendorffsBinaryExample() {
		final String meg = "FTFFFFFFTF";
		final String owen = "TTTFFTFFFF";
		final String[] items = new String[10];
		for (int i = 0; i < 10; i++)
			items[i] = "" + meg.charAt(i) + owen.charAt(i);
		assertEquals(0.095, agreement(items).alpha(), 5e-4);
	}

	/** By the definition: disagreement of pairs, observed against expected. */
	@Test
	void alphaWithMissingAnswersIsThatOfTheDefinition() {
		final String[] items = { "TTF-", "T-T-", "UUT-", "F-FF", "---T", "TFFU",
			"-F-F", "TTTT" };
		final List<Character> values = new ArrayList<>();
		double observed = 0;
		for (final String item : items) {
			final String given = item.replace("-", "");
			if (given.length() < 2) continue;
			for (int i = 0; i < given.length(); i++) {
				values.add(given.charAt(i));
				for (int j = 0; j < given.length(); j++)
					if (i != j && given.charAt(i) != given.charAt(j)) observed += 1.0 /
						(given.length() - 1);
			}
		}
		double expected = 0;
		for (int i = 0; i < values.size(); i++)
			for (int j = 0; j < values.size(); j++)
				if (i != j && values.get(i).charValue() != values.get(j)) expected++;
		final double n = values.size();
		assertEquals(1 - observed / n / (expected / (n * (n - 1))), agreement(items)
			.alpha(), 1e-12);
	}

	@Test
	void fullAgreementIsOneAndNothingToCompareIsNaN() {
		assertEquals(1, agreement("TT", "FF").alpha(), 1e-12);
		assertEquals(1, agreement("TT", "FF").kappa("a", "b"), 1e-12);
		assertTrue(Double.isNaN(agreement("T-", "-F").alpha()));
		assertTrue(Double.isNaN(agreement("T-", "-F").kappa("a", "b")));
		assertTrue(Double.isNaN(agreement("TT", "TT").kappa("a", "b")));
		assertTrue(Double.isNaN(agreement("TT", "TT").alpha()));
		assertTrue(Double.isNaN(agreement().alpha()));
		assertEquals(List.of("a", "b"), List.copyOf(agreement("T-", "-F")
			.annotators()));
	}
}
