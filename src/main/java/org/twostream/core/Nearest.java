
package org.twostream.core;

import java.util.Collection;
import java.util.Comparator;

/** Which known name was meant, for refusals of unknown ones. */
public final class Nearest {

	private Nearest() {}

	/**
	 * The name with the smallest edit distance, the first of equal ones.
	 *
	 * @param names at least one
	 */
	public static String to(final String typed, final Collection<String> names) {
		return names.stream().min(Comparator.comparingInt(n -> distance(typed, n)))
			.orElseThrow();
	}

	/** Insertions, deletions, replacements and swaps of neighbours. */
	public static int distance(final String a, final String b) {
		final int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++)
			for (int j = 0; j <= b.length(); j++)
				d[i][j] = i == 0 || j == 0 ? i + j : step(d, i, j, a, b);
		return d[a.length()][b.length()];
	}

	private static int step(final int[][] d, final int i, final int j,
		final String a, final String b)
	{
		final int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1)
			? 0 : 1);
		final int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
		final boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j -
			2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
	}
}
