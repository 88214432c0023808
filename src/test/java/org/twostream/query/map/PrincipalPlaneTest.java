
package org.twostream.query.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.net.Matrix;

class PrincipalPlaneTest {

	@Test
	void findsTheDirectionsOfALongFlatCloud() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[][] rows = new float[2000][3];
		for (final float[] row : rows) {
			final double a = 10 * random.nextGaussian();
			final double b = 3 * random.nextGaussian();
			row[0] = (float) (0.6 * a - 0.8 * b);
			row[1] = (float) (0.8 * a + 0.6 * b);
			row[2] = (float) (0.1 * random.nextGaussian());
		}
		final PrincipalPlane plane = PrincipalPlane.of(new Matrix(rows, 3));
		assertTrue(plane.explained() > 0.999, "" + plane.explained());
		assertEquals(100, variance(plane.x()), 10);
		assertEquals(9, variance(plane.y()), 1);
		double product = 0;
		for (int i = 0; i < rows.length; i++)
			product += plane.x()[i] * plane.y()[i] / rows.length;
		assertEquals(0, product, 1e-6, "components are uncorrelated");
	}

	@Test
	void oneDimensionAndEqualPointsHaveAPlaneToo() {
		final PrincipalPlane line = PrincipalPlane.of(new Matrix(new float[][] { {
			1 }, { 3 } }, 1));
		assertArrayEquals(new double[] { -1, 1 }, line.x(), 1e-9);
		assertArrayEquals(new double[2], line.y(), 1e-9);
		final PrincipalPlane none = PrincipalPlane.of(new Matrix(new float[][] { {
			1, 2 }, { 1, 2 } }, 2));
		assertTrue(Double.isNaN(none.explained()));
	}

	private static double variance(final double[] values) {
		double sum = 0;
		for (final double v : values)
			sum += v * v / values.length;
		return sum;
	}
}
