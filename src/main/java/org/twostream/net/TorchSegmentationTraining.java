
package org.twostream.net;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.twostream.core.UserError;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Training of a {@link TorchSegmentation}. */
final class TorchSegmentationTraining implements SegmentationTraining {

	private final TorchSegmentation owner;
	private final DeviceNetwork network;
	private final OptimizerState state;
	/** In bfloat16 but for the gradients of weights. */
	private final boolean split;

	TorchSegmentationTraining(final TorchSegmentation owner,
		final Optimizer optimizer)
	{
		this.owner = owner;
		network = owner.network();
		split = network.reduced() && !network.learnsReduced() && owner.splits();
		state = new OptimizerState(network, p -> true, optimizer);
	}

	@Override
	public int step() {
		return state.step();
	}

	@Override
	public double gather(final Tensor input, final Tensor target,
		final Tensor weights)
	{
		check(input, target, weights);
		if (owner.architecture().has(Architecture.Option.LOSS_HEAD) && input.size(
			0) % 2 != 0) throw new UserError("batch=" + input.size(0) +
				" is odd, and this network learns to predict losses from pairs of " +
				"windows; give an even batch.");
		network.weightsChanged();
		try (Session s = network.session()) {
			final NDList result = network.script().differentiate(s.manager(), split
				? "split_gradient" : "loss_gradient", s.array(input), s.array(target), s
					.array(weights), network.weights().arrays(), s.flag(split || network
						.learnsReduced()));
			state.gather(result.subNDList(1));
			return result.get(0).getFloat();
		}
	}

	@Override
	public void update(final double rate) {
		state.update(rate);
	}

	@Override
	public double step(final Tensor input, final Tensor target,
		final Tensor weights)
	{
		final double loss = gather(input, target, weights);
		update(state.rate());
		return loss;
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

	@Override
	public void asFinished(final List<Tensor> inputs, final Runnable work) {
		final Weights weights = network.weights();
		try (Weights kept = new Weights(network.manager(), network.script(), weights
			.parameters()))
		{
			copy(weights.arrays(), kept.arrays());
			try {
				finish(inputs);
				work.run();
			}
			finally {
				copy(kept.arrays(), weights.arrays());
				network.weightsChanged();
			}
		}
	}

	private void copy(final List<NDArray> from, final List<NDArray> to) {
		try (Session s = network.session()) {
			network.script().run(s.manager(), "copy", to, from);
		}
	}

	@Override
	public void finish(final List<Tensor> inputs) {
		state.useAverage();
		estimateNormalization(inputs);
	}

	@Override
	public void finish(final Path weights) {
		network.load(weights);
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
	public void saveState(final Path file, final String note) {
		state.save(file, note);
	}

	@Override
	public String restoreState(final Path file) {
		return state.restore(file);
	}

	@Override
	public void close() {
		state.close();
	}
}
