
package org.twostream.query.sampler;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

import org.twostream.query.cluster.Workers;

/** Orders rows by a number. */
final class Ranking {

	private static final int UNIT = 1000;

	private Ranking() {}

	/** The rows with the smallest keys first; ties by row. */
	static int[] smallest(final int[] rows, final double[] keys,
		final int total)
	{
		final Integer[] order = new Integer[rows.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, Comparator.<Integer> comparingDouble(i -> keys[i])
			.thenComparingInt(i -> rows[i]));
		return Arrays.stream(order).limit(total).mapToInt(i -> rows[i]).toArray();
	}

	/** A number per row, on all threads. */
	static double[] keys(final int[] rows, final ToDoubleFunction<Integer> key,
		final Workers workers)
	{
		final double[] keys = new double[rows.length];
		workers.forEach((rows.length + UNIT - 1) / UNIT, u -> {
			for (int i = u * UNIT; i < Math.min(rows.length, (u + 1) * UNIT); i++)
				keys[i] = key.applyAsDouble(rows[i]);
		});
		return keys;
	}
}
