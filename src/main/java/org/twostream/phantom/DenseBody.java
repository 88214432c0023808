
package org.twostream.phantom;

import org.twostream.core.Target;
import org.twostream.phantom.PhantomKnobs.Stain;

/**
 * A dark thing that is no mitochondrion: one membrane, no cristae. Belongs to
 * no target.
 *
 * @param shade grey value inside
 * @param phase distinguishes textures, 0..1
 */
record DenseBody(Kind kind, Shape shape, float shade, float phase, Stain stain)
		implements
			Organelle {

	/** What is inside. */
	enum Kind {

			/** Lysosome: homogeneous, a little grainy. */
			LYSOSOME,
			/** Lipofuscin-like: coarse dark clumps. */
			CLUMPED,
			/** Lamellar body: rings of membrane, as in myelin figures. */
			LAMELLAR,
			/** Multivesicular body: pale little vesicles in a grey matrix. */
			MULTIVESICULAR

	}

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
		return false;
	}

	@Override
	public void paint(final Tile tile) {
		if (!tile.clip(x(), y(), z(), reach())) return;
		final Shape.Spot spot = new Shape.Spot();
		final float membrane = (float) stain.membrane();
		for (int row = tile.fromY; row < tile.toY; row++)
			for (int column = tile.fromX; column < tile.toX; column++) {
				shape.measure(tile.x(column), tile.y(row), tile.z(), spot);
				final float half = tile.half() * spot.slope;
				if (spot.depth < -6 - half) continue;
				final int i = row * tile.size + column;
				float grey = inside(spot, tile.grain[i], half);
				grey += 0.8f * Profile.sheet(spot.depth - 3, 6, half) * (membrane -
					grey);
				tile.cover(i, grey, Profile.step(spot.depth, 6 + half));
			}
	}

	private float inside(final Shape.Spot spot, final float grain,
		final float half)
	{
		switch (kind) {
			case CLUMPED:
				return shade + 1.1f * grain + 22 * Profile.cosine(spot.u / 83 + phase) *
					Profile.cosine(spot.v / 71 + phase) * Profile.cosine(spot.w / 90);
			case LAMELLAR:
				return shade + 0.3f * grain + 30 / (1 + half / 12) * Profile.cosine(
					(spot.depth + 0.3f * grain) / 27 + phase);
			case MULTIVESICULAR:
				final float pale = Profile.cosine(spot.u / 62 + phase) + Profile.cosine(
					spot.v / 58 + 2 * phase) + Profile.cosine(spot.w / 66);
				return shade + 25 + 0.5f * grain + 45 * Profile.step(pale - 1, 0.5f);
			default:
				return shade + 0.5f * grain;
		}
	}

	@Override
	public void label(final Target target, final Tile tile) {
		// No object of any target.
	}
}
