
package org.twostream.phantom;

import java.util.Optional;

/** Places mitochondria and dense bodies inside neurites. For one thread. */
final class BodyPlacer {

	private static final int DARTS = 90;
	/** Cytoplasm between a body and its neurite's membrane, nm. */
	private static final double MARGIN = 14;
	private static final double LEAST_RADIUS = 74;
	/**
	 * Mean volume of a mitochondrion as drawn and made to fit below, cubic nm;
	 * measured.
	 */
	private static final double MEAN_VOLUME = 0.86e7;

	private final SceneCellBuilder cell;

	BodyPlacer(final SceneCellBuilder cell) {
		this.cell = cell;
	}

	/**
	 * @param volume to fill in the mean, cubic nm
	 */
	void placeMitochondria(final double volume) {
		final int wanted = (int) (volume / MEAN_VOLUME + cell.random.nextDouble());
		for (int n = 0; n < Math.min(wanted, SceneCell.MOST); n++) {
			final double radius = cell.uniform(95, 160);
			final double half = cell.uniform(350, 900) / 2 - radius;
			final Optional<Shape> fit = fit(radius, Math.max(40, half), 24);
			if (fit.isEmpty()) continue;
			final float spacing = (float) cell.uniform(42, 62);
			final float tilt = cell.random.nextDouble() < 0.35 ? 1 : (float) cell
				.uniform(0, 0.25);
			final float shade = (float) cell.uniform(-14, 14);
			cell.take(fit.get().hull());
			cell.add(new Mitochondrion(cell.firstId + n, fit.get(), spacing, tilt,
				shade, cell.knobs.stain()));
		}
	}

	void placeDenseBodies(final int wanted) {
		final DenseBody.Kind[] kinds = DenseBody.Kind.values();
		for (int n = 0; n < wanted; n++) {
			final double radius = cell.uniform(75, 135);
			final boolean rod = cell.random.nextDouble() < 0.35;
			final double half = rod ? cell.uniform(60, 240) : cell.uniform(0, 25);
			final Optional<Shape> fit = fit(radius, half, 10);
			if (fit.isEmpty()) continue;
			final DenseBody.Kind kind = kinds[cell.random.nextInt(kinds.length)];
			cell.take(fit.get().hull());
			cell.add(new DenseBody(kind, fit.get(), (float) cell.uniform(60, 100),
				(float) cell.random.nextDouble(), cell.knobs.stain()));
		}
	}

	/** A shape of about this size that lies within one neurite. */
	private Optional<Shape> fit(final double radius, final double half,
		final double bend)
	{
		for (int dart = 0; dart < DARTS; dart++) {
			final double x = cell.dart(0);
			final double y = cell.dart(1);
			final double z = cell.dart(2);
			cell.probe.at(x, y, z);
			// Late darts may make it smaller.
			final double room = Math.min(radius, cell.probe.depth() - MARGIN);
			if (room < (dart < DARTS / 2 ? radius : LEAST_RADIUS)) continue;
			final long neurite = cell.probe.neurite();
			for (int turn = 0; turn < 4; turn++) {
				final Shape shape = new Shape(x, y, z, cell.direction(1), half * (1 -
					0.25 * turn), room, cell.uniform(-bend, bend), cell.uniform(0.8,
						1.05), cell.uniform(0, 0.08));
				if (inside(shape, neurite) && cell.free(shape.hull())) return Optional
					.of(shape);
			}
		}
		return Optional.empty();
	}

	private boolean inside(final Shape shape, final long neurite) {
		for (int part = -2; part <= 2; part++) {
			if (part == 0) continue;
			final double p = part / 2.0;
			cell.probe.at(shape.axis(0, p), shape.axis(1, p), shape.axis(2, p));
			if (cell.probe.neurite() != neurite || cell.probe.depth() < shape
				.radius() + MARGIN) return false;
		}
		return true;
	}
}
