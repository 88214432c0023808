
package org.twostream.review.scene;

/**
 * A rotation, as a quaternion of length 1. Two of opposite sign are the same
 * rotation.
 *
 * @param w real part
 * @param x times i
 * @param y times j
 * @param z times k
 */
public record Turn(double w, double x, double y, double z) {

	/** Made 1 long. */
	public Turn {
		final double length = Math.sqrt(w * w + x * x + y * y + z * z);
		w /= length;
		x /= length;
		y /= length;
		z /= length;
	}

	/** About the z axis, from x towards y. */
	public static Turn aboutZ(final double degrees) {
		final double half = Math.toRadians(degrees) / 2;
		return new Turn(Math.cos(half), 0, 0, Math.sin(half));
	}

	/** Out of a matrix of rotation (Shepperd 1978). */
	static Turn of(final double[][] m) {
		final double trace = m[0][0] + m[1][1] + m[2][2];
		if (trace > Math.max(m[0][0], Math.max(m[1][1], m[2][2]))) return new Turn(
			1 + trace, m[2][1] - m[1][2], m[0][2] - m[2][0], m[1][0] - m[0][1]);
		if (m[0][0] >= m[1][1] && m[0][0] >= m[2][2]) return new Turn(m[2][1] -
			m[1][2], 1 + 2 * m[0][0] - trace, m[0][1] + m[1][0], m[0][2] + m[2][0]);
		if (m[1][1] >= m[2][2]) return new Turn(m[0][2] - m[2][0], m[0][1] +
			m[1][0], 1 + 2 * m[1][1] - trace, m[1][2] + m[2][1]);
		return new Turn(m[1][0] - m[0][1], m[0][2] + m[2][0], m[1][2] + m[2][1], 1 +
			2 * m[2][2] - trace);
	}

	/** Rows of the matrix of rotation. */
	double[][] matrix() {
		return new double[][] { { 1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 *
			(x * z + w * y) }, { 2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 *
				(y * z - w * x) }, { 2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 *
					(x * x + y * y) } };
	}

	/** Turns a way. */
	public Point apply(final Point p) {
		final double[][] m = matrix();
		return new Point(m[0][0] * p.x() + m[0][1] * p.y() + m[0][2] * p.z(),
			m[1][0] * p.x() + m[1][1] * p.y() + m[1][2] * p.z(), m[2][0] * p.x() +
				m[2][1] * p.y() + m[2][2] * p.z());
	}

	/** Turns a way back. */
	public Point back(final Point p) {
		return new Turn(w, -x, -y, -z).apply(p);
	}

	/**
	 * On the shortest way to another, with even speed.
	 *
	 * @param t 0 for this, 1 for the other
	 */
	public Turn towards(final Turn other, final double t) {
		double dot = w * other.w + x * other.x + y * other.y + z * other.z;
		final double sign = dot < 0 ? -1 : 1;
		dot = Math.min(1, sign * dot);
		final double angle = Math.acos(dot);
		// Too close for the sines: a straight way is as good.
		final double a = angle < 1e-6 ? 1 - t : Math.sin((1 - t) * angle) / Math
			.sin(angle);
		final double b = sign * (angle < 1e-6 ? t : Math.sin(t * angle) / Math.sin(
			angle));
		return new Turn(a * w + b * other.w, a * x + b * other.x, a * y + b *
			other.y, a * z + b * other.z);
	}

	/** Degrees, 0 to 180, by which another is turned further. */
	public double degreesTo(final Turn other) {
		return 2 * Math.toDegrees(Math.acos(Math.min(1, Math.abs(w * other.w + x *
			other.x + y * other.y + z * other.z))));
	}
}
