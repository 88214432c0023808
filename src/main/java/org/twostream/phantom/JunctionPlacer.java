
package org.twostream.phantom;

/**
 * Places synapses with their vesicles, and symmetric junctions, on membranes
 * between two neurites. For one thread.
 */
final class JunctionPlacer {

	private static final int DARTS = 30;
	private static final int RIM = 12;
	/** How far to each side the two neurites must reach, nm. */
	private static final double SIDE = 40;

	private final SceneCellBuilder cell;

	JunctionPlacer(final SceneCellBuilder cell) {
		this.cell = cell;
	}

	/**
	 * @param synapses whether these are synapses, or look-alikes
	 */
	void place(final int wanted, final boolean synapses) {
		for (int n = 0; n < wanted; n++) {
			final long id = synapses ? cell.firstId + n : 0;
			for (int dart = 0; dart < DARTS; dart++)
				if (placed(id)) break;
		}
	}

	private boolean placed(final long id) {
		double x = cell.dart(0);
		double y = cell.dart(1);
		double z = cell.dart(2);
		final NeuriteProbe probe = cell.probe;
		probe.at(x, y, z);
		if (probe.depth() > NeuriteProbe.KNOWN) return false;
		final long pre = probe.neurite();
		Plane border = probe.plane();
		// Bent space is nearly straight over a few steps towards the border.
		for (int step = 0; step < 3; step++) {
			final double f = probe.distance(border, x, y, z) - 8;
			x -= f * border.x();
			y -= f * border.y();
			z -= f * border.z();
			probe.at(x, y, z);
			if (probe.neurite() != pre) return false;
			border = probe.plane();
		}
		if (Math.abs(border.z()) > 0.8 || probe.depth() > 20) return false;
		final double f = probe.distance(border, x, y, z);
		x -= f * border.x();
		y -= f * border.y();
		z -= f * border.z();
		probe.at(x - SIDE * border.x(), y - SIDE * border.y(), z - SIDE * border
			.z());
		final long post = probe.neurite();
		if (post == pre) return false;
		final Frame frame = Frame.along(border.x(), border.y(), border.z());
		final double aspect = cell.uniform(0.8, 1.25);
		for (double radius = cell.uniform(120, 230); radius > 90; radius *= 0.8) {
			if (!fits(x, y, z, border, frame, radius, aspect, pre, post)) continue;
			return add(id, x, y, z, border, frame, radius, aspect, pre, post);
		}
		return false;
	}

	private boolean fits(final double x, final double y, final double z,
		final Plane border, final Frame frame, final double radius,
		final double aspect, final long pre, final long post)
	{
		for (int k = 0; k < 2 * RIM; k++) {
			final double turn = k / (double) RIM;
			// First the rim, then a ring inside it.
			final double out = k < RIM ? 1.1 * radius : 0.6 * radius;
			final double b = out * Profile.cosine((float) turn);
			final double c = out * aspect * Profile.cosine((float) (turn - 0.25));
			double px = x + b * frame.bx() + c * frame.cx();
			double py = y + b * frame.by() + c * frame.cy();
			double pz = z + b * frame.bz() + c * frame.cz();
			final double f = cell.probe.distance(border, px, py, pz);
			px -= f * border.x();
			py -= f * border.y();
			pz -= f * border.z();
			if (neurite(px, py, pz, border, SIDE) != pre || neurite(px, py, pz,
				border, -SIDE) != post || neurite(px, py, pz, border, SIDE /
					2) != pre || neurite(px, py, pz, border, -SIDE / 2) != post)
				return false;
		}
		return true;
	}

	private long neurite(final double x, final double y, final double z,
		final Plane border, final double aside)
	{
		cell.probe.at(x + aside * border.x(), y + aside * border.y(), z + aside *
			border.z());
		return cell.probe.neurite();
	}

	private boolean add(final long id, final double x, final double y,
		final double z, final Plane border, final Frame frame, final double radius,
		final double aspect, final long pre, final long post)
	{
		cell.probe.at(x + 130 * border.x(), y + 130 * border.y(), z + 130 * border
			.z());
		if (id != 0 && (cell.probe.neurite() != pre || cell.probe.depth() < 45))
			return false;
		final double guard = 0.8 * radius;
		final Hull hull = new Hull(x + guard * frame.bx(), y + guard * frame.by(),
			z + guard * frame.bz(), x - guard * frame.bx(), y - guard * frame.by(),
			z - guard * frame.bz(), 110);
		if (!cell.free(hull)) return false;
		cell.take(hull);
		cell.add(new Junction(id, x, y, z, border, frame, radius, aspect, pre,
			post));
		if (id != 0) vesicles(x, y, z, border, pre);
		return true;
	}

	/** A cloud of vesicles on the pre side, denser near the membrane. */
	private void vesicles(final double x, final double y, final double z,
		final Plane border, final long pre)
	{
		final int wanted = 50 + cell.random.nextInt(70);
		for (int n = 0; n < wanted; n++) {
			final Frame aside = cell.direction(1);
			final double far = 280 * Math.sqrt(cell.random.nextDouble());
			final double along = aside.ax() * border.x() + aside.ay() * border.y() +
				aside.az() * border.z();
			final double sign = along < 0 ? -1 : 1;
			final double px = x + sign * far * aside.ax() + 20 * border.x();
			final double py = y + sign * far * aside.ay() + 20 * border.y();
			final double pz = z + sign * far * aside.az() + 20 * border.z();
			final float radius = (float) cell.uniform(15, 19);
			cell.probe.at(px, py, pz);
			if (cell.probe.neurite() == pre && cell.probe.depth() > radius + 14) cell
				.add(new Vesicle((float) px, (float) py, (float) pz, radius, cell.random
					.nextDouble() < 0.04));
		}
	}
}
