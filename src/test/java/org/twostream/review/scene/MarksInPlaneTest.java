
package org.twostream.review.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Answer;
import org.twostream.core.VoxelSize;
import org.twostream.review.Anchor;
import org.twostream.review.Find;
import org.twostream.review.Purpose;
import org.twostream.review.Verdict;
import org.twostream.review.session.MissedMark;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.ObjectAt;
import org.twostream.roi.ObjectMask;
import org.twostream.volume.ArrayVolume;

class MarksInPlaneTest {

	private static final VoxelSize VOXEL = new VoxelSize(8, 10, 30);
	private static final int X = 40;
	private static final int Y = 30;
	private static final int Z = 12;
	private static final int FIRST = 7;

	private static boolean inside(final long x, final long y, final long z) {
		final double u = (x - 18) / 12.0;
		final double v = (y - 13) / 8.0;
		final double w = (z - 5) / 4.0;
		return u * u + v * v + w * w <= 1;
	}

	private static MissedMark mark(final boolean withMask) {
		final byte[] probability = new byte[X * Y * Z];
		for (int i = 0; i < probability.length; i++)
			if (inside(i % X, i / X % Y, i / X / Y)) probability[i] = 80;
		final ObjectMask mask = new ObjectAt(ArrayVolume.of(probability, X, Y, Z),
			Optional.empty(), new LabellingOptions(0.5, 10, Connectivity.TWENTY_SIX,
				Optional.empty(), 1, LabellingOptions.DEFAULT_BLOCK), VOXEL, 10_000).at(
					18, 13, 5).mask().orElseThrow();
		final Anchor anchor = new Anchor(mask.box(), 0, 0, 0, "", 0, "001");
		return new MissedMark(new Verdict("u", anchor, Answer.TRUE, "", "ann",
			Instant.EPOCH, "001", "", -1, "", Purpose.MISSED, "a", Optional.of(
				new Find(18, 13, 5, "001", 0.2))), withMask ? Optional.of(mask)
					: Optional.empty());
	}

	@Test
	void everyPointOfAnyPlaneIsPaintedAsItsVoxelIs() {
		final SplittableRandom random = new SplittableRandom(5);
		int inside = 0;
		for (int trial = 0; trial < 60; trial++) {
			final Turn turn = new Turn(random.nextDouble(-1, 1), random.nextDouble(-1,
				1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
			final Pose pose = new Pose(new Point(random.nextDouble(0, X * 8), random
				.nextDouble(0, Y * 10), random.nextDouble(0, Z * 30)), turn, random
					.nextDouble(2, 9));
			final AskewPlane.Raster raster = AskewPlane.Raster.of(90, 70, random
				.nextInt(1, 4));
			final int[] rows = new int[raster.width() * raster.height()];
			for (int i = 0; i < rows.length; i++)
				rows[i] = i % 5 == 0 ? 3 : i % 5 == 1 ? PlaneCut.UNKNOWN
					: PlaneCut.NO_ROI;
			final int[] before = rows.clone();
			MarksInPlane.paint(rows, pose.affine(90, 70), raster, VOXEL, List.of(mark(
				false), mark(true)), FIRST);
			for (int i = 0; i < rows.length; i++) {
				final Point p = pose.at((i % raster.width() + 0.5) * raster.step(), (i /
					raster.width() + 0.5) * raster.step(), 90, 70);
				final boolean painted = before[i] < 0 && inside(Math.round(p.x() / 8),
					Math.round(p.y() / 10), Math.round(p.z() / 30));
				assertEquals(painted ? FIRST + 1 : before[i], rows[i]);
				if (painted) inside++;
			}
		}
		assertTrue(inside > 1000);
	}

	@Test
	void aPlaneBesideTheObjectStaysAsItIs() {
		final AskewPlane.Raster raster = AskewPlane.Raster.of(50, 50, 1);
		final int[] rows = new int[50 * 50];
		Arrays.fill(rows, PlaneCut.NO_ROI);
		MarksInPlane.paint(rows, Pose.of(new Point(18 * 8, 130, 11 * 30), 20, 8)
			.affine(50, 50), raster, VOXEL, List.of(mark(true)), FIRST);
		assertTrue(Arrays.stream(rows).allMatch(r -> r == PlaneCut.NO_ROI));
	}
}
