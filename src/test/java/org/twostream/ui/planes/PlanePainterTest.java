
package org.twostream.ui.planes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Answer;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.review.scene.Outlines;
import org.twostream.review.scene.PlaneAxis;
import org.twostream.review.scene.PlaneView;
import org.twostream.review.scene.SceneBlocks;
import org.twostream.review.session.AnswerColours;
import org.twostream.review.session.ReviewScene;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiTable;
import org.twostream.volume.ArrayVolume;

/** Pictures of planes, pixel by pixel, without a display. */
class PlanePainterTest {

	private static final int N = 40;
	private static final VoxelSize VOXEL = new VoxelSize(8, 8, 16);
	private static final Box OBJECT = new Box(10, 12, 18, 26, 20, 24);
	private static final PlaneSettings PLAIN = new PlaneSettings(4, false, true,
		false);

	private final byte[] raw = new byte[N * N * N];
	private final byte[] probability = new byte[N * N * N];

	private BufferedImage paint(final PlaneView view,
		final PlaneSettings settings, final Optional<Answer> answer,
		final int current) throws InterruptedException
	{
		final long[] labels = new long[N * N * N];
		for (int i = 0; i < labels.length; i++)
			if (OBJECT.contains(i % N, i / N % N, i / N / N)) labels[i] = 7;
		final Roi roi = new Roi(7, OBJECT, 140, 124, 328, OBJECT.voxels(), 1, 1, 20,
			0, false, false, "");
		final RoiTable table = new RoiTable(VOXEL, List.of(roi));
		final ReviewScene scene = new ReviewScene(ArrayVolume.of(raw, N, N, N),
			Optional.of(ArrayVolume.of(probability, N, N, N)), ArrayVolume.of(labels,
				N, N, N), false, row -> new byte[0], 400, List.of(), () -> {});
		final Semaphore arrived = new Semaphore(0);
		try (SceneBlocks blocks = new SceneBlocks(scene, table, 32 << 20, 1, s -> {
			throw new IllegalStateException(s);
		})) {
			final PlanePainter painter = new PlanePainter(blocks, new Outlines(table),
				row -> answer, List::of);
			while (true) {
				final SceneBlocks.Missing missing = new SceneBlocks.Missing();
				final BufferedImage picture = painter.paint(view, settings, current,
					missing);
				if (missing.isEmpty()) return picture;
				blocks.want(this, missing, arrived::release);
				assertTrue(arrived.tryAcquire(10, TimeUnit.SECONDS));
			}
		}
	}

	/** 4 pixels per voxel of 8 nm, the corner of voxel (5, 5, 5) at 0, 0. */
	private static PlaneView view(final PlaneAxis plane) {
		final double[] corner = { 4.5 * 8, 4.5 * 8, 4.5 * 16 };
		final double[] centre = { 20 * 8, 15 * 8, 20 * 16 };
		centre[plane.right()] = corner[plane.right()] + 80 * 2;
		centre[plane.down()] = corner[plane.down()] + 80 * 2;
		return new PlaneView(plane, new org.twostream.review.scene.Point(centre[0],
			centre[1], centre[2]), 0, 2, 160, 160);
	}

	@ParameterizedTest
	@CsvSource({ "TRUE", "FALSE", "UNSURE", "NONE" })
	void outlinesRunAlongTheEdgesOfVoxelsInTheColourOfTheAnswer(
		final String state) throws InterruptedException
	{
		Arrays.fill(raw, (byte) 90);
		final Optional<Answer> answer = state.equals("NONE") ? Optional.empty()
			: Optional.of(Answer.valueOf(state));
		final BufferedImage picture = paint(view(PlaneAxis.XY), PLAIN, answer, -1);
		final int colour = AnswerColours.of(answer) & 0xFFFFFF;
		// x 10 to 26, y 12 to 20: two pixels about the edges, 4 per voxel
		for (int y = 30; y < 52; y++)
			for (int x = 22; x < 82; x++) {
				final boolean edge = (x - 19) * (x - 20) == 0 || (x - 83) * (x -
					84) == 0 || (y - 27) * (y - 28) == 0 || (y - 59) * (y - 60) == 0;
				assertEquals(edge ? colour : 0x5A5A5A, picture.getRGB(x, y) & 0xFFFFFF);
			}
		for (final int x : new int[] { 19, 20, 83, 84 })
			assertEquals(colour, picture.getRGB(x, 44) & 0xFFFFFF, "x " + x);
		for (final int y : new int[] { 27, 28, 59, 60 })
			assertEquals(colour, picture.getRGB(50, y) & 0xFFFFFF, "y " + y);
		for (final int x : new int[] { 18, 21, 82, 85 })
			assertEquals(0x5A5A5A, picture.getRGB(x, 44) & 0xFFFFFF, "x " + x);
	}

	@Test
	void theCurrentObjectHasAHalo() throws InterruptedException {
		Arrays.fill(raw, (byte) 90);
		final BufferedImage picture = paint(view(PlaneAxis.XY), PLAIN, Optional.of(
			Answer.TRUE), 0);
		assertEquals(AnswerColours.CURRENT & 0xFFFFFF, picture.getRGB(17, 44) &
			0xFFFFFF);
		assertEquals(AnswerColours.TRUE & 0xFFFFFF, picture.getRGB(19, 44) &
			0xFFFFFF);
		assertEquals(AnswerColours.CURRENT & 0xFFFFFF, picture.getRGB(22, 44) &
			0xFFFFFF);
	}

	@ParameterizedTest
	@EnumSource(PlaneAxis.class)
	void voxelsAreInProportionInEveryPlane(final PlaneAxis plane)
		throws InterruptedException
	{
		for (int i = 0; i < raw.length; i++)
			raw[i] = (byte) (i % N * 3 + i / N % N * 2 + i / N / N);
		final BufferedImage picture = paint(view(plane), new PlaneSettings(0, false,
			false, false), Optional.empty(), -1);
		final int[] edge = { 4, 4, 8 };
		for (int py = 33; py < 130; py += 5)
			for (int px = 33; px < 130; px += 3) {
				if (Math.abs(px - 80) < 28 && Math.abs(py - 80) < 28) continue;
				final int[] v = { 20, 15, 20 };
				v[plane.right()] = 5 + px / edge[plane.right()];
				v[plane.down()] = 5 + py / edge[plane.down()];
				assertEquals((v[0] * 3 + v[1] * 2 + v[2]) * 0x010101, picture.getRGB(px,
					py) & 0xFFFFFF, px + ", " + py);
			}
	}

	@Test
	void aTurnedSectionShowsWhatIsThere() throws InterruptedException {
		for (int i = 0; i < raw.length; i++)
			raw[i] = (byte) (i * 31 % 251);
		final PlaneView straight = view(PlaneAxis.XY);
		final PlaneView turned = new PlaneView(PlaneAxis.XY, straight.centre(), 90,
			2, 160, 160);
		final PlaneSettings bare = new PlaneSettings(0, false, false, false);
		final BufferedImage a = paint(straight, bare, Optional.empty(), -1);
		final BufferedImage b = paint(turned, bare, Optional.empty(), -1);
		// turned counter-clockwise: what was right of the middle comes to lie above
		for (int d = 30; d < 60; d++)
			for (int e = 30; e < 60; e++)
				assertEquals(a.getRGB(80 + d, 79 - e), b.getRGB(79 - e, 79 - d));
	}

	@Test
	void probabilityIsLaidOverAsOpaqueAsSet() throws InterruptedException {
		Arrays.fill(raw, (byte) 100);
		Arrays.fill(probability, (byte) 255);
		for (int opacity = 0; opacity <= 8; opacity++) {
			final BufferedImage picture = paint(view(PlaneAxis.XY), new PlaneSettings(
				opacity, true, false, false), Optional.empty(), -1);
			final int red = picture.getRGB(40, 40) >> 16 & 255;
			assertEquals((100 * (8 - opacity) + (Shades.PROBABILITY >> 16 & 255) *
				opacity) / 8.0, red, 1);
		}
		final BufferedImage off = paint(view(PlaneAxis.XY), PlaneSettings.USUAL
			.toggleProbability(), Optional.empty(), -1);
		assertEquals(0x646464, off.getRGB(120, 120) & 0xFFFFFF);
	}

	@Test
	void outsideOfTheVolumeIsNothing() throws InterruptedException {
		final PlaneView far = new PlaneView(PlaneAxis.XY,
			new org.twostream.review.scene.Point(0, 0, 320), 0, 2, 160, 160);
		final BufferedImage picture = paint(far, PLAIN, Optional.empty(), -1);
		assertEquals(Shades.OUTSIDE & 0xFFFFFF, picture.getRGB(40, 40) & 0xFFFFFF);
		assertEquals(0, picture.getRGB(130, 90) & 0xFFFFFF);
	}
}
