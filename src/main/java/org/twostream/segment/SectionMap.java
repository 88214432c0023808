
package org.twostream.segment;

/**
 * Where the pixels of a section are looked up, in pixels of the window.
 *
 * @param x of each pixel, x fastest; not changed any more
 * @param y likewise
 */
record SectionMap(float[] x, float[] y) {

	/** Turned about a point, x towards y. */
	SectionMap turned(final double radians, final double xMiddle,
		final double yMiddle)
	{
		if (radians == 0) return this;
		final double cos = StrictMath.cos(radians);
		final double sin = StrictMath.sin(radians);
		final float[] u = new float[x.length];
		final float[] v = new float[y.length];
		for (int i = 0; i < u.length; i++) {
			final double dx = x[i] - xMiddle;
			final double dy = y[i] - yMiddle;
			u[i] = (float) (xMiddle + cos * dx - sin * dy);
			v[i] = (float) (yMiddle + sin * dx + cos * dy);
		}
		return new SectionMap(u, v);
	}

	SectionMap shifted(final int dx, final int dy) {
		if (dx == 0 && dy == 0) return this;
		final float[] u = new float[x.length];
		final float[] v = new float[y.length];
		for (int i = 0; i < u.length; i++) {
			u[i] = x[i] + dx;
			v[i] = y[i] + dy;
		}
		return new SectionMap(u, v);
	}
}
