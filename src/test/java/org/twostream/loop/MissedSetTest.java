
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Tsv;
import org.twostream.review.ReviewContext;
import org.twostream.review.session.ReviewSession;
import org.twostream.segment.MarkedRegion;
import org.twostream.volume.EmVolume;

/** Marked objects in the decisions of a small project. */
class MissedSetTest {

	/** Two faint objects, at rows 20 and 2. */
	private static final Box FAINT = new Box(202, 4, 1, 208, 12, 5);
	private static final Box FAINTER = new Box(22, 4, 1, 28, 12, 5);

	@TempDir
	Path folder;

	private SmallProject small;
	private Path prediction;

	/** The ROIs are at rows 3, 4 and 5 of the 24. */
	@BeforeEach
	void propose() {
		small = SmallProject.in(folder);
		prediction = folder.resolve("brought.zarr");
		small.predict(prediction, 77, List.of(FAINT), 40, List.of(FAINTER),
			SmallProject.box(3), SmallProject.box(4), SmallProject.box(5));
		small.steps().propose(Source.NONE, options("0.5"));
		small.ask();
	}

	private ProposeOptions options(final String threshold) {
		return new ProposeOptions(prediction.toString(), threshold, 10, 26, 100,
			SmallProject.compute());
	}

	private ReviewSession session(final String annotator) {
		final ReviewStep.Batch batch = ReviewStep.Batch.of(small.project(), "");
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(batch
			.rois().table(), batch.rois().id(), batch.id(), "encoders/001"), List
				.of(), Answers.journals(small.project()), annotator), () -> Scenes.of(
					batch));
	}

	private StepResult apply() {
		return small.steps().apply(new ApplyOptions("", SmallProject.compute()));
	}

	private static Set<Long> ids(final EmVolume labels, final Box box) {
		final Set<Long> ids = new TreeSet<>();
		for (final long id : labels.ids(0, box))
			ids.add(id);
		return ids;
	}

	private static List<String> column(final Tsv table, final String name) {
		final List<String> cells = new ArrayList<>();
		for (int i = 0; i < table.size(); i++)
			cells.add(table.get(i, name));
		return cells;
	}

	@Test
	void marksOfSeveralAnnotatorsAreOneObject() {
		assertEquals("0", apply().summary().get("missed"));
		try (ReviewSession ann = session("Ann");
				ReviewSession bob = session("Bob"))
		{
			ReviewSession.await(bob.markMissed(120, 14, 6)); // nothing is there
			ReviewSession.await(ann.markMissed(204, 6, 3));
			ReviewSession.await(bob.markMissed(207, 11, 1));
			ReviewSession.await(ann.markMissed(122, 14, 6)); // 16 nm away
			ReviewSession.await(ann.markMissed(24, 6, 3));
			ReviewSession.await(bob.markMissed(222, 14, 6));
			ReviewSession.await(bob.undo());
		}
		final StepResult applied = apply();
		assertEquals("3 (1 bare points)", applied.summary().get("missed"));
		final Tsv table = Tsv.read(applied.path().resolve("missed.tsv"));
		assertEquals(List.of("4", "5", "6"), column(table, "id"));
		assertEquals(List.of("point", "object", "object"), column(table, "kind"));
		assertEquals(List.of("Ann, Bob", "Ann, Bob", "Ann"), column(table,
			"annotators"));
		assertEquals(List.of("120", "204", "24"), column(table, "x_px"));
		assertEquals(List.of("120", "202", "22"), column(table, "x_min_px"));
		assertEquals(List.of(0.0, 0.3, 0.15), List.of(table.number(0, "threshold"),
			table.number(1, "threshold"), table.number(2, "threshold")));
		assertEquals(FAINT.voxels(), table.integer(1, "voxels"));
		assertEquals(8 * 204.5, table.number(1, "x_nm"), 1e-9);
		try (EmVolume labels = small.project().volume(applied.path().resolve(
			"labels.zarr").toString()))
		{
			assertEquals(Set.of(5L), ids(labels, FAINT));
			assertEquals(Set.of(6L), ids(labels, FAINTER));
			final Set<Long> all = ids(labels, labels.info().box());
			assertEquals(Set.of(0L, 1L, 2L, 3L, 5L, 6L), all);
		}
		assertEquals("made before with these settings", apply().summary().get(
			"note"));
	}

	@Test
	void whatALaterProposalHasIsThatRoi() {
		try (ReviewSession ann = session("Ann")) {
			ReviewSession.await(ann.markMissed(204, 6, 3));
			ReviewSession.await(ann.markMissed(24, 6, 3));
		}
		small.steps().propose(Source.NONE, options("0.25"));
		small.ask();
		final RoiSet later = RoiSet.of(small.project(), "");
		assertEquals(4, later.table().size());
		final Answers answers = Answers.of(later);
		final int row = later.table().rois().stream().filter(r -> r.box().equals(
			FAINT)).findFirst().flatMap(r -> later.table().row(r.id())).orElseThrow();
		assertEquals(java.util.Map.of(row, Answer.TRUE), answers.byRow());
		final StepResult applied = apply();
		assertEquals("1", applied.summary().get("missed"));
		final Tsv table = Tsv.read(applied.path().resolve("missed.tsv"));
		assertEquals(List.of("22"), column(table, "x_min_px"));
		assertEquals(List.of("5"), column(table, "id"));
	}

	@Test
	void aPointThatAnRoiHoldsIsThatRoi() {
		try (ReviewSession ann = session("Ann")) {
			ReviewSession.await(ann.markMissed(120, 14, 6));
		}
		final Path later = folder.resolve("later.zarr");
		small.predict(later, SmallProject.box(3), new Box(90, 0, 0, 150, 16, 8));
		small.steps().propose(Source.NONE, new ProposeOptions(later.toString(),
			"0.5", 10, 26, 100, SmallProject.compute()));
		final Answers answers = Answers.of(RoiSet.of(small.project(), ""));
		// Of the two ROIs that of the lowest section comes first.
		assertEquals(java.util.Map.of(0, Answer.TRUE), answers.byRow());
		assertEquals(List.of(), answers.missed());
	}

	private Json measure() {
		final StepResult result = small.steps().measure(new MeasureOptions("",
			prediction.toString(), "", "", SmallProject.compute()));
		return Json.read(result.path().resolve("metrics.json"));
	}

	private static double recall(final Json metrics, final String... names) {
		Json json = metrics;
		for (final String name : names)
			json = json.object(name);
		return json.number("value");
	}

	@Test
	void whatIsMarkedRaisesTheRecallAndIsLearned() throws Exception {
		final Path brought = folder.resolve("faint.zarr");
		// Row 6 is faint, row 7 is not there at all; row 20 is no object.
		small.predict(brought, 77, List.of(SmallProject.box(6), FAINT), 0, List
			.of(), SmallProject.box(3), SmallProject.box(4), SmallProject.box(5));
		prediction = brought;
		small.steps().propose(Source.NONE, options("0.5"));
		small.ask();
		apply();
		final Json before = measure();
		assertFalse(before.has("missed"));
		assertEquals(2 / 16.0, recall(before, "objects_corrected", "recall"));
		try (ReviewSession ann = session("Ann")) {
			ReviewSession.await(ann.markMissed(64, 6, 3));
			ReviewSession.await(ann.markMissed(74, 6, 3));
			ReviewSession.await(ann.markMissed(204, 6, 3));
			ReviewSession.await(ann.markMissed(120, 14, 6));
		}
		final Json marked = measure();
		final Json missed = marked.object("missed");
		assertEquals(4, missed.integer("marked"));
		assertEquals(0.5, recall(missed, "real"));
		assertEquals(0.5, recall(missed, "real_objects"));
		assertEquals(0.5, recall(missed, "real_points"));
		assertEquals(2 / 16.0, recall(missed, "recall"));
		assertEquals(4 / 16.0, recall(missed, "recall_with_missed"));
		final StepResult applied = apply();
		assertEquals("4 (2 bare points)", applied.summary().get("missed"));
		assertEquals(3 / 16.0, recall(measure(), "objects_corrected", "recall"));
		final RoiSet rois = RoiSet.of(small.project(), "");
		final List<MarkedRegion> lessons = FinetuneStep.marked(MissedSet.of(rois,
			Answers.of(rois)));
		assertEquals(List.of(SmallProject.box(6), new Box(74, 6, 3, 75, 7, 4),
			FAINT, new Box(120, 14, 6, 121, 15, 7)), lessons.stream().map(
				MarkedRegion::box).toList());
		assertEquals(List.of(false, true, false, true), lessons.stream().map(
			MarkedRegion::bare).toList());
		final byte[] mask = new byte[(int) SmallProject.box(6).voxels()];
		lessons.get(0).mask().paint(SmallProject.box(6), mask);
		for (final byte b : mask)
			assertEquals(1, b);
	}

	@Test
	void withoutItsPredictionAnObjectIsAPoint() {
		try (ReviewSession ann = session("Ann")) {
			ReviewSession.await(ann.markMissed(204, 6, 3));
		}
		assertFalse(MissedSet.of(RoiSet.of(small.project(), ""), Answers.of(RoiSet
			.of(small.project(), ""))).objects().get(0).mask().isEmpty());
		Folders.remove(prediction);
		final StepResult applied = apply();
		assertEquals("1 (1 bare points)", applied.summary().get("missed"));
		assertTrue(column(Tsv.read(applied.path().resolve("missed.tsv")), "kind")
			.contains("point"));
	}
}
