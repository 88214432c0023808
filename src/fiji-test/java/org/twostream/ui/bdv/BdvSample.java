
package org.twostream.ui.bdv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.query.Place;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.session.ProposalSettings;
import org.twostream.review.session.ReviewScene;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.volume.ArrayVolume;

/**
 * Ellipsoids in rows of six, each turned by another angle; all but the last are
 * asked about. Between the first two lies an object that is no ROI.
 */
final class BdvSample {

	static final VoxelSize VOXEL = new VoxelSize(8, 8, 30);
	static final int ROIS = 12;
	static final int X = 520;
	static final int Y = 200;
	static final int Z = 24;
	static final int MISSED_X = 88;
	static final int MISSED_Y = 60;
	private static final int RX = 22;
	private static final int RY = 12;
	private static final int RZ = 5;

	private BdvSample() {}

	/** A grey value for each voxel. */
	static int raw(final long x, final long y, final long z) {
		return (int) ((x * 7 + y * 13 + z * 29) % 256);
	}

	static ReviewSession session(final Path journals) {
		final List<Roi> rois = IntStream.range(0, ROIS).mapToObj(BdvSample::roi)
			.toList();
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(
			new RoiTable(VOXEL, rois), "001", "001", "encoders/001"), IntStream.range(
				0, ROIS - 1).mapToObj(i -> new ReviewItem(i, Purpose.QUERY, i + 1,
					"why " + i)).toList(), journals, "ann"), BdvSample::scene);
	}

	private static int centreX(final int row) {
		return 45 + row % 6 * 85;
	}

	private static int centreY(final int row) {
		return 50 + row / 6 * 90;
	}

	private static int centreZ(final int row) {
		return 7 + row % 3 * 5;
	}

	private static Roi roi(final int row) {
		final int x = centreX(row);
		final int y = centreY(row);
		final int z = centreZ(row);
		return new Roi(row + 1, new Box(x - RX, y - RX, z - RZ, x + RX + 1, y + RX +
			1, z + RZ + 1), x * VOXEL.x(), y * VOXEL.y(), z * VOXEL.z(), 1000, 0.9, 1,
			z, angle(row), false, false, String.format("%016x", row + 1));
	}

	/** By which the picture is turned so that the long axis is upright. */
	static double angle(final int row) {
		return 30 * row - 170;
	}

	private static boolean inside(final int row, final int x, final int y,
		final int z)
	{
		final double a = Math.toRadians(angle(row));
		final double dx = x - centreX(row);
		final double dy = y - centreY(row);
		final double u = (Math.cos(a) * dx + Math.sin(a) * dy) / RY;
		final double v = (-Math.sin(a) * dx + Math.cos(a) * dy) / RX;
		final double w = (z - centreZ(row)) / (double) RZ;
		return u * u + v * v + w * w <= 1;
	}

	/** An object of low probability, which is no ROI, beside that of row 0. */
	private static boolean inMissed(final int x, final int y, final int z) {
		final int dx = x - MISSED_X;
		final int dy = y - MISSED_Y;
		return dx * dx + dy * dy <= 36 && z >= 5 && z < 10;
	}

	private static ReviewScene scene() {
		final byte[] raw = new byte[X * Y * Z];
		final byte[] probability = new byte[raw.length];
		final long[] ids = new long[raw.length];
		for (int z = 0, i = 0; z < Z; z++)
			for (int y = 0; y < Y; y++)
				for (int x = 0; x < X; x++, i++) {
					raw[i] = (byte) raw(x, y, z);
					final int row = Math.min(5, x / 87) + 6 * (y / 100);
					if (inMissed(x, y, z)) probability[i] = 90;
					if (inside(row, x, y, z)) {
						ids[i] = row + 1;
						probability[i] = (byte) 200;
					}
				}
		final List<Place> places = new ArrayList<>();
		for (int row = 0; row < ROIS; row++)
			places.add(new Place(row / 6, 0, row / 6, row / 6 * 6, row / 5.0));
		return new ReviewScene(ArrayVolume.of(raw, X, Y, Z), Optional.of(ArrayVolume
			.of(probability, X, Y, Z)), ArrayVolume.of(ids, X, Y, Z), false,
			BdvSample::patch, 500, places, Optional.of(new ProposalSettings("001",
				new LabellingOptions(0.5, 100, Connectivity.TWENTY_SIX, Optional
					.empty(), 1, LabellingOptions.DEFAULT_BLOCK))), () -> {});
	}

	private static byte[] patch(final int row) {
		final byte[] patch = new byte[2 * PatchFrame.PIXELS];
		for (int i = 0; i < PatchFrame.PIXELS; i++) {
			final double u = (i % PatchFrame.SIDE - 55.5) / 22;
			final double v = (i / PatchFrame.SIDE - 55.5) / 40;
			patch[i] = (byte) (100 + 10 * row);
			patch[PatchFrame.PIXELS + i] = (byte) (u * u + v * v <= 1 ? 1 : 0);
		}
		return patch;
	}
}
