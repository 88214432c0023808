
package org.twostream.net.bioimage;

import java.util.List;

import org.twostream.net.Tensor;

/**
 * In which order a tensor has its axes, and how to bring one into another
 * order.
 *
 * @param axes of a tensor, slowest first
 */
record AxisOrder(List<Axis> axes) {

	/** Axes that a tensor may have. */
	enum Axis {
			BATCH, CHANNEL, Z, Y, X
	}

	/** How this project has volumes. */
	static final AxisOrder OURS = new AxisOrder(List.of(Axis.values()));

	AxisOrder {
		axes = List.copyOf(axes);
	}

	boolean has(final Axis axis) {
		return axes.contains(axis);
	}

	/** Where an axis is, -1 if nowhere. */
	int index(final Axis axis) {
		return axes.indexOf(axis);
	}

	/**
	 * From (batch, channel, z, y, x) to this order.
	 *
	 * @param tensor whose axes that this order lacks have length 1
	 */
	Tensor fromOurs(final Tensor tensor) {
		final int[] order = new int[5];
		final int[] shape = new int[axes.size()];
		for (int i = 0; i < axes.size(); i++) {
			order[i] = axes.get(i).ordinal();
			shape[i] = tensor.size(order[i]);
		}
		int next = axes.size();
		for (final Axis a : Axis.values())
			if (!has(a)) order[next++] = a.ordinal();
		return new Tensor(permuted(tensor, order).values(), shape);
	}

	/**
	 * From this order to (batch, channel, z, y, x); axes that this order lacks
	 * get the length 1.
	 */
	Tensor toOurs(final Tensor tensor) {
		final int[] full = new int[5];
		final int[] order = new int[5];
		int next = axes.size();
		for (int i = 0; i < axes.size(); i++)
			full[i] = tensor.size(i);
		for (final Axis a : Axis.values()) {
			final int at = index(a);
			if (at < 0) full[next] = 1;
			order[a.ordinal()] = at < 0 ? next++ : at;
		}
		return permuted(new Tensor(tensor.values(), full), order);
	}

	/** As numpy.transpose(tensor, order). */
	static Tensor permuted(final Tensor tensor, final int... order) {
		final int n = order.length;
		final int[] shape = new int[n];
		final int[] step = new int[n];
		boolean same = true;
		for (int i = 0; i < n; i++) {
			shape[i] = tensor.size(order[i]);
			step[i] = 1;
			for (int k = order[i] + 1; k < n; k++)
				step[i] *= tensor.size(k);
			same &= order[i] == i;
		}
		if (same || n == 0) return tensor;
		final float[] source = tensor.values();
		final float[] target = new float[source.length];
		final int[] at = new int[n];
		int from = 0;
		for (int to = 0; to < target.length; to++) {
			target[to] = source[from];
			for (int i = n - 1; i >= 0; i--) {
				from += step[i];
				if (++at[i] < shape[i]) break;
				from -= step[i] * shape[i];
				at[i] = 0;
			}
		}
		return new Tensor(target, shape);
	}

	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder();
		axes.forEach(a -> text.append(Character.toLowerCase(a.name().charAt(0))));
		return text.toString();
	}
}
