
package org.twostream.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.embed.Embedder;
import org.twostream.embed.VaePlan;
import org.twostream.embed.VaeTrainer;
import org.twostream.experiment.ExperimentResult;
import org.twostream.experiment.cifar.Cifar10;
import org.twostream.experiment.cifar.CifarPatches;
import org.twostream.experiment.cifar.SamplerTable;
import org.twostream.net.Engine;
import org.twostream.net.Matrix;
import org.twostream.net.Vae;
import org.twostream.net.VaeArchitecture;

/**
 * One autoencoder of latent 32 (paper, section 7) learns the training images of
 * CIFAR-10 without labels, once, and embeds all; samplers then work on the
 * embedding. It lies in a project of its own under experiment/.
 */
final class CifarEmbedding {

	private static final String HOME = "cifar-10";
	private static final String WEIGHTS = "image.safetensors";
	private static final int LATENT = 32;
	private static final int BATCH = 32;
	private static final int TEST_SHARE = 5;

	private final Project home;
	private final ExperimentOptions options;
	private final Progress progress;

	CifarEmbedding(final Path folder, final Wiring wiring,
		final ExperimentOptions o, final Progress progress)
	{
		home = Project.planned(folder.resolve(Kind.EXPERIMENT.folder()).resolve(
			HOME), wiring, empty());
		options = o;
		this.progress = progress;
	}

	/** A project without a volume. */
	static ProjectInfo empty() {
		return new ProjectInfo("", new VoxelSize(1, 1, 1), Target.MITOCHONDRIA, "",
			"", "");
	}

	/** What of the options decides the result. */
	Json settings() {
		final EncodeOptions e = options.encode();
		return new Json().put("step", "encode").put("data", Project.absolute(options
			.data())).put("pool", options.pool()).put("vae", e.vae()).put("epochs",
				epochs()).put("batch", e.batch()).put("compute", options.compute()
					.json());
	}

	private VaeArchitecture architecture() {
		return new VaeArchitecture(options.encode().variant(), LATENT, true);
	}

	private int epochs() {
		return Math.max(1, options.encode().epochs());
	}

	ExperimentResult run(final List<Seed> seeds) {
		final Path folder = Path.of(options.data());
		final Cifar10 training = Cifar10.training(folder, options.pool());
		final Cifar10 test = Cifar10.test(folder, Math.max(1, options.pool() /
			TEST_SHARE));
		final Path weights = trained(training).resolve(WEIGHTS);
		try (Engine engine = options.compute().engine();
				Vae vae = engine.vae(architecture(), weights))
		{
			final Embedder embedder = new Embedder(vae, BATCH);
			final Matrix all = embedder.embed(new CifarPatches(training.pixels()),
				progress.part(0.5, 0.7));
			final Matrix judged = embedder.embed(new CifarPatches(test.pixels()),
				progress.part(0.7, 0.75));
			return new SamplerTable(all, training.labels(), judged, test.labels())
				.run(seeds, options.compute().threads(), progress.part(0.75, 1));
		}
	}

	/** The folder of the autoencoder, which is trained where it is not there. */
	private Path trained(final Cifar10 images) {
		final Json settings = settings();
		final Optional<String> made = home.find(Kind.ENCODERS, settings);
		if (made.isPresent()) return home.path(Kind.ENCODERS, made.get());
		final Seed seed = options.compute().seed().of("cifar-10");
		try (Engine engine = options.compute().engine();
				Vae vae = engine.vae(architecture(), seed);
				Pending pending = home.begin(Kind.ENCODERS, settings))
		{
			final VaePlan plan = VaePlan.epochs(images.size(), epochs(), options
				.encode().batch(), options.compute().threads());
			new VaeTrainer(vae, new CifarPatches(images.pixels()), seed).train(plan
				.keeping(pending.folder().resolve("state"), 200), progress.part(0,
					0.5));
			vae.save(pending.folder().resolve(WEIGHTS));
			Folders.removeStartingWith(pending.folder(), "state");
			return pending.finish(new Json().put("images", images.size()), Map.of(
				"images", Integer.toString(images.size()))).path();
		}
	}
}
