
package org.twostream.phantom;

import org.twostream.core.Target;

/**
 * A patch of membrane between two neurites that is darker than the rest: a
 * synapse with cleft and postsynaptic density, or a symmetric junction that is
 * none.
 *
 * @param id truth number n from 1; 0 for what is no synapse
 * @param x centre in the tissue, nm, and so y, z
 * @param border plane of the membrane in bent space, positive on the pre side
 * @param frame a along the border's normal
 * @param radius of the patch along b, nm
 * @param aspect radius along c relative to that along b
 * @param pre the neurite before
 * @param post the neurite behind
 */
record Junction(long id, double x, double y, double z, Plane border,
		Frame frame, double radius, double aspect, long pre, long post)
		implements
			Organelle {

	/** Depth of the postsynaptic density, nm. */
	private static final float DENSITY = 38;
	/** Depth of either side's label, nm. */
	private static final double SIDE = 60;
	private static final float BLACK = 26;

	/** The cleft's label is a plate this thick or as thick as a section. */
	private static double cleft(final Tile tile) {
		return Math.max(22, 0.7 * tile.voxel.z());
	}

	@Override
	public double reach() {
		return 1.3 * radius * Math.max(1, aspect) + 100;
	}

	@Override
	public int layer() {
		return 2;
	}

	@Override
	public boolean is(final Target target) {
		return id != 0 && target != Target.MITOCHONDRIA;
	}

	/** 0 in the middle, 1 on the rim, per voxel of the tile. */
	private double rim(final Tile tile, final int column, final int row,
		final double dz)
	{
		final double dx = tile.x(column) - x;
		final double dy = tile.y(row) - y;
		final double b = dx * frame.bx() + dy * frame.by() + dz * frame.bz();
		final double c = (dx * frame.cx() + dy * frame.cy() + dz * frame.cz()) /
			aspect;
		return Math.sqrt(b * b + c * c) / radius;
	}

	@Override
	public void paint(final Tile tile) {
		if (!tile.clip(x, y, z, reach())) return;
		final double dz = tile.z() - z;
		final float half = (float) (tile.half() * Math.abs(border.z()));
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				final int i = row * tile.size + column;
				final float f = (float) border.distance(tile.bentX[i], tile.bentY[i],
					tile.bentZ[i]);
				if (Math.abs(f) > 90 || tile.neurite[i] != pre &&
					tile.neurite[i] != post) continue;
				final float inside = Profile.step((float) ((1 - rim(tile, column, row,
					dz)) * radius), 25);
				if (inside == 0) continue;
				final float dark = id == 0 ? 0.55f * Profile.sheet(f, 26, half) : Math
					.max(0.9f * Profile.sheet(f, 13, half), 0.8f * density(f, half));
				tile.cover(i, BLACK + 0.5f * tile.grain[i], inside * dark);
			}
	}

	private static float density(final float f, final float half) {
		return Profile.step(-f + 4, 8 + half) * Profile.step(f + DENSITY, 14 +
			half);
	}

	@Override
	public void label(final Target target, final Tile tile) {
		if (!is(target) || !tile.clip(x, y, z, reach())) return;
		// A section that only grazes the rim would show a crumb.
		final double dz = tile.z() - z + 0.35 * tile.voxel.z() * Math.signum(tile
			.z() - z);
		final double most = target == Target.CLEFT ? cleft(tile) : SIDE;
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				final int i = row * tile.size + column;
				final boolean before = tile.neurite[i] == pre;
				if (!before && tile.neurite[i] != post) continue;
				final double f = border.distance(tile.bentX[i], tile.bentY[i],
					tile.bentZ[i]);
				if (Math.abs(f) > most || rim(tile, column, row, dz) > 1) continue;
				tile.id[i] = target == Target.CLEFT ? id : before ? 2 * id - 1 : 2 * id;
			}
	}
}
