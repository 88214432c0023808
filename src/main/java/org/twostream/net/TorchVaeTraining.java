
package org.twostream.net;

import java.nio.file.Path;
import java.util.SplittableRandom;

import org.twostream.core.Seed;

import ai.djl.ndarray.NDList;

/** Training of a {@link TorchVae}. */
final class TorchVaeTraining implements VaeTraining {

	private static final int PIXELS = VaeCode.SIDE * VaeCode.SIDE;

	private final DeviceNetwork network;
	private final OptimizerState state;
	private final Seed seed;
	private final int latent;

	TorchVaeTraining(final TorchVae vae, final Optimizer optimizer,
		final Seed seed)
	{
		network = vae.network();
		this.seed = seed;
		latent = vae.latent();
		state = new OptimizerState(network, p -> true, optimizer);
	}

	@Override
	public int step() {
		return state.step();
	}

	@Override
	public Loss step(final Tensor patches) {
		TorchVae.check(patches);
		try (Session s = network.session()) {
			final NDList result = network.script().differentiate(s.manager(),
				"loss_gradient", s.array(patches), s.array(noise(patches.size(0))),
				network.weights().arrays(), s.flag(network.learnsReduced()));
			state.gather(result.subNDList(1));
			state.update(state.rate());
			return loss(result.get(0).toFloatArray());
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
			return loss(network.script().run(s.manager(), "losses", s.array(patches),
				s.array(Tensor.zeros(patches.size(0), latent)), network.prepared(), s
					.flag(network.reduced())).get(0).toFloatArray());
		}
	}

	private static Loss loss(final float[] parts) {
		return new Loss(parts[0] / PIXELS, parts[1], parts[2]);
	}

	@Override
	public void saveState(final Path file) {
		state.save(file, "");
	}

	@Override
	public void restoreState(final Path file) {
		state.restore(file);
	}

	@Override
	public void close() {
		state.close();
	}
}
