
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

class RoiTableTest {

	private static final VoxelSize SIZE = new VoxelSize(4.5, 8, 30);
	private static final String BOX =
		"id\tx_min_px\ty_min_px\tz_min_px\tx_max_px\ty_max_px\tz_max_px";

	@TempDir
	Path folder;

	static List<Roi> random(final int n) {
		final SplittableRandom random = new Seed(n).random();
		final List<Roi> rois = new ArrayList<>();
		for (int i = 1; i <= n; i++) {
			final long x = random.nextLong(100_000);
			final long y = random.nextLong(100_000);
			final long z = random.nextLong(10_000);
			rois.add(new Roi(i, new Box(x, y, z, x + 1 + random.nextInt(99), y + 1 +
				random.nextInt(99), z + 5), random.nextDouble() * 1e5, random
					.nextDouble() * 1e5, random.nextDouble() * 1e5, random.nextLong(
						1L << 40), random.nextDouble(), random.nextDouble(), z + random
							.nextInt(5), random.nextDouble(-180, 180), random.nextBoolean(),
				random.nextBoolean(), Long.toHexString(random.nextLong() |
					Long.MIN_VALUE)));
		}
		return rois;
	}

	@Test
	void readsBackToTheSameBits() {
		for (final int n : new int[] { 0, 1, 4096, 10_000 }) {
			final Path file = folder.resolve(n + ".tsv");
			final RoiTable table = new RoiTable(SIZE, random(n));
			table.write(file, "made by a test");
			final RoiTable read = RoiTable.read(file, Optional.empty());
			assertEquals(SIZE, read.voxelSize());
			assertEquals(table.rois(), read.rois());
		}
	}

	@Test
	void intensitiesAreColumnsWhereTheyAreKnown() throws IOException {
		final Path file = folder.resolve("intensities.tsv");
		final List<Roi> rois = new ArrayList<>(random(2));
		final Roi r = rois.get(1);
		rois.set(1, new Roi(r.id(), r.box(), r.xNm(), r.yNm(), r.zNm(), r.voxels(),
			r.meanProbability(), r.maxProbability(), r.bestSlice(), r.angle(), r
				.touchesBorder(), r.oneSided(), r.maskHash(), 101.25, 7 / 3.0));
		new RoiTable(SIZE, rois).write(file);
		assertEquals(rois, RoiTable.read(file, Optional.empty()).rois());
		assertTrue(Files.readString(file).contains(
			"mask_hash\tmean_intensity\tsd_intensity\n"));
		new RoiTable(SIZE, random(2)).write(file);
		assertFalse(Files.readString(file).contains("intensity"));
	}

	@Test
	void findsRowsById() {
		final List<Roi> rois = random(5);
		final RoiTable table = new RoiTable(SIZE, List.of(rois.get(3), rois.get(
			1)));
		assertEquals(Optional.of(1), table.row(2));
		assertEquals(Optional.empty(), table.row(1));
		assertEquals(rois.get(3), table.get(0));
	}

	@Test
	void headingNamesAxisAndUnit() throws IOException {
		final Path file = folder.resolve("rois.tsv");
		new RoiTable(SIZE, random(1)).write(file, "first");
		final List<String> lines = Files.readAllLines(file);
		assertEquals("# first", lines.get(0));
		assertEquals("# voxel_nm 4.5,8,30", lines.get(1));
		assertTrue(lines.get(3).startsWith(BOX + "\tx_nm\ty_nm\tz_nm\tvoxels\t"));
		assertEquals(5, lines.size());
	}

	private RoiTable read(final String... lines) throws IOException {
		final Path file = folder.resolve("other.tsv");
		Files.write(file, List.of(lines));
		return RoiTable.read(file, Optional.of(SIZE));
	}

	@Test
	void tableFromElsewhereNeedsOnlyIdAndBox() throws IOException {
		final RoiTable table = read(BOX + "\tmine", "7\t0\t0\t0\t3\t4\t5\tx");
		final Roi roi = table.get(0);
		assertEquals(SIZE, table.voxelSize());
		assertEquals(7, roi.id());
		assertEquals(1 * 4.5, roi.xNm());
		assertEquals(1.5 * 8, roi.yNm());
		assertEquals(2 * 30, roi.zNm());
		assertEquals(2, roi.bestSlice());
		assertTrue(Double.isNaN(roi.meanProbability()));
		assertFalse(roi.oneSided());
		assertEquals("", roi.maskHash());
	}

	private void refuses(final String part, final String... lines) {
		final UserError refusal = assertThrows(UserError.class, () -> read(lines));
		assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
	}

	@Test
	void refusals() {
		refuses("no column \"z_max_px\"", BOX.replace("\tz_max_px", ""));
		refuses("row 1, column \"id\" is 0", BOX, "0\t0\t0\t0\t3\t4\t5");
		refuses("row 2, column \"y_max_px\" is 4", BOX, "1\t0\t0\t0\t3\t4\t5",
			"2\t0\t4\t0\t3\t4\t5");
		refuses("\"x_min_px\" is -1", BOX, "1\t-1\t0\t0\t3\t4\t5");
		refuses("id 1 twice", BOX, "1\t0\t0\t0\t3\t4\t5", "1\t0\t0\t0\t3\t4\t5");
		refuses("not a whole number", BOX, "one\t0\t0\t0\t3\t4\t5");
		refuses("\"best_slice_px\" is 5", BOX + "\tbest_slice_px",
			"1\t0\t0\t0\t3\t4\t5\t5");
		refuses("it is yes or no", BOX + "\tone_sided",
			"1\t0\t0\t0\t3\t4\t5\tmaybe");
		assertThrows(UserError.class, () -> RoiTable.read(folder.resolve("none"),
			Optional.empty()));
	}

	@Test
	void voxelSizeMustComeFromSomewhere() throws IOException {
		final Path file = folder.resolve("bare.tsv");
		Files.writeString(file, BOX + "\n");
		assertThrows(UserError.class, () -> RoiTable.read(file, Optional.empty()));
		Files.writeString(file, "# voxel_nm 4,4,40\n" + BOX + "\n");
		assertEquals(new VoxelSize(4, 4, 40), RoiTable.read(file, Optional.of(SIZE))
			.voxelSize());
	}

	/** A million ROIs: a cubic millimetre's worth; seconds, not minutes. */
	@Test
	@Tag("slow")
	@Timeout(60)
	void aMillionRowsGoThrough() {
		final Path file = folder.resolve("million.tsv");
		final RoiTable table = new RoiTable(SIZE, random(1_000_000));
		table.write(file);
		final RoiTable read = RoiTable.read(file, Optional.empty());
		assertEquals(table.get(999_999), read.get(999_999));
		assertEquals(1_000_000, read.size());
	}
}
