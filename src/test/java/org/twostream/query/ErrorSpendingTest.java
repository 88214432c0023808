
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.query.cluster.Blobs;

class ErrorSpendingTest {

	/** The sum of w^2 / n that Neyman's allocation makes least. */
	private static double variance(final double[] weights, final int[] known,
		final int[] quotas)
	{
		double sum = 0;
		for (int c = 0; c < weights.length; c++)
			sum += weights[c] * weights[c] / (known[c] + quotas[c]);
		return sum;
	}

	@Test
	void noOtherSplitHasALessVariance() {
		final double[] weights = { 10, 3, 25, 0.5 };
		final int[] known = { 0, 4, 1, 0 };
		final int[] available = { 9, 9, 5, 9 };
		final int total = 12;
		final int[] ours = ErrorSpending.allocate(weights, known, available, total);
		assertEquals(total, Arrays.stream(ours).sum());
		double least = Double.POSITIVE_INFINITY;
		for (int a = 0; a <= 9; a++)
			for (int b = 0; b <= 9; b++)
				for (int c = 0; c <= 5; c++) {
					final int d = total - a - b - c;
					if (d < 0 || d > 9) continue;
					least = Math.min(least, variance(weights, known, new int[] { a, b, c,
						d }));
				}
		assertEquals(least, variance(weights, known, ours), 1e-12);
		assertArrayEquals(new int[] { 1, 0, 1, 0 }, ErrorSpending.allocate(weights,
			new int[4], available, 2));
	}

	@Test
	void asksMoreWhereAnswersDiffer() {
		// twelve blobs that both streams see; the answers differ in blob 3 only
		final Embeddings e = new Embeddings(Blobs.of(1200, 4, 12, 2, 1), Blobs.of(
			1200, 6, 12, 2, 2));
		final Map<Integer, Answer> answers = new HashMap<>();
		for (int i = 0; i < 240; i++)
			answers.put(i, i % 12 == 3 && i % 24 == 3 || i % 12 == 7 ? Answer.FALSE
				: Answer.TRUE);
		final Set<Integer> asked = answers.keySet();
		final Suggestion s = Strategies.named("adaptive").suggest(new QueryRequest(
			e, asked, Set.of(), Evidence.of(answers), new Budget(60, 12, 1, 5),
			new Seed(1), 2), Progress.NONE);
		final Map<Integer, Long> perBlob = s.queries().stream().collect(Collectors
			.groupingBy(q -> q.roi() % 12, Collectors.counting()));
		assertTrue(IntStream.range(0, 12).filter(b -> b != 3).allMatch(b -> perBlob
			.getOrDefault(b, 0L) < perBlob.get(3)), perBlob::toString);
	}
}
