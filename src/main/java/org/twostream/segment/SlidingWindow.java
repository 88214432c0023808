
package org.twostream.segment;

import java.io.Serializable;

import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * How a volume is covered by overlapping windows (reference: the 2020 code's
 * inference).
 *
 * @param window voxels that the network sees at once
 * @param overlap share of the window that neighbours share along each axis,
 *          0..0.9
 * @param pad voxels by which the volume is continued by reflection at each
 *          border before windows are laid, x, y, z; none costs least
 * @param blending weights where windows overlap
 * @param tta flips that are averaged: 1, 4, 8 or 16
 * @param batch windows per forward pass, 1 or more
 */
public record SlidingWindow(WindowSize window, double overlap, Pad pad,
		Blending blending, int tta, int batch) implements Serializable {

	/**
	 * Voxels beyond the border, 0 or more.
	 *
	 * @param x on both sides of x
	 * @param y on both sides of y
	 * @param z on both sides of z
	 */
	public record Pad(int x, int y, int z) implements Serializable {

		/** Windows end at the border. */
		public static final Pad NONE = new Pad(0, 0, 0);
	}

	/**
	 * @throws UserError if a value is outside its range
	 */
	public SlidingWindow {
		if (!(overlap >= 0 && overlap <= 0.9)) throw new UserError("overlap=" +
			overlap + " is not in 0..0.9; 0.5 is usual.");
		if (tta != 1 && tta != 4 && tta != 8 && tta != 16) throw new UserError(
			"tta=" + tta + " is none of 1, 4, 8, 16; choose one of them.");
		if (tta >= 8 && window.x() != window.y()) throw new UserError("tta=" + tta +
			" exchanges x and y, which window=" + window.text() +
			" does not allow; give a window with equal x and y, or tta=4.");
		if (batch < 1) throw new UserError("batch=" + batch +
			" is below 1; give the number of windows per forward pass.");
		if (pad.x < 0 || pad.y < 0 || pad.z < 0 || pad.x >= window.x() ||
			pad.y >= window.y() || pad.z >= window.z()) throw new UserError("pad=" +
				pad.x + "," + pad.y + "," + pad.z + " is not between 0 and window=" +
				window.text() + "; give a smaller one.");
	}

	/**
	 * Half overlap, Gaussian blending, no padding, no flips, one window at a
	 * time.
	 */
	public static SlidingWindow of(final WindowSize window) {
		return new SlidingWindow(window, 0.5, Pad.NONE, Blending.GAUSSIAN_2020, 1,
			1);
	}

	/** The same with other costs. */
	public SlidingWindow with(final double newOverlap, final int newTta,
		final int newBatch)
	{
		return new SlidingWindow(window, newOverlap, pad, blending, newTta,
			newBatch);
	}

	/** The same with other weights. */
	public SlidingWindow blended(final Blending newBlending) {
		return new SlidingWindow(window, overlap, pad, newBlending, tta, batch);
	}

	/** The same, continued beyond the border. */
	public SlidingWindow padded(final Pad newPad) {
		return new SlidingWindow(window, overlap, newPad, blending, tta, batch);
	}

	/** The same over what a network that lacks a margin gives of each window. */
	SlidingWindow inside(final WindowSize output) {
		return new SlidingWindow(output, overlap, pad, blending, tta, batch);
	}

	/** The settings on which predicted bytes depend, but for the batch. */
	public Json json() {
		return new Json().put("window", window.text()).put("overlap", overlap).put(
			"pad", pad.x + "," + pad.y + "," + pad.z).put("blending", blending.text())
			.put("tta", tta);
	}

	private int stride(final int edge) {
		return Math.max(1, (int) Math.round(edge * (1 - overlap)));
	}

	Lattice xLattice(final long size) {
		return new Lattice(size, window.x(), stride(window.x()), pad.x);
	}

	Lattice yLattice(final long size) {
		return new Lattice(size, window.y(), stride(window.y()), pad.y);
	}

	Lattice zLattice(final long size) {
		return new Lattice(size, window.z(), stride(window.z()), pad.z);
	}
}
