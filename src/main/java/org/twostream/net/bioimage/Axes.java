
package org.twostream.net.bioimage;

import java.util.Arrays;
import java.util.List;

import org.twostream.core.UserError;
import org.twostream.net.bioimage.AxisOrder.Axis;

/** Names of axes in descriptions. */
final class Axes {

	private Axes() {}

	/**
	 * @param name a letter (0.4), or an id (0.5)
	 * @throws UserError if volumes have no such axis
	 */
	static Axis named(final String name, final String whence) {
		switch (name) {
			case "b":
			case "batch":
				return Axis.BATCH;
			case "c":
			case "channel":
				return Axis.CHANNEL;
			case "z":
				return Axis.Z;
			case "y":
				return Axis.Y;
			case "x":
				return Axis.X;
			default:
				throw new UserError("The model " + whence + " has an axis " + name +
					", but volumes have z, y and x only; choose a model for images or volumes.");
		}
	}

	/**
	 * @param letters such as bczyx
	 */
	static AxisOrder order(final String letters, final String whence) {
		return checked(Arrays.stream(letters.split("")).map(l -> named(l, whence))
			.toList(), whence);
	}

	/**
	 * @throws UserError if one comes twice or x or y is missing
	 */
	static AxisOrder checked(final List<Axis> axes, final String whence) {
		final AxisOrder order = new AxisOrder(axes);
		if (axes.stream().distinct().count() != axes.size() || !order.has(Axis.X) ||
			!order.has(Axis.Y)) throw new UserError("The model " + whence +
				" has the axes " + order +
				", which are no sections or volumes; choose a model whose tensors have x and y.");
		return order;
	}
}
