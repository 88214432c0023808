
package org.twostream.phantom;

import org.twostream.phantom.PhantomKnobs.Stain;
import org.twostream.phantom.PhantomKnobs.Tissue;

/**
 * The tissue's neurites: Voronoi regions in bent space. Large regions are long
 * along z; a part of them is a bundle of thin neurites with a direction of its
 * own. Immutable, thread-safe; {@link NeuriteProbe} asks.
 */
final class Neurites {

	private final Tissue tissue;
	private final Stain stain;
	private final Warp warp;
	private final SeedLattice large;
	private final long key;

	Neurites(final long key, final PhantomKnobs knobs) {
		this.key = key;
		tissue = knobs.tissue();
		stain = knobs.stain();
		warp = new Warp(Hash.of(key, 1), 2600, 420, 720, 210, 230, 64);
		large = new SeedLattice(Hash.of(key, 2), new double[] { 1 / tissue
			.spacing(), 0, 0, 0, 1 / tissue.spacing(), 0, 0, 0, 1 / tissue
				.length() });
	}

	Warp warp() {
		return warp;
	}

	SeedLattice large() {
		return large;
	}

	boolean bundled(final long region) {
		return Hash.unit(Hash.of(region, 3)) < tissue.bundled();
	}

	/** The thin neurites of a bundle. */
	SeedLattice thin(final long region) {
		final long h = Hash.of(region, 4);
		final double spacing = tissue.thinnest() + (tissue.thickest() - tissue
			.thinnest()) * Hash.unit(Hash.of(h, 1));
		final Frame frame = Frame.along(2 * Hash.part(h, 0) - 1, 2 * Hash.part(h,
			1) - 1, 0.4 + Hash.part(h, 2));
		return new SeedLattice(h, frame.rows(1 / (spacing * tissue.stretch()), 1 /
			spacing, 1 / spacing));
	}

	/** Mean grey value of a neurite's cytoplasm in a large region. */
	float shade(final long region, final long neurite) {
		final long h = Hash.of(key ^ neurite, 5);
		final double kind = Hash.unit(h);
		final double step = kind < stain.dark() ? stain.darkStep() : kind < stain
			.dark() + stain.grey() ? stain.greyStep() : 0;
		return (float) (stain.cytoplasm() - step + stain.cytoplasmSpread() * Noise
			.gauss(h, 1) + stain.regionSpread() * Noise.gauss(Hash.of(region, 7), 1));
	}

	/** How grainy a neurite's cytoplasm is, around 1. */
	float graininess(final long neurite) {
		return (float) (0.5 + Hash.unit(Hash.of(key ^ neurite, 6)));
	}
}
