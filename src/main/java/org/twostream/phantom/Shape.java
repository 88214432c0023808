
package org.twostream.phantom;

/**
 * A rod with round ends, a little bent and flattened: the form of mitochondria
 * and dense bodies. Lengths in nm. Immutable, thread-safe.
 *
 * @param x centre, and so y, z
 * @param frame a along the rod, the bend goes along b
 * @param half half of the straight part's length, 0 for a ball
 * @param radius of the rod
 * @param bend how far the ends stray along b
 * @param flatness width along c relative to the radius
 * @param waist how much the radius swings along the rod, relative
 */
record Shape(double x, double y, double z, Frame frame, double half,
		double radius, double bend, double flatness, double waist) {

	/** Radius of the ball around it. */
	double reach() {
		return half + radius * Math.max(1, flatness) * (1 + waist) + Math.abs(bend);
	}

	/** Volume of the unbent rod in cubic nm. */
	double volume() {
		return Math.PI * radius * radius * flatness * (2 * half + 4.0 / 3 * radius);
	}

	/** How far the axis strays along b at this part (-1..1) of its half. */
	double stray(final double part) {
		return bend * (part * part - 0.4);
	}

	/** A place on the axis, part -1..1, one of x, y, z by axis 0, 1, 2. */
	double axis(final int axis, final double part) {
		final double along = part * half;
		final double across = stray(part);
		if (axis == 0) return x + along * frame.ax() + across * frame.bx();
		if (axis == 1) return y + along * frame.ay() + across * frame.by();
		return z + along * frame.az() + across * frame.bz();
	}

	/** Where a place lies relative to the shape. Reused by one thread. */
	static final class Spot {

		/** Distance below the surface, negative outside, nm. */
		float depth;
		/** |z component| of the surface's normal. */
		float slope;
		/** Coordinates in the frame, nm; v and w around the bent axis. */
		float u;
		float v;
		float w;
	}

	void measure(final double px, final double py, final double pz,
		final Spot spot)
	{
		final double dx = px - x;
		final double dy = py - y;
		final double dz = pz - z;
		final double u = dx * frame.ax() + dy * frame.ay() + dz * frame.az();
		final double inside = Math.max(-half, Math.min(half, u));
		final double part = half == 0 ? 0 : inside / half;
		final double v = dx * frame.bx() + dy * frame.by() + dz * frame.bz() -
			stray(part);
		final double w = (dx * frame.cx() + dy * frame.cy() + dz * frame.cz()) /
			flatness;
		final double over = u - inside;
		final double distance = Math.sqrt(over * over + v * v + w * w) + 1e-9;
		final double swing = waist * (part * part * part - part) * 2.6;
		spot.depth = (float) (radius * (1 + swing) - distance);
		spot.slope = (float) Math.min(1, Math.abs(over * frame.az() + v * frame
			.bz() + w * frame.cz()) / distance);
		spot.u = (float) u;
		spot.v = (float) v;
		spot.w = (float) (w * flatness);
	}

	/** The place that it takes up. */
	Hull hull() {
		final double stray = stray(1);
		return new Hull(x - half * frame.ax() + stray * frame.bx(), y - half * frame
			.ay() + stray * frame.by(), z - half * frame.az() + stray * frame.bz(),
			x + half * frame.ax() + stray * frame.bx(), y + half * frame.ay() +
				stray * frame.by(), z + half * frame.az() + stray * frame.bz(), radius *
					Math.max(1, flatness) * (1 + waist) + Math.abs(bend));
	}
}
