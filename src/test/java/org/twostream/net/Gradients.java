
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

/**
 * Gradients of a network's loss against golden ones: in float32 as trained, and
 * in float64, where rounding hides nothing.
 */
final class Gradients {

	private static final double FLOAT32 = 1e-4;
	private static final double FLOAT64 = 1e-6;

	private final DeviceNetwork network;
	private final Golden golden;
	private final String prefix;
	private final double largest;

	/**
	 * @param prefix of the golden gradients' names
	 */
	Gradients(final DeviceNetwork network, final Golden golden,
		final String prefix)
	{
		this.network = network;
		this.golden = golden;
		this.prefix = prefix;
		largest = network.weights().parameters().stream().filter(Parameter::decays)
			.filter(p -> golden.has(prefix + p.name())).mapToDouble(p -> golden
				.largest(prefix + p.name())).max().orElseThrow();
	}

	/**
	 * Runs a method that returns the loss and its gradients.
	 *
	 * @return the largest difference in float32, of its tensor's largest
	 */
	double compare(final String loss, final String method,
		final Predicate<Parameter> chosen, final Tensor... inputs)
	{
		return compare(List.of(DataType.FLOAT32, DataType.FLOAT64), loss, method,
			chosen, inputs);
	}

	/** {@link #compare} in these types only. */
	double compare(final List<DataType> types, final String loss,
		final String method, final Predicate<Parameter> chosen,
		final Tensor... inputs)
	{
		final List<Parameter> order = ParameterLists.learned(network.weights()
			.parameters(), chosen);
		double worst = 0;
		for (final DataType type : types)
			try (Session s = network.session()) {
				final double tolerance = type == DataType.FLOAT32 ? FLOAT32 : FLOAT64;
				final List<Object> arguments = new ArrayList<>();
				for (final Tensor t : inputs)
					arguments.add(s.array(t).toType(type, false));
				final List<NDArray> weights = new ArrayList<>();
				for (final NDArray w : network.weights().arrays()) {
					final NDArray copy = w.toType(type, true);
					copy.attach(s.manager());
					weights.add(copy);
				}
				arguments.add(weights);
				arguments.add(s.flag(false));
				final NDList result = network.script().differentiate(s.manager(),
					method, arguments.toArray());
				assertTrue(Golden.difference(golden.tensor(loss).values(), values(result
					.get(0))) < tolerance, "loss in " + type);
				assertEquals(order.size() + 1, result.size());
				for (int i = 0; i < order.size(); i++) {
					final double d = check(order.get(i), values(result.get(i + 1)), type,
						tolerance);
					if (type == DataType.FLOAT32) worst = Math.max(worst, d);
				}
			}
		return worst;
	}

	private double check(final Parameter p, final float[] actual,
		final DataType type, final double tolerance)
	{
		// Where mathematics gives 0 for a whole array, rounding is all there is:
		// then the scale is a part of the largest gradient of all.
		final double d = Golden.sampled(golden.tensor(prefix + p.name()).values(),
			actual, largest * (type == DataType.FLOAT32 ? 0.1 : 1e-6));
		assertTrue(d < tolerance, p.name() + " differs by " + d + " in " + type);
		return d;
	}

	private static float[] values(final NDArray array) {
		return array.toType(DataType.FLOAT32, false).toFloatArray();
	}
}
