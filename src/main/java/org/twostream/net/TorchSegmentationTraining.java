
package org.twostream.net;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Training of a {@link TorchSegmentation}; a step is one native call. */
final class TorchSegmentationTraining implements SegmentationTraining {

	private final TorchSegmentation network;
	private final Moments moments;

	TorchSegmentationTraining(final TorchSegmentation network,
		final Optimizer optimizer)
	{
		this.network = network;
		moments = new Moments(network.manager(), network.script(), network
			.weights(), optimizer);
	}

	@Override
	public int step() {
		return moments.step();
	}

	@Override
	public double step(final Tensor input, final Tensor target) {
		check(input, target);
		network.weightsChanged();
		try (Session s = new Session(network.manager())) {
			final double loss = network.script().differentiate(s.manager(), "step", s
				.array(input), s.array(target), network.weights().arrays(), moments
					.first(), moments.second(), moments.top(), moments.count(), moments
						.settings(s, network.precision())).get(0).getFloat();
			moments.advance();
			return loss;
		}
	}

	@Override
	public double loss(final Tensor input, final Tensor target) {
		check(input, target);
		try (Session s = new Session(network.manager())) {
			return network.script().run(s.manager(), "mean_loss", s.array(input), s
				.array(target), network.prepared()).get(0).getFloat();
		}
	}

	@Override
	public void estimateNormalization(final List<Tensor> inputs) {
		for (int i = 0; i < inputs.size(); i++) {
			network.check(inputs.get(i));
			try (Session s = new Session(network.manager())) {
				network.script().run(s.manager(), "normalize", s.array(inputs.get(i)),
					network.weights().arrays(), s.numbers(1. / (i + 1), network
						.precision() == Precision.REDUCED ? 1 : 0));
			}
		}
		network.weightsChanged();
	}

	private void check(final Tensor input, final Tensor target) {
		network.check(input);
		final int[] wanted = input.shape();
		wanted[1] = network.architecture().channels();
		if (!Arrays.equals(wanted, target.shape()))
			throw new IllegalArgumentException("Target " + Arrays.toString(target
				.shape()) + " instead of " + Arrays.toString(wanted));
	}

	@Override
	public void saveState(final Path file) {
		moments.save(file);
	}

	@Override
	public void restoreState(final Path file) {
		moments.restore(file);
		network.weightsChanged();
	}

	@Override
	public void close() {
		moments.close();
	}
}
