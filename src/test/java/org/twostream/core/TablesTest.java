
package org.twostream.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

	@TempDir
	Path folder;

	@Test
	void tablesGoPartByPart() {
		final Path file = folder.resolve("parts.tsv");
		Tsv.write(file, List.of(new Tsv("a", "b").comment("one").row(1, 2).row(3,
			4), new Tsv("a", "b").comment("not written").row(5, "x\t\ny")));
		assertEquals(Tsv.read(file).get(2, "b"), "x y");
		final List<Tsv> parts = new ArrayList<>();
		Tsv.read(file, 2, parts::add);
		assertEquals(2, parts.size());
		assertEquals(List.of("one"), parts.get(1).comments());
		assertEquals(5, parts.get(1).integer(0, "a"));
		final UserError refusal = assertThrows(UserError.class, () -> parts.get(1)
			.number(0, "b"));
		assertTrue(refusal.getMessage().startsWith("Row 3,"), refusal.getMessage());
	}

	@Test
	void tsvReadsBackTheSameBits() {
		final Path file = folder.resolve("t.tsv");
		final Tsv table = new Tsv("id", "x_nm", "why").comment("voxel_nm 8,8,30");
		table.row(1L, 0.1 + 0.2, "near\tthe\ncentre").row(Long.MAX_VALUE,
			Double.MIN_VALUE, "");
		table.write(file);
		final Tsv read = Tsv.read(file);
		assertEquals(List.of("voxel_nm 8,8,30"), read.comments());
		assertEquals(2, read.size());
		assertEquals(0.1 + 0.2, read.number(0, "x_nm"));
		assertEquals("near the centre", read.get(0, "why"));
		assertEquals(Long.MAX_VALUE, read.integer(1, "id"));
		assertEquals(Double.MIN_VALUE, read.number(1, "x_nm"));
	}

	@Test
	void tsvSaysWhereItIsWrong() throws IOException {
		final Path file = folder.resolve("t.tsv");
		Files.writeString(file, "id\tx\n1\tfour\n");
		final Tsv read = Tsv.read(file);
		assertTrue(assertThrows(UserError.class, () -> read.number(0, "x"))
			.getMessage().contains("\"four\""));
		assertThrows(UserError.class, () -> read.get(0, "y"));
		Files.writeString(file, "id\tx\n1\n");
		assertTrue(assertThrows(UserError.class, () -> Tsv.read(file)).getMessage()
			.contains("1 cells for 2 columns"));
		Files.writeString(file, "");
		assertThrows(UserError.class, () -> Tsv.read(file));
		assertThrows(UserError.class, () -> Tsv.read(folder.resolve("none")));
	}

	@Test
	void jsonKeepsOrderTypesAndNaN() {
		final Json json = new Json().put("z", 1).put("a", "x").put("list", List.of(
			1, 2.5)).put("inner", new Json().put("nan", Double.NaN)).put("map", Map
				.of("k", 3)).put("big", Long.MAX_VALUE);
		final Path file = folder.resolve("a.json");
		json.write(file);
		final Json read = Json.read(file);
		assertEquals(List.of("z", "a", "list", "inner", "map", "big"), read
			.names());
		assertArrayEquals(new double[] { 1, 2.5 }, read.numbers("list"));
		assertTrue(Double.isNaN(read.object("inner").number("nan")));
		assertEquals(Long.MAX_VALUE, read.integer("big"));
		assertEquals("none", read.string("missing", "none"));
		assertThrows(UserError.class, () -> read.string("missing"));
		assertThrows(UserError.class, () -> read.number("a"));
	}

	@Test
	void equalSettingsAreEqualAfterReading() {
		final Json json = new Json().put("step", "train").put("window", "160,160,8")
			.put("rate", 0.001).put("parents", new Json().put("base", "001"));
		final Path file = folder.resolve("s.json");
		json.write(file);
		assertEquals(json, Json.read(file));
	}

	@Test
	void damagedJsonIsRefused() throws IOException {
		final Path file = folder.resolve("b.json");
		Files.writeString(file, "{\"a\": ");
		assertThrows(UserError.class, () -> Json.read(file));
		Files.writeString(file, "[1]");
		assertThrows(UserError.class, () -> Json.read(file));
		assertThrows(UserError.class, () -> Json.read(folder.resolve("none")));
	}
}
