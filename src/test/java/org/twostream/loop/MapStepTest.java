
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.Anchor;
import org.twostream.review.Journal;
import org.twostream.review.map.MapTable;

/** map on a project of 24 ROIs. */
class MapStepTest {

	@TempDir
	Path folder;

	private SmallProject small;

	@BeforeEach
	void make() {
		small = SmallProject.in(folder.resolve("p"));
		small.encode();
	}

	private StepResult map(final String layout, final int limit) {
		return small.steps().map(new MapOptions("", "both", layout, 5, limit, "",
			SmallProject.compute()));
	}

	private EmbeddingMap read(final StepResult made) {
		return MapTable.read(RoiSet.of(small.project(), "").ids(), made.path()
			.resolve("map.tsv"));
	}

	private static Set<String> files(final StepResult made) throws IOException {
		try (Stream<Path> files = Files.list(made.path())) {
			return files.map(f -> f.getFileName().toString()).collect(Collectors
				.toSet());
		}
	}

	private void answer(final int row) {
		try (Journal journal = Journal.open(folder.resolve("p/verdicts"), "Ann")) {
			journal.record(new Journal.Entry(Anchor.of(small.table().get(row), "001"),
				Answer.FALSE, "", "001", "", -1));
		}
	}

	@Test
	void drawsAllRoisInTheColoursThatThereAre() throws Exception {
		final StepResult made = map("umap", 100);
		assertEquals(IntStream.range(0, SmallProject.ROIS).boxed().toList(),
			IntStream.of(read(made).rows()).boxed().toList());
		assertEquals(Set.of("map.tsv", "index.html", "metrics.json",
			"confidence.png", "clusters.png", "truth.png"), files(made));
		final Tsv table = Tsv.read(made.path().resolve("map.tsv"));
		for (int i = 0; i < SmallProject.ROIS; i++) {
			assertEquals(SmallProject.isReal(i) ? "True" : "False", table.get(i,
				"truth"));
			assertEquals(i / 6, table.integer(i, "mask_cluster"));
		}
	}

	@Test
	void newAnswersChangeColoursAndNotPlaces() throws Exception {
		final StepResult before = map("umap", 100);
		assertEquals(before.id(), map("umap", 100).id());
		answer(3);
		final StepResult after = map("umap", 100);
		assertNotEquals(before.id(), after.id());
		assertTrue(files(after).contains("answers.png"));
		assertArrayEquals(read(before).x(), read(after).x());
		assertEquals("False", Tsv.read(after.path().resolve("map.tsv")).get(3,
			"answer"));
		assertFalse(java.util.Arrays.equals(read(before).x(), read(map("pca", 100))
			.x()));
	}

	@Test
	void ofMoreThanTheLimitWhatIsAskedOrAnsweredIsThere() {
		answer(20);
		final int[] rows = read(map("pca", 15)).rows();
		assertEquals(15, rows.length);
		final List<Integer> drawn = IntStream.of(rows).boxed().toList();
		assertTrue(drawn.contains(20), drawn.toString());
		for (int i = 0; i < SmallProject.ASKED; i++)
			assertTrue(drawn.contains(i), drawn.toString());
	}

	@Test
	void aReviewHasTheStoredMapOrElseAPlane() {
		final ReviewStep.Batch batch = ReviewStep.Batch.of(small.project(), "");
		final EmbeddingMap plane = StoredMaps.of(batch);
		assertEquals(SmallProject.ROIS, plane.size());
		assertTrue(plane.about().contains("principal"), plane.about());
		final EmbeddingMap stored = read(map("umap", 100));
		assertArrayEquals(stored.x(), StoredMaps.of(batch).x());
	}

	@Test
	void refusesWhatItCannotDo() {
		assertTrue(assertThrows(UserError.class, () -> map("tsne", 100))
			.getMessage().contains("layout=tsne"));
		assertThrows(UserError.class, () -> map("umap", 0));
		assertFalse(Files.exists(folder.resolve("p/map/001.json")));
		final SmallProject bare = SmallProject.in(folder.resolve("q"));
		assertTrue(assertThrows(UserError.class, () -> bare.steps().map(
			new MapOptions("", "both", "umap", 5, 100, "", SmallProject.compute())))
			.getMessage().contains("run encode first"));
	}
}
