
package org.twostream.phantom;

/** A plane in nm; the unit normal points to the positive side. */
record Plane(double x, double y, double z, double offset) {

	/** Signed distance, nm. */
	double distance(final double px, final double py, final double pz) {
		return x * px + y * py + z * pz + offset;
	}

	Plane flipped() {
		return new Plane(-x, -y, -z, -offset);
	}
}
