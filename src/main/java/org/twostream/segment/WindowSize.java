
package org.twostream.segment;

import java.io.Serializable;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.net.InputSizes;

/**
 * Edge lengths in voxels of what a network sees at once.
 *
 * @param x columns, 1 or more
 * @param y rows, 1 or more
 * @param z sections, 1 or more
 */
public record WindowSize(int x, int y, int z) implements Serializable {

	/**
	 * @throws UserError if an edge is below 1 or the window does not fit an array
	 */
	public WindowSize {
		if (x < 1 || y < 1 || z < 1) throw new UserError("window=" + x + "," + y +
			"," + z + " has an edge below 1; give x,y,z in voxels, for example " +
			"window=160,160,8.");
		if ((long) x * y * z > 1 << 28) throw new UserError("window=" + x + "," +
			y + "," + z + " is more than 268 million voxels; give a smaller one.");
	}

	/**
	 * @param text "x,y,z" in voxels
	 * @throws UserError if the text is not three whole numbers above 0
	 */
	public static WindowSize parse(final String text) {
		final String[] parts = text.trim().split("\\s*,\\s*");
		try {
			if (parts.length == 3) return new WindowSize(Integer.parseInt(parts[0]),
				Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
		}
		catch (final NumberFormatException e) {
			throw new UserError("window=" + text + " is not three whole numbers; " +
				"give x,y,z in voxels, for example window=160,160,8.", e);
		}
		throw new UserError("window=" + text + " has " + parts.length +
			" values; give x,y,z in voxels, for example window=160,160,8.");
	}

	/** The form that {@link #parse} reads. */
	public String text() {
		return x + "," + y + "," + z;
	}

	/** Number of voxels. */
	public int voxels() {
		return x * y * z;
	}

	/**
	 * This window where a network can take it.
	 *
	 * @throws UserError if the network does not take it
	 */
	public WindowSize checked(final InputSizes sizes) {
		if (!sizes.allow(z, y, x)) throw new UserError("window=" + text() +
			" does not suit this network, whose windows have " + sizes.text() +
			"; give window=" + roundedUp(sizes).text() + ".");
		return this;
	}

	/** The smallest window at least this large that a network can take. */
	public WindowSize roundedUp(final InputSizes sizes) {
		return new WindowSize(sizes.x().atLeast(x), sizes.y().atLeast(y), sizes.z()
			.atLeast(z));
	}

	/**
	 * What is left without a margin at each end.
	 *
	 * @param margin {z, y, x} voxels
	 * @throws UserError if nothing is left
	 */
	WindowSize inside(final int[] margin) {
		if (x <= 2 * margin[2] || y <= 2 * margin[1] || z <= 2 * margin[0])
			throw new UserError("window=" + text() +
				" leaves nothing inside this model's margin of " + margin[2] + "," +
				margin[1] + "," + margin[0] + " voxels; give a larger one.");
		return new WindowSize(x - 2 * margin[2], y - 2 * margin[1], z - 2 *
			margin[0]);
	}

	/** The window that starts at this corner. */
	Box at(final long xMin, final long yMin, final long zMin) {
		return new Box(xMin, yMin, zMin, xMin + x, yMin + y, zMin + z);
	}

	/** The window about the middle of a box. */
	Box centredOn(final Box box) {
		return at(Math.floorDiv(box.xMin() + box.xMax() - x, 2), Math.floorDiv(box
			.yMin() + box.yMax() - y, 2), Math.floorDiv(box.zMin() + box.zMax() - z,
				2));
	}
}
