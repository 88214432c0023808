
package org.twostream.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Samples;
import org.twostream.review.session.PatchReader;
import org.twostream.review.session.ReviewScene;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.Roi;
import org.twostream.volume.ArrayVolume;

/** Reviews of made-up objects in a made-up volume. */
public final class PageSample {

	private static final int X = 20;

	private PageSample() {}

	/** All ROIs are asked, in the order of their rows. */
	public static ReviewSession session(final Path folder, final String annotator,
		final int rois)
	{
		return session(folder, annotator, rois, PageSample::patch);
	}

	public static ReviewSession session(final Path folder, final String annotator,
		final int rois, final PatchReader patches)
	{
		return ReviewSession.open(new ReviewSession.Setup(new ReviewContext(Samples
			.table(IntStream.range(0, rois).mapToObj(Samples::roi).toArray(
				Roi[]::new)), "001", "001", "encoders/001"), IntStream.range(0, rois)
					.mapToObj(i -> new ReviewItem(i, Purpose.QUERY, i + 1, "why " + i))
					.toList(), folder, annotator), () -> scene(rois, patches));
	}

	private static ReviewScene scene(final int rois, final PatchReader patches) {
		final int x = X * rois + X;
		final int y = 40;
		final int z = 16;
		final byte[] raw = new byte[x * y * z];
		new java.util.Random(1).nextBytes(raw);
		final long[] ids = new long[raw.length];
		for (int i = 0; i < rois; i++) {
			final Box b = Samples.roi(i).box();
			for (long k = b.zMin(); k < b.zMax(); k++)
				for (long j = b.yMin(); j < b.yMax(); j++)
					for (long h = b.xMin(); h < b.xMax(); h++)
						ids[(int) (h + x * (j + y * k))] = i + 1;
		}
		final List<Place> places = IntStream.range(0, rois).mapToObj(i -> new Place(
			i / 10, 0, i / 10, i, i / 7.0)).toList();
		return new ReviewScene(ArrayVolume.of(raw, x, y, z), Optional.empty(),
			ArrayVolume.of(ids, x, y, z), false, patches, 500, places, Optional
				.empty(), () -> map(rois), () -> {});
	}

	/** Ten points to a line, line below line, one unit apart. */
	private static EmbeddingMap map(final int rois) {
		final float[] across = new float[rois];
		final float[] up = new float[rois];
		for (int i = 0; i < rois; i++) {
			across[i] = i % 10;
			up[i] = -(i / 10);
		}
		return new EmbeddingMap(IntStream.range(0, rois).toArray(), across, up,
			"Ten to a line.");
	}

	/** A dark ellipse on noise, with its mask. */
	public static byte[] patch(final int row) {
		final byte[] patch = new byte[2 * PatchFrame.PIXELS];
		final SplittableRandom random = new Seed(row).random();
		final double a = 12 + random.nextInt(24);
		final double b = 12 + random.nextInt(24);
		for (int y = 0; y < PatchFrame.SIDE; y++)
			for (int x = 0; x < PatchFrame.SIDE; x++) {
				final int i = x + PatchFrame.SIDE * y;
				final double u = (x - 55.5) / a;
				final double v = (y - 55.5) / b;
				final boolean inside = u * u + v * v < 1;
				patch[i] = (byte) ((inside ? 70 : 150) + random.nextInt(50));
				patch[PatchFrame.PIXELS + i] = (byte) (inside ? 1 : 0);
			}
		return patch;
	}
}
