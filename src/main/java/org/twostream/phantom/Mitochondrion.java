
package org.twostream.phantom;

import org.twostream.core.Target;
import org.twostream.phantom.PhantomKnobs.Stain;

/**
 * A mitochondrion: dark double membrane, matrix darker than cytoplasm, cristae.
 *
 * @param id truth id
 * @param spacing of the cristae, nm
 * @param tilt how much the cristae lean from across (0) to along (1) the rod
 * @param shade of this one's matrix relative to the mean
 */
record Mitochondrion(long id, Shape shape, float spacing, float tilt,
		float shade, Stain stain) implements Organelle {

	@Override
	public double x() {
		return shape.x();
	}

	@Override
	public double y() {
		return shape.y();
	}

	@Override
	public double z() {
		return shape.z();
	}

	@Override
	public double reach() {
		return shape.reach() + 12;
	}

	@Override
	public int layer() {
		return 3;
	}

	@Override
	public boolean is(final Target target) {
		return target == Target.MITOCHONDRIA;
	}

	@Override
	public void paint(final Tile tile) {
		if (!tile.clip(x(), y(), z(), reach())) return;
		final Shape.Spot spot = new Shape.Spot();
		final float membrane = (float) stain.membrane();
		final float matrix = (float) stain.matrix() + shade;
		final float swing = (float) stain.cristae();
// Lamellae that lie flat in the section blur away.
		final float lean = (float) Math.abs((1 - tilt) * shape.frame().az() + tilt *
			shape.frame().bz());
		final float seen = swing / (1 + sq(2.5f * lean * tile.half() / spacing) *
			2);
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				shape.measure(tile.x(column), tile.y(row), tile.z(), spot);
				final float half = tile.half() * spot.slope;
				if (spot.depth < -6 - half) continue;
				final int i = row * tile.size + column;
				final float grain = tile.grain[i];
				final float turns = ((1 - tilt) * spot.u + tilt * spot.v + 0.18f *
					spot.w + 0.25f * grain) / spacing;
				final float wave = Profile.cosine(turns);
				final float broken = 0.6f + 0.4f * Profile.cosine((spot.v - 0.7f *
					spot.w) / (4.1f * spacing) + 0.3f * turns);
				final float deep = Profile.step(spot.depth - 24, 12);
				float grey = matrix + 0.35f * grain + deep * seen * broken * (wave -
					0.15f);
				grey += 0.9f * Profile.sheet(spot.depth - 6, 8, half) * (membrane -
					grey);
				tile.cover(i, grey, Profile.step(spot.depth, 6 + half));
			}
	}

	private static float sq(final float v) {
		return v * v;
	}

	@Override
	public void label(final Target target, final Tile tile) {
		if (!is(target) || !tile.clip(x(), y(), z(), reach())) return;
		final Shape.Spot spot = new Shape.Spot();
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				shape.measure(tile.x(column), tile.y(row), tile.z(), spot);
				if (spot.depth > 0) tile.id[row * tile.size + column] = id;
			}
	}
}
