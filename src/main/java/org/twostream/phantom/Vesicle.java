
package org.twostream.phantom;

import org.twostream.core.Target;

/**
 * A synaptic vesicle: a ball of about 40 nm with a dark membrane and a pale
 * lumen.
 *
 * @param radius to the membrane's middle, nm
 * @param dense whether it has a dark core
 */
record Vesicle(float px, float py, float pz, float radius, boolean dense)
		implements
			Organelle {

	private static final float MEMBRANE = 5;

	@Override
	public double x() {
		return px;
	}

	@Override
	public double y() {
		return py;
	}

	@Override
	public double z() {
		return pz;
	}

	@Override
	public double reach() {
		return radius + 3 * MEMBRANE;
	}

	@Override
	public int layer() {
		return 1;
	}

	@Override
	public boolean is(final Target target) {
		return false;
	}

	@Override
	public void paint(final Tile tile) {
		if (!tile.clip(px, py, pz, reach())) return;
		final double dz = tile.z() - pz;
// A section thicker than the vesicle shows its shadow from any height.
		final float h = Math.max(0, (float) Math.abs(dz) - 0.6f * tile.half());
		final float blur = 1 / (1 + tile.half() / 60);
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				final float dx = (float) (tile.x(column) - px);
				final float dy = (float) (tile.y(row) - py);
				final float depth = radius - (float) Math.sqrt(dx * dx + dy * dy + h *
					h);
				final int i = row * tile.size + column;
				final float ring = Profile.sheet(depth, MEMBRANE, 0);
				final float lumen = Profile.step(depth - 4, 6);
				tile.cover(i, dense ? 60 : 175, 0.9f * blur * lumen);
				tile.cover(i, 45, blur * ring);
			}
	}

	@Override
	public void label(final Target target, final Tile tile) {
// No object of any target.
	}
}
