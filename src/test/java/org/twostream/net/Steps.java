
package org.twostream.net;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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
	private final List<NDArray> learned = new ArrayList<>();
	private final int decaying;
	private final List<NDArray> average = new ArrayList<>();
	private final NDArray count;
	private final Optimizer optimizer;
	private int done;

	Steps(final DeviceNetwork network, final Optimizer optimizer) {
		this.network = network;
		this.optimizer = optimizer;
		session = network.session();
		for (final NDArray w : network.weights().arrays()) {
			final NDArray copy = w.toType(DataType.FLOAT64, true);
			copy.attach(session.manager());
			weights.add(copy);
		}
		final List<Parameter> all = network.weights().parameters();
		final List<Parameter> order = ParameterLists.learned(all, q -> true);
		decaying = (int) order.stream().filter(Parameter::decays).count();
		for (final Parameter p : order) {
			learned.add(weights.get(all.indexOf(p)));
			for (final List<NDArray> list : List.of(first, second, top, average))
				list.add(session.manager().zeros(new Shape(p.shape()),
					DataType.FLOAT64));
		}
		count = session.manager().create(0f);
	}

	/** One step; the loss before it. */
	double step(final Tensor input, final Tensor target, final Tensor voxels) {
		final NDList result = network.script().differentiate(session.manager(),
			"loss_gradient", array(input), array(target), array(voxels), weights,
			session.flag(false));
		network.script().run(session.manager(), "update", learned, result.subNDList(
			1), first, second, top, average, count, session.numbers(OptimizerState
				.settings(optimizer, done, decaying, optimizer.rate(done), 1)));
		done++;
		return result.get(0).getDouble();
	}

	private NDArray array(final Tensor tensor) {
		return session.array(tensor).toType(DataType.FLOAT64, false);
	}

	/** A learned parameter's average. */
	float[] average(final Parameter p) {
		return average.get(ParameterLists.learned(network.weights().parameters(),
			q -> true).indexOf(p)).toType(DataType.FLOAT32, false).toFloatArray();
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
