
package org.twostream.phantom;

/** Smooth and white noise fixed in space by a key. Immutable, thread-safe. */
final class Noise {

	private static final int MASK = 0xFFFF;
	private static final float[] UNIFORM = new float[MASK + 1];
	private static final float[] GAUSS = new float[MASK + 1];

	static {
		for (int i = 0; i <= MASK; i++) {
			final long h = Hash.of(0x7753, i);
			UNIFORM[i] = (float) (2 * Hash.unit(h) - 1);
			final double radius = StrictMath.sqrt(-2 * StrictMath.log((i + 0.5) /
				(MASK + 1)));
			GAUSS[i] = (float) (radius * StrictMath.cos(2 * Math.PI * Hash.unit(Hash
				.mix(h))));
		}
	}

	private final long key;
	private final double wavelength;

	/**
	 * @param wavelength distance of the lattice points, nm
	 */
	Noise(final long key, final double wavelength) {
		this.key = key;
		this.wavelength = wavelength;
	}

	/** A standard normal number of a voxel. */
	static float gauss(final long key, final long x) {
		return GAUSS[(int) (Hash.mix(key + x * 0x9E3779B97F4A7C15L) & MASK)];
	}

	/**
	 * Adds smooth noise to points in a row, -1..1 times the amplitude.
	 *
	 * @param x first point, nm
	 * @param step distance of the points, nm
	 */
	void addRow(final float[] target, final int offset, final int count,
		final double x, final double step, final double y, final double z,
		final float amplitude)
	{
		final double fy = y / wavelength;
		final double fz = z / wavelength;
		final long iy = (long) Math.floor(fy);
		final long iz = (long) Math.floor(fz);
		final float ty = smooth((float) (fy - iy));
		final float tz = smooth((float) (fz - iz));
		long ix = Long.MIN_VALUE;
		float left = 0;
		float right = 0;
		for (int i = 0; i < count; i++) {
			final double fx = (x + i * step) / wavelength;
			final long at = (long) Math.floor(fx);
			if (at != ix) {
				left = at == ix + 1 ? right : column(at, iy, iz, ty, tz);
				right = column(at + 1, iy, iz, ty, tz);
				ix = at;
			}
			target[offset + i] += amplitude * (left + smooth((float) (fx - at)) *
				(right - left));
		}
	}

	private float column(final long x, final long y, final long z, final float ty,
		final float tz)
	{
		final float a = value(x, y, z);
		final float b = value(x, y + 1, z);
		final float c = value(x, y, z + 1);
		final float d = value(x, y + 1, z + 1);
		final float ab = a + ty * (b - a);
		final float cd = c + ty * (d - c);
		return ab + tz * (cd - ab);
	}

	private float value(final long x, final long y, final long z) {
		return UNIFORM[(int) (Hash.of(key, x, y, z) & MASK)];
	}

	static float smooth(final float t) {
		return t * t * (3 - 2 * t);
	}
}
