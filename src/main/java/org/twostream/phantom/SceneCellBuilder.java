
package org.twostream.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills one cube: synapses first, then mitochondria, then look-alikes, each
 * thrown like a dart until it fits its neurite and keeps clear of the rest. For
 * one thread.
 */
final class SceneCellBuilder {

	/** Free space between things, nm. */
	private static final double GAP = 22;

	/** Makes builders for cubes. */
	@FunctionalInterface
	interface Factory {

		SceneCellBuilder builder(long x, long y, long z, List<Hull> taken);
	}

	final NeuriteProbe probe;
	final SplittableRandom random;
	final PhantomKnobs knobs;
	/** First truth id of this cube. */
	final long firstId;

	private final PhantomSettings settings;
	private final double[] origin;
	private final List<Hull> taken;
	private final List<Hull> hulls = new ArrayList<>();
	private final List<Organelle> organelles = new ArrayList<>();

	SceneCellBuilder(final Neurites neurites, final PhantomSettings settings,
		final PhantomKnobs knobs, final long key, final long firstId,
		final double[] origin, final List<Hull> taken)
	{
		this.settings = settings;
		this.knobs = knobs;
		this.firstId = firstId;
		this.origin = origin;
		this.taken = taken;
		probe = new NeuriteProbe(neurites);
		random = new SplittableRandom(key);
	}

	SceneCell build() {
		final double volume = Math.pow(SceneCell.EDGE, 3) * 1e-9;
		final JunctionPlacer junctions = new JunctionPlacer(this);
		junctions.place(number(settings.synapses() * volume), true);
		junctions.place(number(0.5 * settings.synapses() * volume), false);
		final BodyPlacer bodies = new BodyPlacer(this);
		bodies.placeMitochondria(settings.mitochondria() * volume * 1e9);
		bodies.placeDenseBodies(number(settings.lookAlikes() * volume));
		return new SceneCell(List.copyOf(organelles), List.copyOf(hulls));
	}

	/** A whole number with this mean. */
	private int number(final double mean) {
		return Math.min(SceneCell.MOST, (int) Math.floor(mean + random
			.nextDouble()));
	}

	/** A random coordinate in the cube along an axis, nm. */
	double dart(final int axis) {
		return origin[axis] + SceneCell.EDGE * random.nextDouble();
	}

	double uniform(final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}

	/** A random direction; its z component is drawn from -most to most. */
	Frame direction(final double most) {
		final double z = uniform(-most, most);
		final double across = Math.sqrt(1 - z * z);
		double x;
		double y;
		double n;
		do {
			x = uniform(-1, 1);
			y = uniform(-1, 1);
			n = Math.sqrt(x * x + y * y);
		}
		while (n > 1 || n < 0.05);
		final Frame frame = Frame.along(across * x / n, across * y / n, z);
		double c;
		double s;
		double m;
		do {
			c = uniform(-1, 1);
			s = uniform(-1, 1);
			m = Math.sqrt(c * c + s * s);
		}
		while (m > 1 || m < 0.05);
		return frame.turned(c / m, s / m);
	}

	boolean free(final Hull hull) {
		for (final Hull h : taken)
			if (h.meets(hull, GAP)) return false;
		for (final Hull h : hulls)
			if (h.meets(hull, GAP)) return false;
		return true;
	}

	void take(final Hull hull) {
		hulls.add(hull);
	}

	void add(final Organelle organelle) {
		organelles.add(organelle);
	}
}
