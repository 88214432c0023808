
package org.twostream.net;

/**
 * Which inputs a network takes, axis by axis, and how much smaller its output
 * is.
 *
 * @param z sections
 * @param y rows
 * @param x columns
 */
public record InputSizes(Axis z, Axis y, Axis x) {

	/**
	 * One axis: the sizes least, least + step, least + 2 step, ...
	 *
	 * @param least smallest size in voxels, 1 or more
	 * @param step voxels between two allowed sizes; 0 where only the least will
	 *          do
	 * @param margin voxels that the output lacks at each end, 0 or more, the same
	 *          for every size
	 */
	public record Axis(int least, int step, int margin) {

		/** Sizes that a multiple of pixels gives, output as large as input. */
		public static Axis multiple(final int of) {
			return new Axis(of, of, 0);
		}

		/** One size and no other. */
		public static Axis fixed(final int size, final int margin) {
			return new Axis(size, 0, margin);
		}

		public boolean allows(final int size) {
			return size == least || step > 0 && size > least && (size - least) %
				step == 0;
		}

		/** The smallest allowed size that is not below this one. */
		public int atLeast(final int size) {
			return size <= least || step == 0 ? least : least + (size - least + step -
				1) / step * step;
		}

		/** The first three, for a message. */
		public String text() {
			if (step == 0) return least + " only";
			return step == 1 ? least + " or more" : least + ", " + (least + step) +
				", " + (least + 2 * step) + " ...";
		}
	}

	/** Multiples along each axis, output as large as input. */
	public static InputSizes multiples(final int z, final int y, final int x) {
		return new InputSizes(Axis.multiple(z), Axis.multiple(y), Axis.multiple(x));
	}

	/** Whether the network takes an input of these sides. */
	public boolean allow(final int sections, final int rows, final int columns) {
		return z.allows(sections) && y.allows(rows) && x.allows(columns);
	}

	/** Voxels that the output lacks at each end of the axes: {z, y, x}. */
	public int[] margin() {
		return new int[] { z.margin(), y.margin(), x.margin() };
	}

	/** Which sizes there are, in the order of the keys. */
	public String text() {
		return "x of " + x.text() + ", y of " + y.text() + " and z of " + z.text();
	}
}
