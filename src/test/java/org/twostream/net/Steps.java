
package org.twostream.net;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Optimisation steps of a segmentation network in float64. */
final class Steps implements AutoCloseable {

	private final DeviceNetwork network;
	private final Session session;
	private final List<NDArray> weights = new ArrayList<>();
	private final List<NDArray> first = new ArrayList<>();
	private final List<NDArray> second = new ArrayList<>();
	private final List<NDArray> top = new ArrayList<>();
	private final NDArray count;

	Steps(final DeviceNetwork network) {
		this.network = network;
		session = network.session();
		for (final NDArray w : network.weights().arrays()) {
			final NDArray copy = w.toType(DataType.FLOAT64, true);
			copy.attach(session.manager());
			weights.add(copy);
		}
		for (final Parameter p : ParameterLists.learned(network.weights()
			.parameters(), q -> true))
			for (final List<NDArray> list : List.of(first, second, top))
				list.add(session.manager().zeros(new Shape(p.shape()),
					DataType.FLOAT64));
		count = session.manager().create(0f);
	}

	/** One step of Adam with AMSGrad; the loss before it. */
	double step(final double rate, final double decay, final Tensor input,
		final Tensor target, final Tensor voxels)
	{
		return network.script().differentiate(session.manager(), "step", array(
			input), array(target), array(voxels), weights, first, second, top, count,
			session.numbers(rate, decay, 1, 0)).get(0).getDouble();
	}

	private NDArray array(final Tensor tensor) {
		return session.array(tensor).toType(DataType.FLOAT64, false);
	}

	/** A parameter as it is now. */
	float[] values(final int index) {
		return weights.get(index).toType(DataType.FLOAT32, false).toFloatArray();
	}

	@Override
	public void close() {
		session.close();
	}
}
