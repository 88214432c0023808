
package org.twostream.review.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Answer;
import org.twostream.core.UserError;
import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.Decision;

class MapTableTest {

	private static final long[] IDS = { 4, 9, 2, 77 };

	@TempDir
	Path folder;

	private static EmbeddingMap map() {
		return new EmbeddingMap(new int[] { 0, 2, 3 }, new float[] { 0.1f, -3,
			1e-7f }, new float[] { 7, 8, Float.MIN_VALUE }, "Made up.");
	}

	@Test
	void readsWhatItWrote() throws Exception {
		final Path file = folder.resolve("map.tsv");
		MapTable.write(map(), IDS, new MapTable.Known(List.of(new Place(1, 2, 3, 0,
			0.5), new Place(0, 0, 0, 1, 1), new Place(5, 6, 7, 1, 1), new Place(8, 8,
				8, 1, 1)), Map.of(2, Answer.FALSE), Map.of(3, new Decision(3,
					Answer.TRUE, 0.75, Decision.Source.CLUSTER)), Map.of()), file);
		final EmbeddingMap back = MapTable.read(IDS, file);
		assertArrayEquals(map().rows(), back.rows());
		assertArrayEquals(map().x(), back.x());
		assertArrayEquals(map().y(), back.y());
		assertEquals("Made up.", back.about());
		final List<String> lines = Files.readAllLines(file);
		assertTrue(lines.get(2).startsWith("4\t0.1\t7.0\t1\t2\t3\t\t\t"), lines.get(
			2));
		assertTrue(lines.get(3).contains("5\t6\t7\tFalse\t"), lines.get(3));
		assertTrue(lines.get(4).contains("8\t8\t8\t\t0.75\t"), lines.get(4));
	}

	@Test
	void refusesTheMapOfOtherRois() {
		final Path file = folder.resolve("map.tsv");
		MapTable.write(map(), IDS, new MapTable.Known(List.of(), Map.of(), Map.of(),
			Map.of()), file);
		assertTrue(assertThrows(UserError.class, () -> MapTable.read(new long[] { 4,
			9 }, file)).getMessage().contains("names ROI 2"));
	}
}
