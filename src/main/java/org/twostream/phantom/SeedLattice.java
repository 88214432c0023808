
package org.twostream.phantom;

/**
 * One seed point in every cell of a stretched and turned lattice; the Voronoi
 * regions of the seeds are neurites. Immutable, thread-safe.
 */
final class SeedLattice {

	/** How far a seed strays from its cell's middle, in cells. */
	private static final double STRAY = 0.42;

	private final long key;
	/** From nm to lattice units, row by row. */
	private final double[] frame;

	SeedLattice(final long key, final double[] frame) {
		this.key = key;
		this.frame = frame.clone();
	}

	double row(final int r, final double x, final double y, final double z) {
		return frame[3 * r] * x + frame[3 * r + 1] * y + frame[3 * r + 2] * z;
	}

	/** Component c of the gradient in nm of a direction in lattice units. */
	double gradient(final int c, final double nx, final double ny,
		final double nz)
	{
		return frame[c] * nx + frame[3 + c] * ny + frame[6 + c] * nz;
	}

	/** The largest stretch from nm to lattice units. */
	double scale() {
		double largest = 0;
		for (int r = 0; r < 3; r++)
			largest = Math.max(largest, Math.sqrt(frame[3 * r] * frame[3 * r] +
				frame[3 * r + 1] * frame[3 * r + 1] + frame[3 * r + 2] * frame[3 * r +
					2]));
		return largest;
	}

	/**
	 * Collects the seeds that are at most {@code reach} lattice units farther
	 * from a bent place (nm) than the nearest one.
	 *
	 * @param range lattice cells looked at on each side
	 */
	void gather(final double x, final double y, final double z,
		final double reach, final int range, final Seeds target)
	{
		final double px = row(0, x, y, z);
		final double py = row(1, x, y, z);
		final double pz = row(2, x, y, z);
		final long ix = (long) Math.floor(px);
		final long iy = (long) Math.floor(py);
		final long iz = (long) Math.floor(pz);
		target.clear(this);
		for (long k = iz - range; k <= iz + range; k++)
			for (long j = iy - range; j <= iy + range; j++)
				for (long i = ix - range; i <= ix + range; i++) {
					final long h = Hash.of(key, i, j, k);
					final double sx = i + 0.5 + STRAY * (2 * Hash.part(h, 0) - 1);
					final double sy = j + 0.5 + STRAY * (2 * Hash.part(h, 1) - 1);
					final double sz = k + 0.5 + STRAY * (2 * Hash.part(h, 2) - 1);
					final double d2 = (sx - px) * (sx - px) + (sy - py) * (sy - py) +
						(sz - pz) * (sz - pz);
					target.add(h, sx, sy, sz, Math.sqrt(d2));
				}
		target.prune(reach);
	}
}
