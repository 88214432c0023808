
package org.twostream.net;

import java.util.Arrays;

/** Training of a {@link TorchVae}'s encoder and mean head on triplets. */
final class TorchTripletTraining implements TripletTraining {

	private final DeviceNetwork network;
	private final Moments moments;

	TorchTripletTraining(final TorchVae vae, final Optimizer optimizer) {
		network = vae.network();
		moments = new Moments(network, VaeCode::inEncoder, optimizer);
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
		network.weightsChanged();
		try (Session s = network.session()) {
			final double loss = network.script().differentiate(s.manager(), "triplet",
				s.array(join(patches, positives, negatives)), network.weights()
					.arrays(), moments.first(), moments.second(), moments.top(), moments
						.count(), moments.settings(s, network.reduced())).get(0).getFloat();
			moments.advance();
			return loss;
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
		moments.close();
	}
}
