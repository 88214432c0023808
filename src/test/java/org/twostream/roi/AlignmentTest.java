
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

class AlignmentTest {

	private static final int N = 101;
	private static final VoxelSize CUBE = new VoxelSize(4, 4, 40);

	private interface Shape {

		int side(double x, double y);
	}

	/** Coordinates from the middle, y down. */
	private static SliceMask mask(final Shape shape) {
		final byte[] voxels = new byte[N * N];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) shape.side(i % N - N / 2, i / N - N / 2);
		return new SliceMask(new Box(7, 3, 5, 7 + N, 3 + N, 6), voxels);
	}

	/** Long axis at this angle, counter-clockwise from the right as seen. */
	private static Shape ellipse(final double degrees, final double a,
		final double b)
	{
		final double cos = Math.cos(Math.toRadians(degrees));
		final double sin = Math.sin(Math.toRadians(degrees));
		return (x, y) -> {
			final double along = x * cos - y * sin;
			final double across = x * sin + y * cos;
			return along * along / a / a + across * across / b / b <= 1 ? across < 0
				? 1 : 2 : 0;
		};
	}

	private static Shape oneSide(final Shape shape) {
		return (x, y) -> Math.min(1, shape.side(x, y));
	}

	@ParameterizedTest
	@CsvSource({ "30, 60", "60, 30", "89, 1", "91, -1", "120, -30", "179, -89",
		"0, 90", "90, 0", "45, 45", "135, -45" })
	void ellipseIsTurnedUpright(final double axis, final double expected) {
		final Alignment a = Alignment.of(mask(oneSide(ellipse(axis, 40, 12))),
			CUBE);
		assertEquals(expected, a.angle(), 0.3);
		assertEquals(2 * 40 * 4, a.heightNm(), 8);
		assertEquals(2 * 12 * 4, a.widthNm(), 8);
	}

	@Test
	void angleIsMeasuredInNanometres() {
		// 45 degrees in voxels; x is twice as long in nm: atan(1/2) from the right
		final Alignment a = Alignment.of(mask((x, y) -> x == -y && Math.abs(x) < 20
			? 1 : 0), new VoxelSize(8, 4, 40));
		assertEquals(90 - Math.toDegrees(Math.atan2(1, 2)), a.angle(), 1e-9);
		assertEquals(38 * Math.hypot(8, 4) + 4, a.heightNm(), 1e-9);
	}

	/** Side 1 is up and left of an axis at 30 degrees, or down and right. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 30, 60, 90, 120, 150, 179 })
	void preSynapticSideComesLeft(final double axis) {
		final Shape shape = ellipse(axis, 40, 12);
		final Alignment a = Alignment.of(mask(shape), CUBE);
		final Alignment b = Alignment.of(mask((x, y) -> shape.side(x, y) == 0 ? 0
			: 3 - shape.side(x, y)), CUBE);
		assertEquals(180, Math.abs(a.angle() - b.angle()), 1e-9);
		assertEquals(90 - axis, a.angle(), 0.3);
		assertTrue(b.angle() > -180 && b.angle() <= 180);
	}

	@Test
	void roundObjectKeepsItsOrientation() {
		final Shape circle = (x, y) -> x * x + y * y <= 30 * 30 ? 1 : 0;
		final Alignment a = Alignment.of(mask(circle), CUBE);
		assertEquals(0, a.angle());
		assertEquals(61 * 4, a.widthNm(), 1e-9);
		assertEquals(61 * 4, a.heightNm(), 1e-9);
		assertEquals(61 * 4 * Math.sqrt(2), a.diagonalNm(), 1e-9);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0", "-1, 0, 180", "0, 1, 90", "0, -1, -90" })
	void roundSynapseShowsPreLeftOfPost(final int xPost, final int yPost,
		final double expected)
	{
		final Shape circle = (x, y) -> x * x + y * y > 900 ? 0 : x * xPost + y *
			yPost > 0 ? 2 : 1;
		assertEquals(expected, Alignment.of(mask(circle), CUBE).angle(), 1e-9);
	}

	@Test
	void concentricSidesDecideNothing() {
		final Shape rings = (x, y) -> x * x + y * y > 900 ? 0 : x * x + y * y > 400
			? 2 : 1;
		assertEquals(0, Alignment.of(mask(rings), CUBE).angle());
	}

	@Test
	void oneVoxelOneRowOneColumn() {
		final Alignment one = Alignment.of(mask((x, y) -> x == 3 && y == 4 ? 1 : 0),
			CUBE);
		assertEquals(0, one.angle());
		assertEquals(4, one.heightNm());
		assertEquals(90, Alignment.of(mask((x, y) -> y == 4 ? 1 : 0), CUBE)
			.angle());
		assertEquals(0, Alignment.of(mask((x, y) -> x == 4 ? 1 : 0), CUBE).angle());
	}

	@Test
	void emptyMaskIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> mask((x, y) -> 0));
	}
}
