
package org.twostream.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;

/** Anchors, verdicts, ROIs and clocks for tests. */
public final class Samples {

	public static final VoxelSize VOXEL = new VoxelSize(8, 8, 30);

	private Samples() {}

	public static Roi roi(final long id, final Box box, final String hash) {
		return new Roi(id, box, (box.xMin() + box.xMax() - 1) / 2.0 * VOXEL.x(),
			(box.yMin() + box.yMax() - 1) / 2.0 * VOXEL.y(), (box.zMin() + box
				.zMax() - 1) / 2.0 * VOXEL.z(), box.voxels(), 0.9, 1, box.zMin(), 0,
			false, false, hash);
	}

	public static Roi roi(final long id, final Box box) {
		return roi(id, box, String.format("%016x", id));
	}

	/** The i-th of many equal boxes in a row. */
	public static Roi roi(final int i) {
		return roi(i + 1, new Box(20L * i, 0, 0, 20L * i + 10, 10, 10));
	}

	public static RoiTable table(final Roi... rois) {
		return new RoiTable(VOXEL, List.of(rois));
	}

	public static Anchor anchor(final int i) {
		return Anchor.of(roi(i), "001");
	}

	public static Journal.Entry entry(final int i, final Answer answer) {
		return new Journal.Entry(anchor(i), answer, "", "001", "encoders/001",
			1234);
	}

	public static Verdict verdict(final Anchor anchor, final String annotator,
		final Answer answer)
	{
		return new Verdict(annotator + anchor.proposal() + anchor.roi(), anchor,
			answer, "", annotator, Instant.EPOCH, "001", "", -1, "", Purpose.QUERY,
			"", Optional.empty());
	}

	/** A second passes at every look. */
	public static Clock ticking() {
		final AtomicLong ticks = new AtomicLong();
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(final ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return Instant.parse("2026-01-02T03:04:05Z").plus(Duration.ofSeconds(
					ticks.getAndIncrement()));
			}
		};
	}
}
