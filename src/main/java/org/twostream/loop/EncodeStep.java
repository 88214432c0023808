
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.twostream.block.BlockEngine;
import org.twostream.block.RunSettings;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.embed.PatchSource;
import org.twostream.embed.Reconstructions;
import org.twostream.embed.RoiPatchSource;
import org.twostream.embed.VaeCurve;
import org.twostream.embed.VaePlan;
import org.twostream.embed.VaeTrainer;
import org.twostream.embed.VaeView;
import org.twostream.embed.VolumePatches;
import org.twostream.net.Engine;
import org.twostream.net.Vae;
import org.twostream.volume.EmVolume;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * {@code encode}: two autoencoders learn without labels, the one what masks of
 * ROIs look like, the other what the volume looks like; both embed every ROI.
 */
final class EncodeStep {

	/** Patches seen by default, as far as a processor goes in some minutes. */
	private static final int PATCHES_SEEN = 20_000;
	private static final int MOST_EPOCHS = 30;
	/** Endings of files that are there until the result is whole. */
	private static final String CURVE = ".curve.json";
	private static final String DONE = ".done";

	private final Project project;
	private final Function<String, VaeView> views;
	private final Progress progress;

	EncodeStep(final Project project, final Progress progress) {
		this(project, stream -> VaeView.NONE, progress);
	}

	/**
	 * @param views told of the training's points, by stream: mask or image
	 */
	EncodeStep(final Project project, final Function<String, VaeView> views,
		final Progress progress)
	{
		this.project = project;
		this.views = views;
		this.progress = progress;
	}

	private static EncodeOptions resolve(final EncodeOptions o,
		final RoiSet rois)
	{
		final int epochs = o.epochs() != 0 ? o.epochs() : Math.max(1, Math.min(
			MOST_EPOCHS, PATCHES_SEEN / rois.table().size()));
		return o.of(rois.id(), epochs);
	}

	private static Json settings(final EncodeOptions o) {
		return new Json().put("step", "encode").put("rois", o.rois()).put("vae", o
			.vae()).put("mask_latent", o.maskLatent()).put("image_latent", o
				.imageLatent()).put("epochs", o.epochs()).put("batch", o.batch()).put(
					"patience", o.patience()).put("compute", o.compute().json());
	}

	StepResult run(final EncodeOptions given) {
		final RoiSet rois = RoiSet.of(project, given.rois()).notEmpty();
		if (rois.table().size() < 2) throw new UserError("ROI set " + rois.id() +
			" holds 1 ROI, and encoders need at least 2; lower threshold or min_voxels and propose again.");
		final EncodeOptions o = resolve(given, rois);
		final Optional<StepResult> made = project.made(Kind.ENCODERS, settings(o));
		if (made.isPresent()) return made.get();
		final Seed seed = o.compute().seed().of("encoders");
		try (EmVolume raw = project.raw();
				ChunkedArray stored = rois.patches();
				Engine engine = o.compute().engine();
				BlockEngine blocks = project.blocks(o.compute().threads());
				Pending pending = project.begin(Kind.ENCODERS, settings(o)))
		{
			final EncoderSet set = new EncoderSet(pending.folder(), rois.id(), o
				.variant(), o.maskLatent(), o.imageLatent());
			final long n = rois.table().size();
			final Json curves = new Json();
			final RoiPatchSource masks = new RoiPatchSource(stored::readRows, rois
				.table().size(), RoiPatchSource.Kind.MASK);
			final RoiPatchSource images = new RoiPatchSource(stored::readRows, rois
				.table().size(), RoiPatchSource.Kind.IMAGE);
			final VaePlan maskPlan = VaePlan.epochs(n, o.epochs(), o.batch(), o
				.compute().threads());
			stream(engine, blocks, set, EncoderSet.MASK, masks, masks, maskPlan, seed,
				curves, progress.part(0, 0.45), o);
			// As many patches as the masks are seen, every one another place.
			final long drawn = n * o.epochs();
			final PatchSource uniform = new VolumePatches(raw, project.info()
				.voxelSize(), rois.patchNm(), drawn, seed);
			stream(engine, blocks, set, EncoderSet.IMAGE, uniform, images, VaePlan
				.epochs(drawn, 1, o.batch(), o.compute().threads()), seed, curves,
				progress.part(0.45, 1), o);
			set.describe(curves);
			Folders.removeEndingWith(set.folder(), CURVE);
			Folders.removeEndingWith(set.folder(), DONE);
			final Map<String, String> summary = new LinkedHashMap<>();
			summary.put("rois", Long.toString(n));
			summary.put("mask_l1", l1(curves, EncoderSet.MASK));
			summary.put("image_l1", l1(curves, EncoderSet.IMAGE));
			return pending.finish(new Json().put("rois", n), summary);
		}
	}

	/** Of the weights that were kept. */
	private static String l1(final Json curves, final String stream) {
		final VaeCurve curve = VaeCurve.fromJson(curves.objects(stream +
			EncoderFigures.CURVE));
		return Figures.of(curve.points().get(curve.best()).training().l1());
	}

	/** Trains one stream's encoder and embeds the ROIs, or goes on with it. */
	private void stream(final Engine engine, final BlockEngine blocks,
		final EncoderSet set, final String stream, final PatchSource learned,
		final PatchSource embedded, final VaePlan plan, final Seed seed,
		final Json curves, final Progress part, final EncodeOptions o)
	{
		final Path state = set.folder().resolve(stream + ".state");
		final Path curve = set.folder().resolve(stream + CURVE);
		if (!Files.exists(curve)) {
			try (Vae vae = engine.vae(set.architecture(stream), seed.of(stream))) {
				final VaeView view = views.apply(stream);
				final VaeCurve trained = new VaeTrainer(vae, learned, seed.of(stream),
					view).train(plan.learning(o.variant()).patient(o.patience()).keeping(
						state, Math.max(20, plan.optimizer().steps() / 10)), part.part(0,
							0.9));
				final Reconstructions shown = Reconstructions.of(vae, embedded);
				view.point(trained, shown);
				EncoderFigures.write(set, stream, trained, shown);
				vae.save(set.weights(stream));
				new Json().put(stream + EncoderFigures.CURVE, trained.json()).write(
					curve);
			}
			Folders.removeStartingWith(set.folder(), stream + ".state");
		}
		// While one thread encodes, another reads.
		set.embed(stream, embedded, o.compute(), blocks, RunSettings.of(2,
			"Embedding patches").resuming(set.folder().resolve(stream + DONE),
				settings(o).line()), part.part(0.9, 1));
		curves.copy(stream + EncoderFigures.CURVE, Json.read(curve));
	}
}
