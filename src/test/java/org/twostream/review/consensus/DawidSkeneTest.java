
package org.twostream.review.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Tsv;

class DawidSkeneTest {

	/**
	 * Dawid and Skene (1979), table 1: 45 patients, one word each; the first
	 * anaesthetist saw each three times, the other four once.
	 */
	private static final String ANAESTHETISTS =
		"1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 " +
			"2322223 4444444 2223343 1111111 2223212 1211111 1112111 1111111 " +
			"1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111 " +
			"1111111 2322222 1111111 1111111 1121121 1111111 3333233 1111111 " +
			"2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111 " +
			"1212111 2322222 1211111 2222222";

	private static double[] rounded(final double... values) {
		return Arrays.stream(values).map(v -> Math.round(v * 100) / 100.0)
			.toArray();
	}

	/** The estimates that the paper prints, to its two places. */
	@Test
	void isThatOfThePaper() {
		final List<DawidSkene.Label> labels = new ArrayList<>();
		final String[] patients = ANAESTHETISTS.split(" ");
		for (int i = 0; i < patients.length; i++)
			for (int j = 0; j < 7; j++)
				labels.add(new DawidSkene.Label(i, Math.max(0, j - 2), patients[i]
					.charAt(j) - '1'));
		final DawidSkene.Fit fit = DawidSkene.fit(labels, 4, 4,
			DawidSkene.Smoothing.NONE);
		assertArrayEquals(new double[] { 0.40, 0.42, 0.11, 0.07 }, rounded(fit
			.prior()));
		final double[][] first = { { 0.89, 0.11, 0, 0 }, { 0.07, 0.88, 0.05, 0 }, {
			0, 0.34, 0.66, 0 }, { 0, 0, 0.56, 0.44 } };
		for (int j = 0; j < 4; j++)
			assertArrayEquals(first[j], rounded(fit.confusion()[0][j]));
	}

	/** Votes with gaps, as crowd-kit settles them, to its full convergence. */
	@Test
	void isThatOfCrowdKit() {
		final Tsv table = Tsv.read(Path.of("test-data/review/dawid-skene.tsv"));
		final List<DawidSkene.Label> labels = new ArrayList<>();
		for (int i = 0; i < table.size(); i++) {
			final String votes = table.get(i, "votes");
			for (int k = 0; k < votes.length(); k++)
				if (votes.charAt(k) != '-') labels.add(new DawidSkene.Label(i, k, "TFU"
					.indexOf(votes.charAt(k))));
		}
		final DawidSkene.Fit fit = DawidSkene.fit(labels, 3, 3,
			DawidSkene.Smoothing.NONE);
		for (int i = 0; i < table.size(); i++)
			assertArrayEquals(new double[] { table.number(i, "p_true"), table.number(
				i, "p_false"), table.number(i, "p_unsure") }, fit.posterior()[i], 1e-6,
				"item " + i);
	}

	/** What an item is and how its annotators err is found again. */
	@Test
	void findsTheErrorRatesThatMadeTheAnswers() {
		final double[][][] truth = { { { 0.95, 0.02, 0.03 }, { 0.04, 0.9, 0.06 } },
			{ { 0.7, 0.2, 0.1 }, { 0.3, 0.5, 0.2 } }, { { 0.8, 0.2, 0 }, { 0.1, 0.9,
				0 } }, { { 0.9, 0.05, 0.05 }, { 0.4, 0.55, 0.05 } } };
		final SplittableRandom random = new SplittableRandom(3);
		final List<DawidSkene.Label> labels = new ArrayList<>();
		final int n = 4000;
		final int[] real = new int[n];
		for (int i = 0; i < n; i++) {
			real[i] = random.nextDouble() < 0.6 ? 0 : 1;
			for (int k = 0; k < truth.length; k++) {
				final double u = random.nextDouble();
				final double[] p = truth[k][real[i]];
				labels.add(new DawidSkene.Label(i, k, u < p[0] ? 0 : u < p[0] + p[1] ? 1
					: 2));
			}
		}
		final DawidSkene.Fit fit = DawidSkene.fit(labels, 2, 3,
			DawidSkene.Smoothing.USUAL);
		assertEquals(0.6, fit.prior()[0], 0.03);
		for (int k = 0; k < truth.length; k++)
			for (int j = 0; j < 2; j++)
				assertArrayEquals(truth[k][j], fit.confusion()[k][j], 0.04,
					"annotator " + k);
		int right = 0;
		int byMajority = 0;
		for (int i = 0; i < n; i++) {
			if ((fit.posterior()[i][0] > 0.5 ? 0 : 1) == real[i]) right++;
			final int item = i;
			final long t = labels.subList(4 * i, 4 * i + 4).stream().filter(l -> l
				.item() == item && l.response() == 0).count();
			final long f = labels.subList(4 * i, 4 * i + 4).stream().filter(l -> l
				.item() == item && l.response() == 1).count();
			if ((t >= f ? 0 : 1) == real[i]) byMajority++;
		}
		assertTrue(right > byMajority + 0.02 * n, right + " and " + byMajority);
	}

	@Test
	void nothingIsFittedByNothing() {
		final DawidSkene.Fit fit = DawidSkene.fit(List.of(), 2, 3,
			DawidSkene.Smoothing.USUAL);
		assertEquals(0, fit.posterior().length);
		assertArrayEquals(new double[] { 0.5, 0.5 }, fit.prior());
	}
}
