
package org.twostream.roi.mesh;

/**
 * The planes that each corner stands for, as sums of symmetric 4 x 4 matrices,
 * and where on an edge their sum of squared distances is least (Garland and
 * Heckbert 1997). Not thread-safe.
 */
final class Quadrics {

	/** Entries of a symmetric 4 x 4 matrix. */
	private static final int N = 10;
	/** Below this the least is no one place. */
	private static final double FLAT = 1e-3;

	private final double[] points;
	private final double[] sums;
	private final double[] q = new double[N];

	/** Where the edge that was looked at last goes. */
	double x;
	double y;
	double z;
	/** What that costs: squared nm. */
	double cost;

	/** @param points x, y, z of each corner; read when edges are looked at */
	Quadrics(final double[] points) {
		this.points = points;
		sums = new double[N * points.length / 3];
	}

	/**
	 * Adds the plane of a triangle to its corners; one without an area has none.
	 */
	void addPlane(final int a, final int b, final int c) {
		final double ax = points[3 * b] - points[3 * a];
		final double ay = points[3 * b + 1] - points[3 * a + 1];
		final double az = points[3 * b + 2] - points[3 * a + 2];
		final double bx = points[3 * c] - points[3 * a];
		final double by = points[3 * c + 1] - points[3 * a + 1];
		final double bz = points[3 * c + 2] - points[3 * a + 2];
		final double nx = ay * bz - az * by;
		final double ny = az * bx - ax * bz;
		final double nz = ax * by - ay * bx;
		final double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
		if (length == 0) return;
		final double[] v = { nx / length, ny / length, nz / length, 0 };
		v[3] = -(v[0] * points[3 * a] + v[1] * points[3 * a + 1] + v[2] * points[3 *
			a + 2]);
		add(a, v);
		add(b, v);
		add(c, v);
	}

	private void add(final int corner, final double[] v) {
		int at = N * corner;
		for (int i = 0; i < 4; i++)
			for (int j = i; j < 4; j++)
				sums[at++] += v[i] * v[j];
	}

	/** Gives the planes of one corner to another. */
	void merge(final int kept, final int gone) {
		for (int i = 0; i < N; i++)
			sums[N * kept + i] += sums[N * gone + i];
	}

	/**
	 * Looks for the best place: the middle, an end, or where the cost is least.
	 */
	void look(final int a, final int b) {
		for (int i = 0; i < N; i++)
			q[i] = sums[N * a + i] + sums[N * b + i];
		final double ax = points[3 * a];
		final double ay = points[3 * a + 1];
		final double az = points[3 * a + 2];
		final double bx = points[3 * b];
		final double by = points[3 * b + 1];
		final double bz = points[3 * b + 2];
		cost = Double.MAX_VALUE;
		offer((ax + bx) / 2, (ay + by) / 2, (az + bz) / 2);
		offer(ax, ay, az);
		offer(bx, by, bz);
		final double c0 = q[4] * q[7] - q[5] * q[5];
		final double c1 = q[2] * q[5] - q[1] * q[7];
		final double c2 = q[1] * q[5] - q[2] * q[4];
		final double det = q[0] * c0 + q[1] * c1 + q[2] * c2;
		if (Math.abs(det) < FLAT) return;
		final double c4 = q[0] * q[7] - q[2] * q[2];
		final double c5 = q[1] * q[2] - q[0] * q[5];
		final double c7 = q[0] * q[4] - q[1] * q[1];
		offer(-(c0 * q[3] + c1 * q[6] + c2 * q[8]) / det, -(c1 * q[3] + c4 * q[6] +
			c5 * q[8]) / det, -(c2 * q[3] + c5 * q[6] + c7 * q[8]) / det);
	}

	private void offer(final double px, final double py, final double pz) {
		final double c = Math.max(0, q[0] * px * px + 2 * q[1] * px * py + 2 *
			q[2] * px * pz + 2 * q[3] * px + q[4] * py * py + 2 * q[5] * py * pz + 2 *
				q[6] * py + q[7] * pz * pz + 2 * q[8] * pz + q[9]);
		if (c >= cost) return;
		cost = c;
		x = px;
		y = py;
		z = pz;
	}
}
