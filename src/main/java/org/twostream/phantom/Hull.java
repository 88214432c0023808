
package org.twostream.phantom;

/** A rod with round ends around a thing that keeps others out, nm. */
record Hull(double x0, double y0, double z0, double x1, double y1, double z1,
		double radius) {

	/** Whether two things come nearer than a gap. */
	boolean meets(final Hull other, final double gap) {
		final double limit = radius + other.radius + gap;
		return squareDistance(other) < limit * limit;
	}

// Closest points of two segments (Ericson, Real-Time Collision Detection,
// 2005, section 5.1.9).
	private double squareDistance(final Hull o) {
		final double dx = x1 - x0;
		final double dy = y1 - y0;
		final double dz = z1 - z0;
		final double ex = o.x1 - o.x0;
		final double ey = o.y1 - o.y0;
		final double ez = o.z1 - o.z0;
		final double rx = x0 - o.x0;
		final double ry = y0 - o.y0;
		final double rz = z0 - o.z0;
		final double a = dx * dx + dy * dy + dz * dz + 1e-9;
		final double e = ex * ex + ey * ey + ez * ez + 1e-9;
		final double f = ex * rx + ey * ry + ez * rz;
		final double c = dx * rx + dy * ry + dz * rz;
		final double b = dx * ex + dy * ey + dz * ez;
		final double denominator = a * e - b * b;
		double s = denominator > 1e-6 ? clamp((b * f - c * e) / denominator) : 0;
		double t = (b * s + f) / e;
		if (t < 0 || t > 1) {
			t = clamp(t);
			s = clamp((b * t - c) / a);
		}
		final double x = rx + s * dx - t * ex;
		final double y = ry + s * dy - t * ey;
		final double z = rz + s * dz - t * ez;
		return x * x + y * y + z * z;
	}

	private static double clamp(final double v) {
		return Math.max(0, Math.min(1, v));
	}
}
