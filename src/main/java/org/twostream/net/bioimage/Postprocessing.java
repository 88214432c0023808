
package org.twostream.net.bioimage;

import java.util.List;

import org.twostream.net.Tensor;
import org.twostream.net.bioimage.Operation.Pointwise;

/**
 * What is done with a network's numbers, voxel by voxel.
 *
 * @param operations in order; none that needs statistics
 */
record Postprocessing(List<Operation> operations) {

	Postprocessing {
		operations = List.copyOf(operations);
	}

	/** The same with one more operation at the end. */
	Postprocessing and(final Operation last) {
		final List<Operation> all = new java.util.ArrayList<>(operations);
		all.add(last);
		return new Postprocessing(all);
	}

	/**
	 * Works in place.
	 *
	 * @param tensor (batch, channel, z, y, x)
	 */
	void apply(final Tensor tensor) {
		final int n = tensor.size(2) * tensor.size(3) * tensor.size(4);
		for (final Operation o : operations)
			for (int b = 0; b < tensor.size(0); b++)
				if (o instanceof Pointwise) each((Pointwise) o, tensor, b, n);
				else softmax(tensor.values(), b * tensor.size(1) * n, tensor.size(1),
					n);
	}

	private static void each(final Pointwise o, final Tensor tensor, final int b,
		final int n)
	{
		final float[] values = tensor.values();
		for (int c = 0; c < tensor.size(1); c++) {
			final int from = (b * tensor.size(1) + c) * n;
			for (int i = from; i < from + n; i++)
				values[i] = (float) o.function().of(values[i], c);
		}
	}

	private static void softmax(final float[] values, final int from,
		final int channels, final int n)
	{
		for (int i = from; i < from + n; i++) {
			double highest = Double.NEGATIVE_INFINITY;
			for (int c = 0; c < channels; c++)
				highest = Math.max(highest, values[i + c * n]);
			double sum = 0;
			for (int c = 0; c < channels; c++)
				sum += Math.exp(values[i + c * n] - highest);
			for (int c = 0; c < channels; c++)
				values[i + c * n] = (float) (Math.exp(values[i + c * n] - highest) /
					sum);
		}
	}
}
