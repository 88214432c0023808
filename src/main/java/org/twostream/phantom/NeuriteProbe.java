
package org.twostream.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks which neurite a place lies in and how deep. Aim it at a place first,
 * then ask for places around it. For one thread.
 */
final class NeuriteProbe {

	/** Two lattice cells hold every seed that can matter near a place. */
	private static final int WIDE = 2;

	/** Depth that {@link #at} can tell, nm; deeper places give more than this. */
	static final double KNOWN = 180;

	private final Neurites neurites;
	private final Seeds large = new Seeds();
	private final List<Seeds> pool = new ArrayList<>();
	private Seeds[] thin = new Seeds[0];
	private boolean[] bundled = new boolean[0];
	private final double[] aim = new double[3];
	private final double[] bent = new double[3];
	private double reach;
	private int range;
	private int used;

	private long neurite;
	private Seeds border;

	NeuriteProbe(final Neurites neurites) {
		this.neurites = neurites;
	}

	/**
	 * @param x centre in bent space, nm, and so y, z
	 * @param radius of the ball that will be asked for, nm
	 * @param depth to which distances from borders matter, nm
	 */
	void aim(final double x, final double y, final double z, final double radius,
		final double depth)
	{
		aim(x, y, z, 2 * (radius + depth), WIDE);
	}

	private void aim(final double x, final double y, final double z,
		final double farther, final int cells)
	{
		aim[0] = x;
		aim[1] = y;
		aim[2] = z;
		reach = farther;
		range = cells;
		used = 0;
		gather(neurites.large(), large);
		if (thin.length < large.count()) {
			thin = new Seeds[large.count()];
			bundled = new boolean[large.count()];
		}
		for (int i = 0; i < large.count(); i++) {
			thin[i] = null;
			bundled[i] = neurites.bundled(large.id(i));
		}
	}

	private void gather(final SeedLattice lattice, final Seeds target) {
		lattice.gather(aim[0], aim[1], aim[2], reach * lattice.scale(), range,
			target);
	}

	/** Asks for a place in bent space near the aim, nm. */
	void bent(final double x, final double y, final double z) {
		large.locate(x, y, z);
		final int i = large.nearest();
		neurite = large.id(i);
		border = large;
		if (!bundled[i]) return;
		if (thin[i] == null) {
			if (used == pool.size()) pool.add(new Seeds());
			thin[i] = pool.get(used++);
			gather(neurites.thin(neurite), thin[i]);
		}
		final Seeds inside = thin[i];
		inside.locate(x, y, z);
		neurite = Hash.of(neurite, inside.id(inside.nearest()));
		if (inside.depth() < large.depth()) border = inside;
	}

	/** Aims at and asks for a single place in the tissue, nm. */
	void at(final double x, final double y, final double z) {
		neurites.warp().apply(x, y, z, bent);
		aim(bent[0], bent[1], bent[2], 2 * KNOWN, 1);
		bent(bent[0], bent[1], bent[2]);
	}

	/** The neurite of the last place. */
	long neurite() {
		return neurite;
	}

	/** The large region of the last place. */
	long region() {
		return large.id(large.nearest());
	}

	/** Distance of the last place from the neurite's border, nm. */
	double depth() {
		return border.depth();
	}

	/** |z component| of the border's normal. */
	float slope() {
		return border.slope();
	}

	/** The border as a plane in bent space, positive where the place is. */
	Plane plane() {
		return border.plane();
	}

	/** Distance of a tissue place from a plane in bent space, nm. */
	double distance(final Plane plane, final double x, final double y,
		final double z)
	{
		neurites.warp().apply(x, y, z, bent);
		return plane.distance(bent[0], bent[1], bent[2]);
	}
}
