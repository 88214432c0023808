
package org.twostream.net;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.twostream.core.Seed;

import ai.djl.pytorch.engine.PtNDManager;

/** The variational autoencoder on libtorch. */
final class TorchVae implements Vae {

	/** Patches per native call where the caller brings any number. */
	private static final int BATCH = 64;

	private final int latent;
	private final DeviceNetwork network;

	/** All weights 0. */
	TorchVae(final PtNDManager parent, final NativeCalls calls,
		final VaeArchitecture architecture, final Precision precision)
	{
		latent = architecture.latent();
		network = new DeviceNetwork(parent, calls, precision, VaeCode.VERSION,
			VaeCode.text(architecture), VaeCode.parameters(architecture));
	}

	void initialize(final Seed seed) {
		network.weights().initialize(seed, TorchVae::uniform);
	}

	// He et al. 2015, uniform; the heads and the layer back start with unit gain,
	// the variances near 1.
	private static float[] uniform(final Parameter p,
		final SplittableRandom random)
	{
		final long[] shape = p.shape();
		// Of a transposed convolution the four places share the kernel.
		final long inputs = p.name().contains(".up.") ? shape[0] * shape[2] *
			shape[3] / 4 : p.count() / shape[0];
		final boolean rectified = (p.name().startsWith("encoder.") || p.name()
			.startsWith("decoder.")) && !p.name().contains(".up.");
		final double gain = p.name().startsWith("log_variance.") ? 0.1 : 1;
		final double limit = gain * Math.sqrt((rectified ? 6. : 3.) / inputs);
		final float[] values = new float[p.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (limit * (2 * random.nextDouble() - 1));
		return values;
	}

	@Override
	public void load(final Path file) {
		network.load(file);
		network.weightsChanged();
	}

	@Override
	public int latent() {
		return latent;
	}

	@Override
	public long parameterCount() {
		return Weights.count(network.weights().parameters());
	}

	@Override
	public Matrix encode(final Tensor patches) {
		check(patches);
		final float[][] rows = new float[patches.size(0)][];
		for (int from = 0; from < rows.length; from += BATCH) {
			final float[] values = run("encode", slice(patches, from)).values();
			for (int i = 0; i < values.length / latent; i++)
				rows[from + i] = Arrays.copyOfRange(values, i * latent, (i + 1) *
					latent);
		}
		return new Matrix(rows, latent);
	}

	@Override
	public Tensor reconstruct(final Tensor patches) {
		check(patches);
		final Tensor result = Tensor.zeros(patches.shape());
		int at = 0;
		for (int from = 0; from < patches.size(0); from += BATCH) {
			final float[] values = run("reconstruct", slice(patches, from)).values();
			System.arraycopy(values, 0, result.values(), at, values.length);
			at += values.length;
		}
		return result;
	}

	private Tensor run(final String method, final Tensor patches) {
		try (Session s = network.session()) {
			return Session.tensor(network.script().run(s.manager(), method, s.array(
				patches), network.prepared()).get(0));
		}
	}

	private static Tensor slice(final Tensor patches, final int from) {
		final int n = Math.min(BATCH, patches.size(0) - from);
		if (n == patches.size(0)) return patches;
		final int each = VaeCode.SIDE * VaeCode.SIDE;
		return new Tensor(Arrays.copyOfRange(patches.values(), from * each, (from +
			n) * each), n, 1, VaeCode.SIDE, VaeCode.SIDE);
	}

	/** @throws IllegalArgumentException if these are no patches */
	static void check(final Tensor patches) {
		final int[] shape = patches.shape();
		if (shape.length != 4 || shape[1] != 1 || shape[2] != VaeCode.SIDE ||
			shape[3] != VaeCode.SIDE) throw new IllegalArgumentException(Arrays
				.toString(shape) + " is not (n, 1, 112, 112)");
	}

	@Override
	public VaeTraining train(final Optimizer optimizer, final Seed seed) {
		return new TorchVaeTraining(this, optimizer, seed);
	}

	@Override
	public TripletTraining refine(final Optimizer optimizer) {
		return new TorchTripletTraining(this, optimizer);
	}

	@Override
	public void save(final Path safetensors) {
		network.save(safetensors, "latent", String.valueOf(latent));
	}

	DeviceNetwork network() {
		return network;
	}

	@Override
	public void close() {
		network.close();
	}
}
