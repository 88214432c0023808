
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the voxels of one training window come from, while augmentations decide
 * it. The voxel (x, y) of section k is looked up at a place that is found by,
 * in this order: an elastic shift, the same for all sections; division by a
 * scale about the middle; the slip of section k, a turn about the middle and a
 * shift; and the section that k shows. Afterwards {@link #resampling()} knows
 * which part of a volume is needed, to the voxel. Not thread-safe.
 */
final class Deformation {

	private final WindowSize window;
	private final int spareSections;
	private final int[] sections;
	private final boolean[] slipped;
	private double xScale = 1;
	private double yScale = 1;
	private double angle;
	private int xSlip;
	private int ySlip;
	private float[] xBend = {};
	private float[] yBend = {};
	private boolean straight = true;

	/**
	 * @param spareSections so many more sections than the window's the region has
	 */
	Deformation(final WindowSize window, final long spareSections) {
		this.window = window;
		this.spareSections = (int) Math.max(0, Math.min(spareSections,
			Integer.MAX_VALUE));
		sections = new int[window.z()];
		for (int k = 0; k < sections.length; k++)
			sections[k] = k;
		slipped = new boolean[window.z()];
	}

	WindowSize window() {
		return window;
	}

	/** How many sections may be left out without looking beyond the region. */
	int spareSections() {
		return spareSections;
	}

	/**
	 * The window goes on one section later.
	 *
	 * @param k from this section of the window on, 0..z-1
	 */
	void skipSectionBefore(final int k) {
		for (int i = k; i < sections.length; i++)
			sections[i]++;
		straight = false;
	}

	/**
	 * Makes structures larger (above 1) or smaller.
	 *
	 * @param x along x, above 0
	 * @param y along y, above 0
	 */
	void scale(final double x, final double y) {
		xScale *= x;
		yScale *= y;
		straight = false;
	}

	/**
	 * Adds a shift to every place, in voxels.
	 *
	 * @param dx along x, of each (x, y) of the window, x fastest
	 * @param dy along y
	 */
	void bend(final float[] dx, final float[] dy) {
		xBend = sum(xBend, dx);
		yBend = sum(yBend, dy);
		straight = false;
	}

	private static float[] sum(final float[] a, final float[] b) {
		final float[] sum = b.clone();
		for (int i = 0; i < a.length; i++)
			sum[i] += a[i];
		return sum;
	}

	/**
	 * Moves some sections against the others.
	 *
	 * @param first the first of them, 0..z-1
	 * @param end the one behind the last
	 * @param dx voxels along x at which they are looked up later
	 * @param dy along y
	 * @param radians turn about the window's middle, x towards y
	 */
	void slip(final int first, final int end, final int dx, final int dy,
		final double radians)
	{
		for (int k = first; k < end; k++)
			slipped[k] = true;
		xSlip = dx;
		ySlip = dy;
		angle = radians;
		straight = false;
	}

	/** What all that comes to. */
	Resampling resampling() {
		if (straight) return Resampling.straight(window);
		final SectionMap level = level();
		final SectionMap moved = level.turned(angle, (window.x() - 1) / 2.0, (window
			.y() - 1) / 2.0).shifted(xSlip, ySlip);
		final List<SectionMap> maps = new ArrayList<>();
		for (final boolean s : slipped)
			maps.add(s ? moved : level);
		return Resampling.of(window, maps, sections);
	}

	private SectionMap level() {
		final double xMiddle = (window.x() - 1) / 2.0;
		final double yMiddle = (window.y() - 1) / 2.0;
		final float[] x = new float[window.x() * window.y()];
		final float[] y = new float[x.length];
		final boolean bent = xBend.length > 0;
		int i = 0;
		for (int r = 0; r < window.y(); r++)
			for (int c = 0; c < window.x(); c++, i++) {
				x[i] = (float) (xMiddle + (c + (bent ? xBend[i] : 0) - xMiddle) /
					xScale);
				y[i] = (float) (yMiddle + (r + (bent ? yBend[i] : 0) - yMiddle) /
					yScale);
			}
		return new SectionMap(x, y);
	}
}
