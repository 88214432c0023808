
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.review.Anchor;
import org.twostream.review.Decision;
import org.twostream.review.DecisionTable;
import org.twostream.review.Journal;
import org.twostream.review.Purpose;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;

/** Several annotators, from their journals to decisions and reports. */
class AnnotatorsTest {

	@TempDir
	Path folder;

	private SmallProject small;

	@BeforeEach
	void make() {
		small = SmallProject.in(folder);
	}

	/** Letters by row: T, F, U, or - for none. */
	private List<Verdict> answers(final String annotator, final String letters) {
		try (Journal journal = Journal.open(folder.resolve("verdicts"),
			annotator))
		{
			return journal.recordAll(java.util.stream.IntStream.range(0, letters
				.length()).filter(i -> letters.charAt(i) != '-').mapToObj(
					i -> new Journal.Entry(Anchor.of(small.table().get(i), "001"), Answer
						.values()["TFU".indexOf(letters.charAt(i))], "", "001",
						"encoders/001", 900)).toList());
		}
	}

	private StepResult apply(final String consensus, final String until) {
		return small.steps().apply(new ApplyOptions("", consensus, until,
			SmallProject.compute()));
	}

	private List<Decision> decisions(final StepResult applied) {
		return DecisionTable.read(RoiSet.of(small.project(), "").ids(), applied
			.path().resolve("decisions.tsv"));
	}

	private StepResult suggestAdjudication() {
		return small.steps().suggest(new SuggestOptions("", "adjudication", 0, 0, 0,
			0, 0, 0, SmallProject.compute()));
	}

	@Test
	void rulesDifferWhereAnnotatorsDo() {
		// Carl answers False to nearly everything, Dora with him once.
		answers("Ann", "TTFTTFTTFTTF");
		answers("Bob", "TTFTTFTTFTTF");
		answers("Carl", "FFFFFFFFFFFF");
		answers("Dora", "TTFTTFTTFTFF");
		answers("Emil", "----------FF");
		final Decision tie = decisions(apply("majority", "")).get(10);
		assertEquals(Answer.FALSE, tie.answer());
		assertEquals(0, tie.probability());
		final StepResult modelled = apply("dawid-skene", "");
		assertEquals("002", modelled.id());
		final Decision d = decisions(modelled).get(0);
		assertEquals(Answer.TRUE, d.answer());
		assertTrue(d.probability() > 0.9 && d.probability() < 1, "" + d
			.probability());
		assertEquals("dawid-skene", Answers.of(RoiSet.of(small.project(), ""))
			.rule().text(), "later steps take it from the decisions");
		assertEquals("002", apply("dawid-skene", "").id(), "made before");
	}

	@Test
	void theStateOfAnEarlierMomentCanBeApplied() throws InterruptedException {
		final Instant then = answers("Ann", "TTFTTFTTFTTF").get(11).time();
		Thread.sleep(2);
		answers("Ann", "FFFFFFFFFFFF");
		assertFalse(decisions(apply("majority", "")).get(0).keeps());
		final StepResult old = apply("majority", then.toString());
		assertTrue(decisions(old).get(0).keeps());
		assertFalse(decisions(old).get(2).keeps());
		assertEquals("12", old.summary().get("answered"));
		assertEquals("0", apply("majority", "2000-01-01T00:00:00Z").summary().get(
			"answered"));
		assertTrue(assertThrows(UserError.class, () -> apply("majority",
			"yesterday")).getMessage().contains("until=yesterday"));
	}

	@Test
	void whatAnnotatorsDifferOnIsSettledByABatchOfItsOwn() {
		answers("Ann", "TTFTTFTTFTTT");
		answers("Bob", "TTFTTFTFFTTF");
		assertEquals("2", apply("majority", "").summary().get("ties"));
		final StepResult batch = suggestAdjudication();
		assertEquals("2 of 24 ROIs", batch.summary().get("queries"));
		assertEquals("2", small.steps().compare(new CompareOptions("", "applied",
			"", "", SmallProject.compute())).summary().get("to_adjudicate"));
		final StepResult review = small.steps().review(new ReviewOptions("",
			"oracle", "Cleo", "", SmallProject.compute()));
		assertEquals("2", review.summary().get("asked"));
		final List<Verdict> settled = Verdicts.read(folder.resolve("verdicts"))
			.current().stream().filter(v -> v.annotator().equals("Cleo")).toList();
		assertEquals(2, settled.size());
		assertTrue(settled.stream().allMatch(v -> v
			.purpose() == Purpose.ADJUDICATION && v.batch().equals(batch.id())));
		final StepResult applied = apply("majority", "");
		assertFalse(applied.summary().containsKey("ties"));
		for (final int row : new int[] { 7, 11 })
			assertEquals(SmallProject.isReal(row), decisions(applied).get(row)
				.keeps(), "row " + row);
		// The clusters are those of the batch before: 2 of 6 in each are False.
		assertEquals(Decision.Source.DEFAULT, decisions(applied).get(20).source());
		assertEquals("0 of 24 ROIs", suggestAdjudication().summary().get(
			"queries"));
		assertEquals("0", small.steps().review(new ReviewOptions("", "oracle",
			"Cleo", "", SmallProject.compute())).summary().get("asked"));
	}

	@Test
	void repeatsAreAskedAndReported() throws Exception {
		small.steps().review(new ReviewOptions("", "oracle", "Ann", "", 0.25, 0,
			SmallProject.compute()));
		final List<Verdict> standing = Verdicts.read(folder.resolve("verdicts"))
			.standing();
		assertEquals(3, standing.stream().filter(v -> v
			.purpose() == Purpose.REPEAT && v.annotator().equals("Ann")).count());
		assertEquals(15, standing.size());
		final StepResult compared = small.steps().compare(new CompareOptions("",
			"applied", "", "", SmallProject.compute()));
		final List<Json> figures = Json.read(compared.path().resolve(
			"metrics.json")).objects("annotators");
		assertEquals("Ann", figures.get(0).string("annotator"));
		assertEquals(3, figures.get(0).integer("repeats"));
		assertEquals(3, figures.get(0).integer("repeats_same"));
		assertTrue(Files.readString(compared.path().resolve("index.html")).contains(
			"repeats answered alike"));
	}

	@Test
	void honeypotsAreHeldAgainstWhatIsKnown() {
		answers("Ann", "------------TTFTTF");
		answers("Bob", "------------TTFTTF");
		small.steps().review(new ReviewOptions("", "oracle", "Dora", "", 0, 0.25,
			SmallProject.compute()));
		final List<Verdict> honeypots = Verdicts.read(folder.resolve("verdicts"))
			.standing().stream().filter(v -> v.purpose() == Purpose.HONEYPOT)
			.toList();
		assertEquals(3, honeypots.size());
		assertTrue(honeypots.stream().allMatch(v -> v.anchor().roi() > 12));
		final StepResult measured = small.steps().compare(new CompareOptions("",
			"dawid-skene", "", "", SmallProject.compute()));
		assertEquals("15 answers, 3 of 3 honeypots right", measured.summary().get(
			"Dora"));
	}

	@Test
	void theNextStartSaysWhatWasFoundInTheJournals() throws Exception {
		answers("Ann", "TTFTTFTTFTTF");
		final Path file;
		try (Stream<Path> files = Files.list(folder.resolve("verdicts"))) {
			file = files.findFirst().orElseThrow();
		}
		Files.writeString(file, "{\"event\":\"verdict\",\"uu",
			StandardOpenOption.APPEND);
		final String said = apply("majority", "").summary().get("journals");
		assertTrue(said.contains("line 13 breaks off"), said);
		assertTrue(said.contains("never confirmed"), said);
		assertEquals(said, small.steps().review(new ReviewOptions("", "oracle",
			"Ann", "", SmallProject.compute())).summary().get("journals"));
		assertEquals(Optional.of("12"), Optional.ofNullable(apply("majority", "")
			.summary().get("answered")));
	}
}
