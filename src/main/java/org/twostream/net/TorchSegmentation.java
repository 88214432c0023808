
package org.twostream.net;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.core.UserError;

import ai.djl.pytorch.engine.PtNDManager;

/** A segmentation network on libtorch. */
final class TorchSegmentation implements SegmentationNetwork {

	private final Architecture architecture;
	private final SegmentationCode code;
	private final DeviceNetwork network;

	/** All weights 0. */
	TorchSegmentation(final PtNDManager parent, final NativeCalls calls,
		final Architecture architecture, final Precision precision)
	{
		code = SegmentationCode.of(architecture);
		this.architecture = architecture;
		network = new DeviceNetwork(parent, calls, precision,
			SegmentationCode.VERSION, code.text(), code.parameters());
	}

	void initialize(final Seed seed) {
		network.weights().initialize(seed, Objective.plain(architecture.family())
			? TorchSegmentation::xavier : this::orthogonal);
	}

	/** Uniform in ±sqrt(6 / (inputs + outputs)), Glorot and Bengio 2010. */
	private static float[] xavier(final Parameter p,
		final SplittableRandom random)
	{
		final long[] shape = p.shape();
		final long fans = p.count() / shape[1] + p.count() / shape[0];
		final double most = Math.sqrt(6. / fans);
		final float[] values = new float[p.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (most * (2 * random.nextDouble() - 1));
		return values;
	}

	private float[] orthogonal(final Parameter p, final SplittableRandom random) {
		final int rows = (int) p.shape()[0];
		final float[] g = new float[p.size()];
		for (int i = 0; i < g.length; i++)
			g[i] = (float) random.nextGaussian();
		try (Session s = network.session()) {
			return network.script().run(s.manager(), "orthogonal", s.array(new Tensor(
				g, rows, g.length / rows))).get(0).toFloatArray();
		}
	}

	void load(final Path file) {
		network.load(file);
	}

	@Override
	public Architecture architecture() {
		return architecture;
	}

	@Override
	public long parameterCount() {
		return Weights.count(code.parameters());
	}

	/** Whether gradients of weights can be taken apart from the others. */
	boolean splits() {
		return code.splits();
	}

	@Override
	public InputSizes inputSizes() {
		return code.inputSizes();
	}

	@Override
	public Tensor predict(final Tensor input) {
		check(input);
		try (Session s = network.session()) {
			return Session.tensor(network.script().run(s.manager(), "predict", s
				.array(input), network.prepared()).get(0));
		}
	}

	@Override
	public double[] predictLoss(final Tensor input) {
		if (!architecture.has(Architecture.Option.LOSS_HEAD)) throw new UserError(
			"This model cannot predict losses; train one with model=" +
				KnownArchitecture.PAPER_LOSS.key() + ".");
		check(input);
		try (Session s = network.session()) {
			final float[] values = network.script().run(s.manager(), "predict_loss", s
				.array(input), network.prepared()).get(0).toFloatArray();
			final double[] losses = new double[values.length];
			for (int i = 0; i < losses.length; i++)
				losses[i] = values[i];
			return losses;
		}
	}

	/** @throws IllegalArgumentException if the network cannot take the shape */
	void check(final Tensor input) {
		final int[] shape = input.shape();
		if (shape.length != 5 || shape[1] != 1 || !inputSizes().allow(shape[2],
			shape[3], shape[4])) throw new IllegalArgumentException("Input " + Arrays
				.toString(shape) + " is not (batch, 1, z, y, x) with " + inputSizes()
					.text());
	}

	@Override
	public SegmentationTraining train(final Optimizer optimizer) {
		return new TorchSegmentationTraining(this, optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		network.save(safetensors, "architecture", architecture.json().line());
	}

	DeviceNetwork network() {
		return network;
	}

	@Override
	public void close() {
		network.close();
	}
}
