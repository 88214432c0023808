
package org.twostream.net;

import java.util.Arrays;

/**
 * float32 numbers on the host with a shape, last axis fastest: (batch, channel,
 * z, y, x) for volumes, (n, 1, 112, 112) for patches. The array is shared, not
 * copied; whoever makes a tensor no longer writes to its array.
 */
public final class Tensor {

	private final float[] values;
	private final int[] shape;

	/**
	 * @throws IllegalArgumentException if the shape does not fit the array
	 */
	public Tensor(final float[] values, final int... shape) {
		long n = 1;
		for (final int s : shape)
			n *= s;
		if (n != values.length) throw new IllegalArgumentException(Arrays.toString(
			shape) + " does not fit " + values.length + " values");
		this.values = values;
		this.shape = shape.clone();
	}

	public static Tensor zeros(final int... shape) {
		int n = 1;
		for (final int s : shape)
			n = Math.multiplyExact(n, s);
		return new Tensor(new float[n], shape);
	}

	/** The shared array. */
	public float[] values() {
		return values;
	}

	public int[] shape() {
		return shape.clone();
	}

	/** Length of one axis. */
	public int size(final int axis) {
		return shape[axis];
	}

	public int axes() {
		return shape.length;
	}
}
