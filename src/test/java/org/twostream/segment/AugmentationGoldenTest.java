
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;

/** Beside scipy, by src/test/python/augmentation_golden.py. */
class AugmentationGoldenTest {

	private static final int X = 41;
	private static final int Y = 37;
	private static final WindowSize WINDOW = new WindowSize(20, 20, 1);

	private final Map<String, float[]> expected = new HashMap<>();

	AugmentationGoldenTest() throws IOException {
		for (final String line : Files.readAllLines(Path.of(
			"test-data/segment/augmentation.tsv")))
		{
			final String[] parts = line.split("\t");
			final float[] values = new float[parts.length - 1];
			for (int i = 0; i < values.length; i++)
				values[i] = Float.parseFloat(parts[i + 1]);
			expected.put(parts[0], values);
		}
	}

	private static int plane(final int x, final int y) {
		return (73 * x + 151 * y + 31 * x * y) % 256;
	}

	private static float[] plane() {
		final float[] plane = new float[X * Y];
		for (int i = 0; i < plane.length; i++)
			plane[i] = plane(i % X, i / X);
		return plane;
	}

	@Test
	void gaussianAsInScipy() {
		for (final int sigma : new int[] { 2, 4 }) {
			final float[] plane = plane();
			new GaussianBlur(sigma).apply(plane, X, Y);
			assertArrayEquals(expected.get("gauss " + sigma), plane, 0.002f);
		}
	}

	@Test
	void theElasticFieldIsCutOutOfASmoothedOne() {
		final float[] field = Elastic.smoothed(plane(), X, Y);
		final float[] whole = expected.get("gauss 4");
		assertEquals((X - 32) * (Y - 32), field.length);
		for (int i = 0; i < field.length; i++)
			assertEquals(whole[(i / (X - 32) + 16) * X + i % (X - 32) + 16], field[i],
				0.002f);
	}

	/**
	 * @param found what is needed, seen from the window, whose corner is at
	 *          column 10 and row 8 of the plane
	 */
	private void check(final String name, final Deformation deformation,
		final Box found)
	{
		final Resampling r = deformation.resampling();
		assertEquals(found.xSize(), r.source().x());
		assertEquals(found.ySize(), r.source().y());
		final byte[] voxels = new byte[r.source().voxels()];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) plane((int) (10 + found.xMin() + i % found.xSize()),
				(int) (8 + found.yMin() + i / found.xSize()));
		final float[] image = r.image(voxels);
		final byte[] labels = r.labels(voxels);
		final float[] nearest = expected.get(name + " nearest");
		for (int i = 0; i < image.length; i++) {
			assertEquals(expected.get(name)[i], image[i] * 255, 0.01, name + i);
			if (nearest != null) assertEquals((int) nearest[i], labels[i] & 0xFF,
				name + i);
		}
	}

	@Test
	void elasticShiftsAsInScipy() {
		final float[] dx = new float[400];
		final float[] dy = new float[400];
		double xMin = 0;
		double xMax = 0;
		double yMin = 0;
		double yMax = 0;
		for (int i = 0; i < 400; i++) {
			dx[i] = (float) (3 * Math.sin(i % 20 / 5.0 + i / 20 / 7.0));
			dy[i] = (float) (2 * Math.cos(i % 20 / 4.0 - i / 20 / 6.0));
			xMin = Math.min(xMin, i % 20 + dx[i]);
			xMax = Math.max(xMax, i % 20 + dx[i]);
			yMin = Math.min(yMin, i / 20 + dy[i]);
			yMax = Math.max(yMax, i / 20 + dy[i]);
		}
		final Box box = new Box((long) Math.floor(xMin), (long) Math.floor(yMin), 0,
			(long) Math.ceil(xMax) + 1, (long) Math.ceil(yMax) + 1, 1);
		final Deformation d = new Deformation(WINDOW, 0);
		d.bend(dx, dy);
		check("elastic", d, box);
	}

	@Test
	void rescalesAsInScipy() {
		final Deformation up = new Deformation(WINDOW, 0);
		up.scale(1.1, 1.25);
		// 9.5 / 1.1 = 8.6 and 9.5 / 1.25 = 7.6 pixels on either side of the middle
		check("rescale", up, new Box(0, 1, 0, 20, 19, 1));
		final Deformation down = new Deformation(WINDOW, 0);
		down.scale(0.97, 0.83);
		// 9.79 and 11.45 pixels
		check("rescale down", down, new Box(-1, -2, 0, 21, 22, 1));
	}

	@Test
	void turnsAsInScipy() {
		final Deformation d = new Deformation(WINDOW, 0);
		d.slip(0, 1, 0, 0, 0.21);
		// 9.5 (cos 0.21 + sin 0.21) = 11.27 pixels
		check("turn", d, new Box(-2, -2, 0, 22, 22, 1));
	}

	@Test
	void smoothsLabelsAsTheCodeOf2020() {
		final byte[] codes = new byte[X * Y];
		for (int y = 0, i = 0; y < Y; y++)
			for (int x = 0; x < X; x++, i++) {
				final boolean disc = (x - 14) * (x - 14) + (y - 15) * (y - 15) < 90;
				final boolean square = x > 24 && x < 31 && y > 22;
				if (disc || square || x == 33) codes[i] = TargetCodes.FIRST;
			}
		final byte[] other = codes.clone();
		for (int i = 0; i < other.length; i++)
			other[i] *= TargetCodes.SECOND;
		new LabelSmoothing().relabel(codes, new WindowSize(X, Y, 1));
		new LabelSmoothing().relabel(other, new WindowSize(X, Y, 1));
		for (int i = 0; i < codes.length; i++) {
			assertEquals((byte) expected.get("smooth")[i], codes[i], "voxel " + i);
			assertEquals(2 * codes[i], other[i]);
		}
	}
}
