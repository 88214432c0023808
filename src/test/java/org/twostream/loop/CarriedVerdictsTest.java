
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Tsv;
import org.twostream.review.Anchor;
import org.twostream.review.Find;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;

/** Answers outlive a new proposal, and what became of them is said. */
class CarriedVerdictsTest {

	@TempDir
	Path folder;

	private SmallProject small;

	@BeforeEach
	void make() {
		small = SmallProject.in(folder);
	}

	private StepResult propose() {
		final Path prediction = folder.resolve("new.zarr");
		// 0 stays, 1 splits, 2 and 3 merge, 4 is gone, 5 is a bit larger.
		small.predict(prediction, SmallProject.box(0), new Box(12, 4, 1, 14, 12, 5),
			new Box(16, 4, 1, 18, 12, 5), new Box(22, 4, 1, 38, 12, 5), new Box(51, 4,
				1, 58, 12, 6), SmallProject.box(9));
		return small.steps().propose(Source.NONE, new ProposeOptions(prediction
			.toString(), "0.5", 1, 26, 100, SmallProject.compute()));
	}

	private void answer() {
		try (Journal journal = Journal.open(folder.resolve("verdicts"), "Ann")) {
			for (int row = 0; row < 6; row++)
				journal.record(new Journal.Entry(Anchor.of(small.table().get(row),
					"001"), Answer.FALSE, "", "001", "", -1));
			journal.undo(journal.record(new Journal.Entry(Anchor.of(small.table().get(
				9), "001"), Answer.FALSE, "", "001", "", -1)));
			final Anchor place = new Anchor(new Box(200, 6, 2, 201, 7, 3), 1600, 48,
				60, "", 0, "001");
			journal.record(new Journal.Entry(place, Answer.TRUE, "", "001", "", -1,
				Purpose.MISSED, Optional.of(new Find(200, 6, 2, "001", 0))));
		}
	}

	@Test
	void proposeListsWhatBecameOfEveryAnswer() throws Exception {
		answer();
		final StepResult proposed = propose();
		assertEquals("002", proposed.id());
		assertEquals("2 carried, 1 split, 2 merged, 1 orphaned, 1 missed" +
			" (ROIs; listed in carried.tsv)", proposed.summary().get(
				"earlier_answers"));
		final Tsv list = Tsv.read(proposed.path().resolve("carried.tsv"));
		final Map<String, String> fates = new TreeMap<>();
		for (int i = 0; i < list.size(); i++)
			fates.put(list.get(i, "roi"), list.get(i, "fate"));
		assertEquals(Map.of("0", "missed", "1", "carried", "2", "split", "3",
			"merged", "4", "merged", "5", "orphaned", "6", "carried"), fates);
		final StepResult compared = small.steps().compare(new CompareOptions("",
			"majority", "", "", SmallProject.compute()));
		final String page = Files.readString(compared.path().resolve("index.html"));
		assertTrue(page.contains(
			"2 carried, 2 merged, 1 missed, 1 orphaned, 1 split"), page);
		assertEquals(2, Answers.of(RoiSet.of(small.project(), "")).byRow().size());
	}

	@Test
	void withoutAnswersThereIsNothingToSay() {
		final StepResult proposed = propose();
		assertFalse(proposed.summary().containsKey("earlier_answers"));
		assertFalse(Files.exists(proposed.path().resolve("carried.tsv")));
	}
}
