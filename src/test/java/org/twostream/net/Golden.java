
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays written by src/test/python/reference_networks.py. */
final class Golden {

	private final Map<String, Tensor> tensors = new LinkedHashMap<>();

	Golden(final String name) {
		Safetensors.read(file(name + ".golden"), new Safetensors.Sink() {

			@Override
			public void heading(final Map<String, String> metadata,
				final List<Safetensors.Entry> entries)
			{
				// the entries come again with their values
			}

			@Override
			public void values(final Safetensors.Entry entry, final float[] values) {
				final int[] shape = java.util.Arrays.stream(entry.shape()).mapToInt(
					s -> (int) s).toArray();
				tensors.put(entry.name(), new Tensor(values, shape));
			}
		});
	}

	static Path file(final String name) {
		return Path.of("test-data", "net", name + ".safetensors");
	}

	Tensor tensor(final String name) {
		if (!tensors.containsKey(name)) throw new AssertionError("No " + name);
		return tensors.get(name);
	}

	float number(final String name) {
		return tensor(name).values()[0];
	}

	/** Largest difference, relative to the largest expected magnitude. */
	static double difference(final float[] expected, final float[] actual) {
		assertEquals(expected.length, actual.length);
		double largest = 0, difference = 0;
		for (int i = 0; i < expected.length; i++) {
			largest = Math.max(largest, Math.abs(expected[i]));
			difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
			if (Float.isNaN(actual[i])) return Double.NaN;
		}
		return difference / Math.max(largest, 1e-30);
	}

	/** As {@code hashed} of the script: numbers in -1..1. */
	static float[] hashed(final int n, final int seed) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) {
			int x = i * (int) 2654435761L + seed * 40503;
			x = (x ^ (x >>> 16)) * 0x85ebca6b;
			x = (x ^ (x >>> 13)) * 0xc2b2ae35;
			x ^= x >>> 16;
			values[i] = (x >>> 8) / (float) (1 << 23) - 1;
		}
		return values;
	}

	/** As {@code seed_of} of the script. */
	static int seed(final String name) {
		int sum = 0;
		for (int i = 0; i < name.length(); i++)
			sum += (i + 1) * name.charAt(i);
		return sum % 10007;
	}

	/** As {@code hash_weights} of the script. */
	static void hash(final Weights weights) {
		for (int i = 0; i < weights.parameters().size(); i++) {
			final Parameter p = weights.parameters().get(i);
			final float[] values = hashed(p.size(), seed(p.name()));
			for (int j = 0; j < values.length; j++)
				switch (p.kind()) {
					case WEIGHT:
						values[j] *= (float) Math.sqrt(3. * p.shape()[0] / p.count());
						break;
					case SCALE:
					case VARIANCE:
						values[j] = 1 + 0.3f * values[j];
						break;
					default:
						values[j] *= 0.1f;
				}
			weights.set(i, values);
		}
	}

	boolean has(final String name) {
		return tensors.containsKey(name);
	}

	/** The last of what {@code sample} of the script kept. */
	double largest(final String name) {
		final float[] values = tensor(name).values();
		return values[values.length - 1];
	}

	/** As {@link #difference}, of what {@code sample} of the script kept. */
	static double sampled(final float[] expected, final float[] actual) {
		return sampled(expected, actual, 1e-30);
	}

	/** @param least the smallest magnitude to relate to */
	static double sampled(final float[] expected, final float[] actual,
		final double least)
	{
		// Also where the script kept fewer than 200.
		final int kept = expected.length - 1;
		final int step = (actual.length + kept - 1) / kept;
		assertEquals((actual.length + step - 1) / step, kept);
		double difference = 0;
		for (int i = 0; i < expected.length - 1; i++)
			difference = Math.max(difference, Math.abs(expected[i] - actual[i *
				step]));
		return difference / Math.max(expected[expected.length - 1], least);
	}
}
