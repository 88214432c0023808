
package org.twostream.segment;

import org.twostream.core.Box;
import org.twostream.core.UserError;

/**
 * Edge lengths in voxels of what a network sees at once.
 *
 * @param x columns, 1 or more
 * @param y rows, 1 or more
 * @param z sections, 1 or more
 */
public record WindowSize(int x, int y, int z) {

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
	 * @param multiples {z, y, x} as {@code SegmentationNetwork.multiples} says
	 * @throws UserError if an edge is no multiple
	 */
	public WindowSize checked(final int[] multiples) {
		if (x % multiples[2] != 0 || y % multiples[1] != 0 || z % multiples[0] != 0)
			throw new UserError("window=" + text() +
				" does not suit this network, whose window edges must be multiples of " +
				multiples[2] + "," + multiples[1] + "," + multiples[0] +
				"; give window=" + roundedUp(multiples).text() + ".");
		return this;
	}

	/** The smallest window at least this large that a network can take. */
	public WindowSize roundedUp(final int[] multiples) {
		return new WindowSize(up(x, multiples[2]), up(y, multiples[1]), up(z,
			multiples[0]));
	}

	private static int up(final int edge, final int multiple) {
		return (edge + multiple - 1) / multiple * multiple;
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
