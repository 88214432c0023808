
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
}
