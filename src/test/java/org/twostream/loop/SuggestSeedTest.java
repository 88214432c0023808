
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.query.Query;
import org.twostream.review.Anchor;
import org.twostream.review.Journal;

/**
 * Clusters start from the seed of the project: as long as the embeddings are
 * the same they stay from batch to batch, and answers in them add up.
 */
class SuggestSeedTest {

	@TempDir
	Path folder;

	private static StepResult suggest(final SmallProject small, final int round,
		final long seed)
	{
		return small.steps().suggest(new SuggestOptions("", "hierarchical", 0, 3, 2,
			1, 0, round, new Compute("cpu", 2, new Seed(seed), "fp32")));
	}

	private static List<String> clusters(final SmallProject small,
		final StepResult batch)
	{
		final List<String> clusters = new ArrayList<>();
		ReviewStep.Batch.of(small.project(), batch.id()).suggestion().places()
			.forEach(p -> clusters.add(p.maskCluster() + " " + p.imageCluster()));
		return clusters;
	}

	@Test
	void clustersStayFromBatchToBatch() {
		final SmallProject small = SmallProject.in(folder);
		small.encode();
		final StepResult first = suggest(small, 0, 1);
		final List<Query> asked = ReviewStep.Batch.of(small.project(), first.id())
			.suggestion().queries();
		try (Journal journal = Journal.open(folder.resolve("verdicts"), "Ann")) {
			for (final Query q : asked)
				journal.record(new Journal.Entry(Anchor.of(small.table().get(q.roi()),
					"001"), Answer.TRUE, "", first.id(), "", -1));
		}
		final StepResult second = suggest(small, 0, 1);
		final StepResult third = suggest(small, 1, 1);
		assertNotEquals(first.id(), second.id());
		assertNotEquals(second.id(), third.id());
		assertEquals(clusters(small, first), clusters(small, second));
		assertEquals(clusters(small, first), clusters(small, third));
		final List<Integer> rows = asked.stream().map(Query::roi).toList();
		for (final Query q : ReviewStep.Batch.of(small.project(), second.id())
			.suggestion().queries())
			assertFalse(rows.contains(q.roi()));
		// They do hang on the seed, so that the above says something.
		assertNotEquals(clusters(small, first), clusters(small, suggest(small, 0,
			2)));
	}
}
