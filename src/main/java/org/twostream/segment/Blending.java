
package org.twostream.segment;

/**
 * How much each voxel of a window counts where windows overlap: {@code 1e-4 +
 * exp(-d^2 / (2 sigma^2))}, d the distance from the window's middle in
 * coordinates that run from -1 to 1 along each axis (code of 2020, "gaussian").
 */
final class Blending {

	private Blending() {}

	/** Weights of a window, x fastest. */
	static float[] weights(final WindowSize window, final double sigma) {
		final double[] x = squares(window.x());
		final double[] y = squares(window.y());
		final double[] z = squares(window.z());
		final float[] weights = new float[window.voxels()];
		int i = 0;
		for (final double dz : z)
			for (final double dy : y)
				for (final double dx : x)
					weights[i++] = (float) (1e-4 + StrictMath.exp(-(dx + dy + dz) / (2 *
						sigma * sigma)));
		return weights;
	}

	private static double[] squares(final int n) {
		final double[] squares = new double[n];
		for (int i = 0; i < n; i++) {
			final double u = n == 1 ? 0 : -1 + 2.0 * i / (n - 1);
			squares[i] = u * u;
		}
		return squares;
	}
}
