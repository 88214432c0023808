
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

class RoiConditionTest {

	@TempDir
	Path folder;

	private static Roi roi(final long id, final SplittableRandom r) {
		final Box box = Box.ofSize(1 + r.nextInt(9), 1 + r.nextInt(9), 1 + r
			.nextInt(9)).translate(r.nextInt(9), r.nextInt(9), r.nextInt(9));
		return new Roi(id, box, r.nextInt(9), r.nextInt(9), r.nextInt(9), r.nextInt(
			9), r.nextInt(9) / 8., r.nextInt(9) / 8., box.zMin(), r.nextInt(9) - 4, r
				.nextBoolean(), r.nextBoolean(), "");
	}

	@Test
	void everyColumnOfATableButTheHashCanBeCompared() {
		final Roi roi = new Roi(1, Box.ofSize(1, 1, 1), 0, 0, 0, 1, 0.5, 0.5, 0, 0,
			false, false, "", 90, 7);
		final Path file = folder.resolve("rois.tsv");
		new RoiTable(new VoxelSize(1, 1, 1), List.of(roi)).write(file);
		final Tsv table = Tsv.read(file);
		for (final String column : table.columns()) {
			if (column.equals("mask_hash")) continue;
			final String cell = table.get(0, column);
			assertTrue(RoiCondition.of(column + "=" + cell).test(roi), column);
			assertTrue(!RoiCondition.of(column + "!=" + cell).test(roi), column);
		}
	}

	private static boolean holds(final String cell, final String operator,
		final String with)
	{
		if (cell.equals("yes") || cell.equals("no")) return cell.equals(
			with) == operator.equals("=");
		final int c = Double.compare(Double.parseDouble(cell), Double.parseDouble(
			with));
		return operator.equals("!=") ? c != 0 : c == 0 && operator.contains("=") ||
			c < 0 && operator.contains("<") || c > 0 && operator.contains(">");
	}

	/** Each column of the written table, by its cells. */
	@Test
	void comparesWhatTheTableShows() {
		final SplittableRandom random = new Seed(1).random();
		final List<Roi> rois = new ArrayList<>();
		for (int i = 0; i < 200; i++)
			rois.add(roi(i + 1, random));
		new RoiTable(new VoxelSize(1, 1, 1), rois).write(folder.resolve("t.tsv"));
		final Tsv table = Tsv.read(folder.resolve("t.tsv"));
		int columns = 0;
		for (final String column : table.columns()) {
			if (column.equals("mask_hash")) continue;
			columns++;
			final boolean flag = column.equals("one_sided") || column.equals(
				"touches_border");
			for (final String operator : flag ? List.of("=", "!=") : List.of(">=",
				"<=", "!=", ">", "<", "="))
			{
				final String with = flag ? random.nextBoolean() ? "yes" : "no" : table
					.get(random.nextInt(200), column);
				final RoiCondition condition = RoiCondition.of(column + operator +
					with);
				for (int row = 0; row < 200; row++)
					assertEquals(holds(table.get(row, column), operator, with), condition
						.test(rois.get(row)), column + operator + with);
			}
		}
		assertEquals(17, columns);
	}

	@Test
	void allMustHoldAndNothingLetsAllPass() {
		final SplittableRandom random = new Seed(2).random();
		final RoiCondition both = RoiCondition.of("voxels >= 3, one_sided=no");
		int passed = 0;
		for (int i = 0; i < 100; i++) {
			final Roi roi = roi(i + 1, random);
			assertEquals(roi.voxels() >= 3 && !roi.oneSided(), both.test(roi));
			if (both.test(roi)) passed++;
			assertTrue(RoiCondition.of(" ").test(roi));
		}
		assertTrue(passed > 10 && passed < 90);
		assertTrue(RoiCondition.of("").isEmpty());
	}

	@Test
	void aMissingProbabilityFulfilsNothing() {
		final Roi roi = new Roi(1, Box.ofSize(1, 1, 1), 0, 0, 0, 0, Double.NaN,
			Double.NaN, 0, 0, false, false, "");
		for (final String operator : List.of(">=", "<=", "!=", ">", "<", "="))
			assertTrue(!RoiCondition.of("mean_probability" + operator + "0.5").test(
				roi));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "voxel>3; did you mean voxels",
		"voxels>many; no number", "voxels; no comparison",
		"one_sided>no; give one_sided=yes", "one_sided=maybe; give one_sided=yes",
		"voxels>3,; no comparison", "mask_hash=0; does not have" })
	void whatCannotBeComparedIsRefused(final String text, final String why) {
		final UserError refusal = assertThrows(UserError.class, () -> RoiCondition
			.of(text));
		assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
	}
}
