
package org.twostream.net;

import java.util.Arrays;

import ai.djl.ndarray.NDList;

/** Training of a {@link TorchVae}'s encoder and mean head on triplets. */
final class TorchTripletTraining implements TripletTraining {

	private final DeviceNetwork network;
	private final OptimizerState state;

	TorchTripletTraining(final TorchVae vae, final Optimizer optimizer) {
		network = vae.network();
		state = new OptimizerState(network, VaeCode::inEncoder, optimizer);
	}

	@Override
	public double step(final Tensor patches, final Tensor positives,
		final Tensor negatives)
	{
		TorchVae.check(patches);
		if (!Arrays.equals(patches.shape(), positives.shape()) || !Arrays.equals(
			patches.shape(), negatives.shape())) throw new IllegalArgumentException(
				"Triplets of " + patches.size(0) + ", " + positives.size(0) + " and " +
					negatives.size(0) + " patches");
		try (Session s = network.session()) {
			final NDList result = network.script().differentiate(s.manager(),
				"triplet_gradient", s.array(join(patches, positives, negatives)),
				network.weights().arrays(), s.flag(network.learnsReduced()));
			state.gather(result.subNDList(1));
			state.update(state.rate());
			return result.get(0).getFloat();
		}
	}

	// One pass over all three shares the layers' fixed costs.
	private static Tensor join(final Tensor... parts) {
		final int[] shape = parts[0].shape();
		shape[0] *= parts.length;
		final Tensor all = Tensor.zeros(shape);
		int at = 0;
		for (final Tensor part : parts) {
			System.arraycopy(part.values(), 0, all.values(), at, part
				.values().length);
			at += part.values().length;
		}
		return all;
	}

	@Override
	public void close() {
		state.close();
	}
}
