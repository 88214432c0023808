
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Answer;
import org.twostream.core.UserError;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.session.ReviewSession;

class GoToTest {

	private static final SampleScene SAMPLE = new SampleScene(1, 8, false);
	private static final VoxelGrid GRID = SAMPLE.blocks().grid();

	@TempDir
	Path folder;

	@Test
	void idsAndPlacesAreUnderstood() {
		assertEquals(new GoTo(OptionalInt.of(1), Optional.empty()), GoTo.parse(" " +
			SAMPLE.table.get(1).id(), SAMPLE.table, GRID));
		for (final String text : List.of("3,4,5", "3, 4, 5", "3 4 5"))
			assertEquals(new GoTo(OptionalInt.empty(), Optional.of(new Point(24, 40,
				150))), GoTo.parse(text, SAMPLE.table, GRID));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"7|There is no ROI 7; give an id of the ROI table, or x,y,z in voxels.",
		"150,0,0|Voxel 150,0,0 is outside of the volume of 150 x 110 x 40; give x,y,z inside it.",
		"1,2|\"1,2\" has 2 numbers; give the id of an ROI, or x,y,z in voxels.",
		"a|\"a\" is no number; give the id of an ROI, or x,y,z in voxels." })
	void anythingElseIsRefusedInASentence(final String text,
		final String sentence)
	{
		assertEquals(sentence, assertThrows(UserError.class, () -> GoTo.parse(text,
			SAMPLE.table, GRID)).getMessage());
	}

	@Test
	void theJournalSaysWhetherAndWhenItWasWritten() throws IOException {
		final Path file = folder.resolve("ann.jsonl");
		assertEquals(new JournalState("ann.jsonl",
			"nothing answered since the start"), JournalState.of(file,
				ZoneOffset.UTC));
		Files.writeString(file, "{}");
		Files.setLastModifiedTime(file, FileTime.from(Instant.parse(
			"2026-01-02T03:04:05Z")));
		assertEquals("on disk, last written 03:04:05", JournalState.of(file,
			ZoneOffset.UTC).words());
	}

	@Test
	void neighboursAreTheNearestToTheCentreOfTheSameClusterWithTheirAnswers() {
		final List<ReviewItem> items = List.of(new ReviewItem(0, Purpose.QUERY, 1,
			""));
		try (ReviewSession session = ReviewSession.open(new ReviewSession.Setup(
			new ReviewContext(SAMPLE.table, "001", "001", ""), items, folder, "ann"),
			SAMPLE::scene))
		{
			ReviewSession.await(session.answerRow(3, Answer.FALSE));
			final Neighbours neighbours = new Neighbours(session.scene().places());
			// rows 0, 3, 6 share cluster 0 at distances 0, 10, 9
			assertTrue(SAMPLE.table.size() >= 7);
			assertEquals(3, neighbours.size(0));
			assertEquals(List.of(new Neighbours.Neighbour(6, 9, Optional.empty()),
				new Neighbours.Neighbour(3, 10, Optional.of(Answer.FALSE))), neighbours
					.of(0, 5, session));
			assertEquals(1, neighbours.of(0, 1, session).size());
			assertEquals(List.of(), new Neighbours(List.of()).of(0, 5, session));
		}
	}
}
