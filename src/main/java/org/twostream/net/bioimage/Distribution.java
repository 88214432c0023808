
package org.twostream.net.bioimage;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers with how often each occurs, and their statistics. Immutable.
 */
final class Distribution {

	private final double[] values;
	private final long[] below;
	private final double mean;
	private final double deviation;

	/**
	 * @param groups values
	 * @param counts how often each occurs, of the same shape; not all 0
	 */
	Distribution(final double[][] groups, final long[][] counts) {
		final double[] all = Arrays.stream(groups).flatMapToDouble(Arrays::stream)
			.toArray();
		final long[] times = Arrays.stream(counts).flatMapToLong(Arrays::stream)
			.toArray();
		final int[] order = IntStream.range(0, all.length).filter(i -> times[i] > 0)
			.boxed().sorted((i, k) -> Double.compare(all[i], all[k])).mapToInt(i -> i)
			.toArray();
		values = new double[order.length];
		below = new long[order.length + 1];
		double sum = 0;
		for (int i = 0; i < order.length; i++) {
			values[i] = all[order[i]];
			below[i + 1] = below[i] + times[order[i]];
			sum += values[i] * times[order[i]];
		}
		mean = sum / total();
		double squares = 0;
		for (int i = 0; i < order.length; i++)
			squares += (values[i] - mean) * (values[i] - mean) * times[order[i]];
		deviation = Math.sqrt(squares / total());
	}

	private long total() {
		return below[values.length];
	}

	double mean() {
		return mean;
	}

	/** Of the whole population: divided by n. */
	double deviation() {
		return deviation;
	}

	/** numpy's method "linear". */
	double quantile(final double q) {
		final double at = q * (total() - 1);
		final double low = ranked((long) Math.floor(at));
		final double high = ranked((long) Math.ceil(at));
		return low + (high - low) * (at - Math.floor(at));
	}

	/** numpy's method "inverted_cdf": always one of the values. */
	double nearestQuantile(final double q) {
		return ranked(Math.max(0, (long) Math.ceil(q * total()) - 1));
	}

	/** The value of this rank, 0 for the smallest. */
	private double ranked(final long rank) {
		int i = Arrays.binarySearch(below, rank);
		if (i < 0) i = -i - 2;
		// Ranks of a value run from below[i] to below[i + 1] - 1.
		return values[Math.max(0, Math.min(values.length - 1, i))];
	}
}
