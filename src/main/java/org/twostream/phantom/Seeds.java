
package org.twostream.phantom;

import java.util.Arrays;

/**
 * Seeds near a place, and the flat borders between them. Reused by one thread.
 */
final class Seeds {

	private SeedLattice lattice;
	private int count;
	private long[] id = new long[128];
	private double[] x = new double[128];
	private double[] y = new double[128];
	private double[] z = new double[128];
	private double[] distance = new double[128];
	private double[] square = new double[128];
	/** Per ordered pair: 1 / (2 |distance| |gradient|), 0 if not yet known. */
	private double[] inverse = new double[0];
	private float[] slope = new float[0];

	private int nearest;
	private int neighbour;
	private double depth;

	void clear(final SeedLattice of) {
		lattice = of;
		count = 0;
	}

	void add(final long seed, final double sx, final double sy, final double sz,
		final double d)
	{
		if (count == id.length) grow();
		id[count] = seed;
		x[count] = sx;
		y[count] = sy;
		z[count] = sz;
		distance[count++] = d;
	}

	private void grow() {
		final int n = 2 * count;
		id = Arrays.copyOf(id, n);
		x = Arrays.copyOf(x, n);
		y = Arrays.copyOf(y, n);
		z = Arrays.copyOf(z, n);
		distance = Arrays.copyOf(distance, n);
		square = Arrays.copyOf(square, n);
	}

	/** Drops seeds more than reach farther than the nearest. */
	void prune(final double reach) {
		double limit = Double.POSITIVE_INFINITY;
		for (int i = 0; i < count; i++)
			limit = Math.min(limit, distance[i]);
		limit += reach;
		int kept = 0;
		for (int i = 0; i < count; i++)
			if (distance[i] <= limit) {
				id[kept] = id[i];
				x[kept] = x[i];
				y[kept] = y[i];
				z[kept++] = z[i];
			}
		count = kept;
		if (inverse.length < kept * kept) {
			inverse = new double[kept * kept];
			slope = new float[kept * kept];
		}
		Arrays.fill(inverse, 0, kept * kept, 0);
	}

	int count() {
		return count;
	}

	/** Index of the seed whose region the last place lies in. */
	int nearest() {
		return nearest;
	}

	/** Index of the seed across the nearest border. */
	int neighbour() {
		return neighbour;
	}

	/** Distance of the last place from its nearest border, nm. */
	double depth() {
		return depth;
	}

	long id(final int index) {
		return id[index];
	}

	/** Finds region and depth of a bent place (nm). */
	void locate(final double px, final double py, final double pz) {
		final double qx = lattice.row(0, px, py, pz);
		final double qy = lattice.row(1, px, py, pz);
		final double qz = lattice.row(2, px, py, pz);
		int best = 0;
		for (int i = 0; i < count; i++) {
			final double dx = x[i] - qx;
			final double dy = y[i] - qy;
			final double dz = z[i] - qz;
			square[i] = dx * dx + dy * dy + dz * dz;
			if (square[i] < square[best]) best = i;
		}
		nearest = best;
		neighbour = best;
		depth = 1e6;
		final double own = square[best];
		for (int j = 0, pair = best * count; j < count; j++, pair++) {
			if (j == best) continue;
			if (inverse[pair] == 0) border(best, j);
			final double d = (square[j] - own) * inverse[pair];
			if (d < depth) {
				depth = d;
				neighbour = j;
			}
		}
	}

	private void border(final int i, final int j) {
		final double nx = x[i] - x[j];
		final double ny = y[i] - y[j];
		final double nz = z[i] - z[j];
		final double gx = lattice.gradient(0, nx, ny, nz);
		final double gy = lattice.gradient(1, nx, ny, nz);
		final double gz = lattice.gradient(2, nx, ny, nz);
		final double g = Math.sqrt(gx * gx + gy * gy + gz * gz);
		// The border's value is n.p with n not normalised; |n| cancels out.
		inverse[i * count + j] = 0.5 / g;
		slope[i * count + j] = (float) (gz / g);
	}

	/** |z component| of the unit normal of the last place's nearest border. */
	float slope() {
		return Math.abs(slope[nearest * count + neighbour]);
	}

	/** The nearest border of the last place as a plane in bent space. */
	Plane plane() {
		final double nx = x[nearest] - x[neighbour];
		final double ny = y[nearest] - y[neighbour];
		final double nz = z[nearest] - z[neighbour];
		final double gx = lattice.gradient(0, nx, ny, nz);
		final double gy = lattice.gradient(1, nx, ny, nz);
		final double gz = lattice.gradient(2, nx, ny, nz);
		final double g = Math.sqrt(gx * gx + gy * gy + gz * gz);
		final double middle = 0.5 * (nx * (x[nearest] + x[neighbour]) + ny *
			(y[nearest] + y[neighbour]) + nz * (z[nearest] + z[neighbour]));
		return new Plane(gx / g, gy / g, gz / g, -middle / g);
	}
}
