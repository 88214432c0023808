
package org.twostream.net.bioimage;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.twostream.net.Intensities;
import org.twostream.net.NumberType;
import org.twostream.net.Tensor;
import org.twostream.net.bioimage.Operation.Fitted;
import org.twostream.net.bioimage.Operation.Pointwise;
import org.twostream.net.bioimage.Operation.Scope;

/**
 * What is done with intensities before the network. Since raw volumes are 8 bit
 * and statistics are those of the whole volume or section, all of it is one
 * table of 256 numbers, or one per section: exact, and the same however the
 * volume is cut into windows and blocks.
 *
 * @param unit what an 8-bit intensity of 1 is to the first operation: 1, or
 *          1/255 where the model wants numbers from 0 to 1
 * @param operations in order; no softmax
 * @param type what the network is given
 */
record Preprocessing(double unit, List<Operation> operations, NumberType type) {

	Preprocessing {
		operations = List.copyOf(operations);
	}

	/** Whether the intensities of the volume must be counted first. */
	boolean needsStatistics() {
		return operations.stream().anyMatch(Fitted.class::isInstance);
	}

	/**
	 * @param histograms how often each of 256 intensities occurs, per section;
	 *          read only where {@link #needsStatistics}
	 */
	Intensities intensities(final long[][] histograms) {
		final double[] grey = new double[256];
		for (int i = 0; i < grey.length; i++)
			grey[i] = i * unit;
		final int sections = bySection() ? histograms.length : 1;
		final double[][] values = new double[sections][];
		for (int z = 0; z < sections; z++)
			values[z] = grey.clone();
		apply(values, sections == 1 ? new long[][] { total(histograms) }
			: histograms);
		final float[][] tables = new float[sections][];
		for (int z = 0; z < sections; z++)
			tables[z] = floats(values[z]);
		return z -> tables[sections == 1 ? 0 : (int) z];
	}

	private boolean bySection() {
		return operations.stream().anyMatch(o -> o instanceof Fitted && ((Fitted) o)
			.scope() == Scope.SECTION);
	}

	private static long[] total(final long[][] histograms) {
		final long[] sum = new long[256];
		for (final long[] h : histograms)
			for (int i = 0; i < sum.length; i++)
				sum[i] += h[i];
		return sum;
	}

	/**
	 * The same for numbers that are no volume: a test tensor.
	 *
	 * @param tensor (batch, 1, z, y, x); each z, and each item of the batch, is a
	 *          section of one volume
	 */
	Tensor apply(final Tensor tensor) {
		final int sections = tensor.size(0) * tensor.size(2);
		final int n = tensor.values().length / sections;
		final double[][] values = new double[sections][n];
		final long[][] counts = new long[sections][n];
		for (int i = 0; i < tensor.values().length; i++) {
			values[i / n][i % n] = tensor.values()[i];
			counts[i / n][i % n] = 1;
		}
		apply(values, counts);
		final float[] result = new float[tensor.values().length];
		for (int i = 0; i < result.length; i++)
			result[i] = (float) values[i / n][i % n];
		return new Tensor(result, tensor.shape());
	}

	private void apply(final double[][] values, final long[][] counts) {
		for (final Operation o : operations)
			if (o instanceof Pointwise) for (final double[] v : values)
				replace(v, x -> ((Pointwise) o).function().of(x, 0));
			else fit((Fitted) o, values, counts);
	}

	private static void fit(final Fitted o, final double[][] values,
		final long[][] counts)
	{
		if (o.scope() == Scope.VOLUME) {
			final DoubleUnaryOperator f = o.fit().apply(new Distribution(values,
				counts));
			for (final double[] v : values)
				replace(v, f);
		}
		else for (int z = 0; z < values.length; z++)
			replace(values[z], o.fit().apply(new Distribution(new double[][] {
				values[z] }, new long[][] { counts[z] })));
	}

	private static void replace(final double[] values,
		final DoubleUnaryOperator f)
	{
		for (int i = 0; i < values.length; i++)
			values[i] = (float) f.applyAsDouble(values[i]);
	}

	private static float[] floats(final double[] values) {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}
}
