
package org.twostream.net;

import java.nio.file.Path;
import java.util.SplittableRandom;

import org.twostream.core.Seed;

/**
 * Training of a {@link TorchVae}. The objective is the plain sum of the paper:
 * absolute error summed over the pixels of a patch plus KL divergence, mean
 * over the batch.
 */
final class TorchVaeTraining implements VaeTraining {

	private static final int PIXELS = VaeCode.SIDE * VaeCode.SIDE;

	private final DeviceNetwork network;
	private final Moments moments;
	private final Seed seed;
	private final int latent;

	TorchVaeTraining(final TorchVae vae, final Optimizer optimizer,
		final Seed seed)
	{
		network = vae.network();
		this.seed = seed;
		latent = vae.latent();
		moments = new Moments(network, p -> true, optimizer);
	}

	@Override
	public int step() {
		return moments.step();
	}

	@Override
	public Loss step(final Tensor patches) {
		TorchVae.check(patches);
		network.weightsChanged();
		try (Session s = network.session()) {
			final float[] loss = network.script().differentiate(s.manager(), "step", s
				.array(patches), s.array(noise(patches.size(0))), network.weights()
					.arrays(), moments.first(), moments.second(), moments.top(), moments
						.count(), moments.settings(s, network.reduced())).get(0)
				.toFloatArray();
			moments.advance();
			return new Loss(loss[0] / PIXELS, loss[1]);
		}
	}

	// Its own per step, so that a resumed training sees the same.
	private Tensor noise(final int n) {
		final Tensor noise = Tensor.zeros(n, latent);
		final SplittableRandom random = seed.of(step()).random();
		for (int i = 0; i < noise.values().length; i++)
			noise.values()[i] = (float) random.nextGaussian();
		return noise;
	}

	@Override
	public Loss loss(final Tensor patches) {
		TorchVae.check(patches);
		try (Session s = network.session()) {
			final float[] loss = network.script().run(s.manager(), "losses", s.array(
				patches), s.array(Tensor.zeros(patches.size(0), latent)), network
					.prepared(), s.flag(network.reduced())).get(0).toFloatArray();
			return new Loss(loss[0] / PIXELS, loss[1]);
		}
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
