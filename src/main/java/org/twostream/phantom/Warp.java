
package org.twostream.phantom;

/**
 * Bends space, so that flat borders between neurites become curved membranes.
 * Immutable, thread-safe.
 */
final class Warp {

	private final long[] keys;
	private final double[] wavelengths;
	private final double[] amplitudes;

	/**
	 * @param waves pairs of wavelength and amplitude, nm
	 */
	Warp(final long key, final double... waves) {
		final int n = waves.length / 2;
		keys = new long[n];
		wavelengths = new double[n];
		amplitudes = new double[n];
		for (int i = 0; i < n; i++) {
			keys[i] = Hash.of(key, i);
			wavelengths[i] = waves[2 * i];
			amplitudes[i] = waves[2 * i + 1];
		}
	}

	/** Writes the bent place of x, y, z (nm) into target. */
	void apply(final double x, final double y, final double z,
		final double[] target)
	{
		target[0] = x;
		target[1] = y;
		target[2] = z;
		for (int i = 0; i < keys.length; i++)
			add(i, x / wavelengths[i], y / wavelengths[i], z / wavelengths[i],
				target);
	}

	private void add(final int wave, final double x, final double y,
		final double z, final double[] target)
	{
		final long ix = (long) Math.floor(x);
		final long iy = (long) Math.floor(y);
		final long iz = (long) Math.floor(z);
		final double tx = smooth(x - ix);
		final double ty = smooth(y - iy);
		final double tz = smooth(z - iz);
		double dx = 0;
		double dy = 0;
		double dz = 0;
		for (int corner = 0; corner < 8; corner++) {
			final int cx = corner & 1;
			final int cy = corner >> 1 & 1;
			final int cz = corner >> 2;
			final double weight = (cx == 0 ? 1 - tx : tx) * (cy == 0 ? 1 - ty : ty) *
				(cz == 0 ? 1 - tz : tz);
			final long h = Hash.of(keys[wave], ix + cx, iy + cy, iz + cz);
			dx += weight * Hash.part(h, 0);
			dy += weight * Hash.part(h, 1);
			dz += weight * Hash.part(h, 2);
		}
		target[0] += amplitudes[wave] * (2 * dx - 1);
		target[1] += amplitudes[wave] * (2 * dy - 1);
		target[2] += amplitudes[wave] * (2 * dz - 1);
	}

	private static double smooth(final double t) {
		return t * t * (3 - 2 * t);
	}
}
