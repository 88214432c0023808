
package org.twostream.net;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.UserError;

/** Training of a {@link TorchSegmentation}; a step is one native call. */
final class TorchSegmentationTraining implements SegmentationTraining {

	private final TorchSegmentation owner;
	private final DeviceNetwork network;
	private final Moments moments;

	TorchSegmentationTraining(final TorchSegmentation owner,
		final Optimizer optimizer)
	{
		this.owner = owner;
		network = owner.network();
		moments = new Moments(network, p -> true, optimizer);
	}

	@Override
	public int step() {
		return moments.step();
	}

	@Override
	public double step(final Tensor input, final Tensor target,
		final Tensor weights)
	{
		check(input, target, weights);
		if (owner.architecture().has(Architecture.Option.LOSS_HEAD) && input.size(
			0) % 2 != 0) throw new UserError("batch=" + input.size(0) +
				" is odd, and this network learns to predict losses from pairs of " +
				"windows; give an even batch.");
		network.weightsChanged();
		try (Session s = network.session()) {
			final double loss = network.script().differentiate(s.manager(), "step", s
				.array(input), s.array(target), s.array(weights), network.weights()
					.arrays(), moments.first(), moments.second(), moments.top(), moments
						.count(), moments.settings(s, network.reduced())).get(0).getFloat();
			moments.advance();
			return loss;
		}
	}

	@Override
	public double loss(final Tensor input, final Tensor target,
		final Tensor weights)
	{
		check(input, target, weights);
		try (Session s = network.session()) {
			return network.script().run(s.manager(), "mean_loss", s.array(input), s
				.array(target), s.array(weights), network.prepared()).get(0).getFloat();
		}
	}

	@Override
	public void estimateNormalization(final List<Tensor> inputs) {
		if (network.weights().parameters().stream().noneMatch(p -> p
			.kind() == Parameter.Kind.MEAN)) return;
		for (int i = 0; i < inputs.size(); i++) {
			owner.check(inputs.get(i));
			try (Session s = network.session()) {
				network.script().run(s.manager(), "normalize", s.array(inputs.get(i)),
					network.weights().arrays(), s.numbers(1. / (i + 1), network.reduced()
						? 1 : 0));
			}
		}
		network.weightsChanged();
	}

	private void check(final Tensor input, final Tensor target,
		final Tensor weights)
	{
		owner.check(input);
		final int[] wanted = input.shape();
		wanted[1] = owner.architecture().channels();
		if (!Arrays.equals(wanted, target.shape()))
			throw new IllegalArgumentException("Target " + Arrays.toString(target
				.shape()) + " instead of " + Arrays.toString(wanted));
		wanted[1] = 1;
		if (weights.values().length > 1 && !Arrays.equals(wanted, weights.shape()))
			throw new IllegalArgumentException("Weights " + Arrays.toString(weights
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
