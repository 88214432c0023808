
package org.twostream.phantom;

/** Three orthogonal unit vectors: a along the axis, b and c across. */
record Frame(double ax, double ay, double az, double bx, double by, double bz,
		double cx, double cy, double cz) {

	/** The frame whose a points along this vector of any length but 0. */
	static Frame along(final double x, final double y, final double z) {
		final double n = 1 / Math.sqrt(x * x + y * y + z * z);
		final double ax = x * n;
		final double ay = y * n;
		final double az = z * n;
// Cross with the axis that a is least along.
		double bx = Math.abs(az) < 0.9 ? -ay : 0;
		double by = Math.abs(az) < 0.9 ? ax : -az;
		double bz = Math.abs(az) < 0.9 ? 0 : ay;
		final double m = 1 / Math.sqrt(bx * bx + by * by + bz * bz);
		bx *= m;
		by *= m;
		bz *= m;
		return new Frame(ax, ay, az, bx, by, bz, ay * bz - az * by, az * bx - ax *
			bz, ax * by - ay * bx);
	}

	/** The frame turned around its a by an angle given as cosine and sine. */
	Frame turned(final double cosine, final double sine) {
		return new Frame(ax, ay, az, cosine * bx + sine * cx, cosine * by + sine *
			cy, cosine * bz + sine * cz, cosine * cx - sine * bx, cosine * cy - sine *
				by, cosine * cz - sine * bz);
	}

	/** The 3 x 3 matrix with rows a, b, c, each times its scale. */
	double[] rows(final double a, final double b, final double c) {
		return new double[] { a * ax, a * ay, a * az, b * bx, b * by, b * bz, c *
			cx, c * cy, c * cz };
	}
}
