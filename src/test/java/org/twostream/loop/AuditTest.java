
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.query.Place;
import org.twostream.query.Query;
import org.twostream.query.Suggestion;
import org.twostream.review.Anchor;
import org.twostream.review.Journal;
import org.twostream.review.spread.SpreadRule;
import org.twostream.review.spread.Spreading;

class AuditTest {

	private static Spreading spreading(final List<Place> places,
		final Map<Integer, Answer> answers)
	{
		return new Spreading(places, answers, Map.of(), () -> {
			throw new AssertionError("the majority needs no embedding");
		}, new Seed(1), 1);
	}

	private static Place in(final int cluster) {
		return new Place(cluster, cluster, cluster, -1, 0);
	}

	@Test
	void judgesWithoutTheAnswersThatItJudgesBy() {
		// Cluster 0 is False by row 0, cluster 1 True by none.
		final List<Place> places = List.of(in(0), in(0), in(0), in(0), in(1), in(1),
			in(1));
		final Map<Integer, Answer> answers = Map.of(0, Answer.FALSE, 1, Answer.TRUE,
			2, Answer.FALSE, 3, Answer.UNSURE, 4, Answer.TRUE, 5, Answer.FALSE);
		final Audit audit = Audit.of(Set.of(1, 2, 3, 4, 5), SpreadRule.MAJORITY,
			spreading(places, answers));
		// right: rows 2 and 4 of 1, 2, 4, 5; kept: 4 and 5
		assertEquals(2, audit.right().successes());
		assertEquals(4, audit.right().n());
		assertEquals(1, audit.precision().successes());
		assertEquals(2, audit.precision().n());
		assertFalse(audit.reaches(0.5));
		assertTrue(audit.reaches(0.05));
		assertFalse(Audit.of(Set.of(), SpreadRule.MAJORITY, spreading(places,
			answers)).isThere());
	}

	/** Over many draws the mean is the accuracy of the unasked. */
	@Test
	void hasNoBias() {
		final int n = 400;
		final SplittableRandom random = new SplittableRandom(3);
		final List<Place> places = new ArrayList<>();
		final boolean[] real = new boolean[n];
		for (int i = 0; i < n; i++) {
			places.add(in(i % 10));
			real[i] = random.nextDouble() < (i % 10 < 3 ? 0.25 : 0.85);
		}
		double audited = 0, truth = 0;
		for (int run = 0; run < 400; run++) {
			final Map<Integer, Answer> answers = new HashMap<>();
			for (int i = 0; i < 50; i++)
				answers.put(i, real[i] ? Answer.TRUE : Answer.FALSE);
			final Map<Integer, Answer> chosen = new HashMap<>(answers);
			final Set<Integer> drawn = new HashSet<>();
			while (drawn.size() < 40)
				drawn.add(50 + random.nextInt(n - 50));
			for (final int i : drawn)
				answers.put(i, real[i] ? Answer.TRUE : Answer.FALSE);
			audited += Audit.of(drawn, SpreadRule.MAJORITY, spreading(places,
				answers)).right().value() / 400;
			truth += SpreadRule.MAJORITY.spread(spreading(places, chosen)).decisions()
				.stream().filter(d -> d.row() >= 50 && d.keeps() == real[d.row()])
				.count() / 350.0 / 400;
		}
		assertEquals(truth, audited, 0.012); // 4 standard errors
	}

	@Test
	void aProjectAuditsAndSpreadsByAClassifier(@TempDir final Path folder) {
		final SmallProject small = SmallProject.in(folder);
		small.encode();
		final StepResult batch = small.steps().suggest(new SuggestOptions("",
			"hierarchical", 12, 0, 0, 0, 0, 0.5, 0, SmallProject.compute()));
		assertEquals("6 of them drawn at random", batch.summary().get("audit"));
		assertTrue(batch.summary().get("split").contains("of 24 ROIs"));
		final Suggestion s = ReviewStep.Batch.of(small.project(), batch.id())
			.suggestion();
		assertEquals(6, s.audited().size());
		assertEquals("hierarchical", s.strategy());
		try (Journal journal = Journal.open(folder.resolve("verdicts"), "Ann")) {
			for (final Query q : s.queries())
				journal.record(new Journal.Entry(Anchor.of(small.table().get(q.roi()),
					"001"), SmallProject.isReal(q.roi()) ? Answer.TRUE : Answer.FALSE, "",
					batch.id(), "", -1));
		}
		final StepResult applied = small.steps().apply(new ApplyOptions(batch.id(),
			"majority", "", "classifier", 0.9, SmallProject.compute()));
		assertTrue(applied.summary().get("audit: decided right").endsWith(
			"n = 6)"));
		assertTrue(applied.summary().get("enough").startsWith("not yet"));
		assertEquals(applied.id(), small.steps().apply(new ApplyOptions(batch.id(),
			"majority", "", "classifier", 0.9, SmallProject.compute())).id());
		assertFalse(applied.id().equals(small.steps().apply(new ApplyOptions(batch
			.id(), "majority", "", "weighted", 0.9, SmallProject.compute())).id()));
	}
}
