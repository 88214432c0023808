
package org.twostream.review.consensus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.twostream.core.Answer;
import org.twostream.review.Verdict;

/**
 * How far annotators agree, over the three answers as categories. Immutable;
 * thread-safe.
 */
public final class Agreement {

	/** Per ROI the answer of each annotator who gave one. */
	private final List<Map<String, Answer>> items;

	private Agreement(final List<Map<String, Answer>> items) {
		this.items = items;
	}

	/**
	 * @param verdicts grouped by ROI, of each annotator at most one per ROI
	 */
	public static Agreement of(final Collection<List<Verdict>> verdicts) {
		final List<Map<String, Answer>> items = new ArrayList<>();
		for (final List<Verdict> list : verdicts) {
			final Map<String, Answer> item = new HashMap<>();
			for (final Verdict v : list)
				item.put(v.annotator(), v.answer());
			items.add(item);
		}
		return new Agreement(items);
	}

	public SortedSet<String> annotators() {
		final SortedSet<String> names = new TreeSet<>();
		items.forEach(item -> names.addAll(item.keySet()));
		return names;
	}

	/** Number of ROIs that both answered. */
	public int common(final String a, final String b) {
		return confusion(a, b).n;
	}

	/**
	 * Share of the ROIs that both answered on which they gave the same answer,
	 * 0..1; NaN if there is none.
	 */
	public double percent(final String a, final String b) {
		return confusion(a, b).observed();
	}

	/**
	 * Cohen's kappa (1960) of two annotators, over the ROIs that both answered:
	 * agreement beyond that expected from how often each gives each answer. 1 is
	 * full agreement, 0 is chance; NaN if there is no common ROI or both gave one
	 * and the same answer throughout.
	 */
	public double kappa(final String a, final String b) {
		final Confusion c = confusion(a, b);
		final double expected = c.expected();
		return (c.observed() - expected) / (1 - expected);
	}

	/**
	 * Krippendorff's alpha for nominal data (Krippendorff 2011) of all
	 * annotators; ROIs with one answer do not count. 1 is full agreement, 0 is
	 * chance; NaN if there are no pairs or only one answer was ever given.
	 */
	public double alpha() {
		final int k = Answer.values().length;
		final double[] total = new double[k];
		double values = 0;
		double disagreement = 0;
		for (final Map<String, Answer> item : items) {
			final int m = item.size();
			if (m < 2) continue;
			final int[] count = new int[k];
			item.values().forEach(answer -> count[answer.ordinal()]++);
			values += m;
			for (int c = 0; c < k; c++) {
				total[c] += count[c];
				disagreement += (double) count[c] * (m - count[c]) / (m - 1);
			}
		}
		double expected = 0;
		for (int c = 0; c < k; c++)
			expected += total[c] * (values - total[c]);
		return 1 - (values - 1) * disagreement / expected;
	}

	private Confusion confusion(final String a, final String b) {
		final Confusion c = new Confusion();
		for (final Map<String, Answer> item : items)
			if (item.containsKey(a) && item.containsKey(b)) c.add(item.get(a), item
				.get(b));
		return c;
	}

	private static final class Confusion {

		private final int[][] counts = new int[Answer.values().length][Answer
			.values().length];
		private int n;

		void add(final Answer a, final Answer b) {
			counts[a.ordinal()][b.ordinal()]++;
			n++;
		}

		double observed() {
			int same = 0;
			for (int c = 0; c < counts.length; c++)
				same += counts[c][c];
			return n == 0 ? Double.NaN : (double) same / n;
		}

		double expected() {
			double sum = 0;
			for (int c = 0; c < counts.length; c++) {
				int row = 0;
				int column = 0;
				for (int d = 0; d < counts.length; d++) {
					row += counts[c][d];
					column += counts[d][c];
				}
				sum += (double) row * column;
			}
			return sum / ((double) n * n);
		}
	}
}
