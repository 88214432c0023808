
package org.twostream.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.twostream.block.BlockEngine;
import org.twostream.block.RunSettings;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.embed.Anchors;
import org.twostream.embed.AnsweredPatches;
import org.twostream.embed.RoiPatchSource;
import org.twostream.embed.TripletRefiner;
import org.twostream.experiment.EncoderTable.Active;
import org.twostream.net.Engine;
import org.twostream.net.Vae;
import org.twostream.query.Embeddings;
import org.twostream.segment.LearningCurve;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * Encoders refined on the initial volume's labels alone. The patches are those
 * of what the base model proposes there, at the pool's own settings, the
 * answers those of the labels. All lies in a project of its own under
 * experiment/, so that it does not become the newest result of the pool's.
 */
final class RefinedEncoders {

	private static final String HOME = "initial";

	private final ExperimentPool pool;
	private final ExperimentOptions options;
	private final Progress progress;
	private final Project home;

	RefinedEncoders(final ExperimentPool pool, final ExperimentOptions o,
		final Progress progress)
	{
		this.pool = pool;
		options = o;
		this.progress = progress;
		final ProjectInfo info = pool.project().info();
		home = Project.planned(pool.project().folder().resolve(Kind.EXPERIMENT
			.folder()).resolve(HOME), pool.project().wiring(), new ProjectInfo(pool
				.project().uri("initial_raw", "", info.initialRaw()), info.voxelSize(),
				info.target(), pool.project().uri("initial_labels", "", info
					.initialLabels()), "", ""));
	}

	/** What the pool's ROIs look like to the encoders of one training. */
	Embeddings embeddings(final int training, final Active active) {
		final Embeddings plain = pool.pool().embeddings();
		return new Embeddings(active.mask() ? refined(training, EncoderSet.MASK)
			.embedded(EncoderSet.MASK) : plain.mask(), active.image() ? refined(
				training, EncoderSet.IMAGE).embedded(EncoderSet.IMAGE) : plain.image());
	}

	/** Proposals in the initial volume, as the pool's were made. */
	private RoiSet initial() {
		final Json proposed = pool.project().record(Kind.ROIS, pool.rois().id())
			.object("settings");
		final Path base = pool.project().path(Kind.BASE, pool.base());
		final String prediction = new PredictStep(home, progress.part(0, 0.1)).run(
			options.predict().of(base.toString())).id();
		return RoiSet.of(home, new ProposeStep(home, progress.part(0.1, 0.15)).run(
			ProposeOptions.recorded(proposed, prediction, pool.rois().patchNm(),
				options.compute())).id()).notEmpty();
	}

	/** One stream's encoder after one training, and what it says of the pool. */
	private EncoderSet refined(final int training, final String stream) {
		final RefineOptions r = options.refine();
		final Json settings = new Json().put("step", "refine").put("stream", stream)
			.put("encoders", pool.encoders().id()).put("rois", pool.rois().id()).put(
				"training", training).put("iterations", r.iterations()).put("batch", r
					.batch()).put("compute", r.compute().json());
		final Optional<String> made = home.find(Kind.ENCODERS, settings);
		if (made.isPresent()) return set(home.path(Kind.ENCODERS, made.get()));
		final RoiSet initial = initial();
		final boolean[] real = ExperimentPool.real(Truth.of(home, ""), initial,
			options, progress.part(0.15, 0.2));
		final RoiPatchSource.Kind kind = stream.equals(EncoderSet.MASK)
			? RoiPatchSource.Kind.MASK : RoiPatchSource.Kind.IMAGE;
		try (ChunkedArray lessons = initial.patches();
				ChunkedArray patches = pool.rois().patches();
				Engine engine = r.compute().engine();
				BlockEngine blocks = home.blocks(r.compute().threads());
				Vae vae = pool.encoders().vae(engine, stream))
		{
			final Seed seed = r.compute().seed().of("initial triplets").of(training);
			final TripletRefiner refiner = new TripletRefiner(vae, List.of(
				new AnsweredPatches(new RoiPatchSource(lessons::readRows, real.length,
					kind), rows(real, true), rows(real, false))), Anchors.named(r
						.anchors()), seed);
			try (Pending pending = home.begin(Kind.ENCODERS, settings)) {
				final LearningCurve curve = refiner.refine(TripletRefiner.optimizer(r
					.iterations()), r.batch(), r.compute().threads(), progress.part(0.2,
						0.9));
				final EncoderSet after = set(pending.folder());
				Folders.remove(pending.folder().resolve("embedding.zarr"));
				vae.save(after.weights(stream));
				after.embed(stream, new RoiPatchSource(patches::readRows, pool.rois()
					.table().size(), kind), r.compute(), blocks, RunSettings.of(2,
						"Embedding patches"), progress.part(0.9, 1));
				after.describe(new Json().put("parent", pool.encoders().id()).put(
					"triplet_curve", curve.json()));
				return set(pending.finish(new Json().put("triplet_loss", curve
					.lastLoss()).put("lessons", real.length), Map.of("triplet_loss",
						Figures.of(curve.lastLoss()))).path());
			}
		}
	}

	private EncoderSet set(final Path folder) {
		return new EncoderSet(folder, pool.rois().id(), pool.encoders().vae(), pool
			.encoders().maskLatent(), pool.encoders().imageLatent());
	}

	private static long[] rows(final boolean[] real, final boolean which) {
		return LongStream.range(0, real.length).filter(i -> real[(int) i] == which)
			.toArray();
	}
}
