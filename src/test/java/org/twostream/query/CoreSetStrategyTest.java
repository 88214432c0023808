
package org.twostream.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Blobs;
import org.twostream.query.cluster.KMeans;

class CoreSetStrategyTest {

	@Test
	void choosesAsTheNaiveVersion() {
		final Matrix image = Blobs.of(400, 6, 11, 25, 3);
		final Set<Integer> asked = new HashSet<>(Set.of(5, 17, 333, 8, 9));
		final Suggestion s = Strategies.named("core-set").suggest(new QueryRequest(
			new Embeddings(Blobs.of(400, 2, 3, 1, 1), image), asked, new Budget(60, 1,
				1, 1), new Seed(1), 3), Progress.NONE);
		final Set<Integer> expected = new HashSet<>();
		for (int n = 0; n < 60; n++) {
			int best = -1;
			double farthest = -1;
			for (int i = 0; i < 400; i++) {
				double nearest = Double.POSITIVE_INFINITY;
				for (final int a : asked)
					nearest = Math.min(nearest, KMeans.squaredDistance(image.row(i), image
						.row(a)));
				if (nearest > farthest) {
					farthest = nearest;
					best = i;
				}
			}
			asked.add(best);
			expected.add(best);
		}
		assertEquals(expected, s.queries().stream().map(Query::roi).collect(
			Collectors.toSet()));
	}
}
