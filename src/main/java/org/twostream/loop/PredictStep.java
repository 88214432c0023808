
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.twostream.block.BlockEngine;
import org.twostream.block.RunSettings;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.Engine;
import org.twostream.segment.Blending;
import org.twostream.segment.FittingBatch;
import org.twostream.segment.Predictor;
import org.twostream.segment.SlidingWindow;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** {@code predict}: the raw volume becomes probabilities, block by block. */
final class PredictStep {

	private static final String VOLUME = "probability.zarr";

	private final Project project;
	private final Progress progress;

	PredictStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	private static SlidingWindow windows(final PredictOptions o,
		final Ensemble models)
	{
		final WindowSize size = o.window().isEmpty() ? models.window() : WindowSize
			.parse(o.window());
		if (o.batch() < 0) throw new UserError("batch=" + o.batch() +
			" is below 0; give the number of windows per forward pass, or 0.");
		return SlidingWindow.of(size).with(o.overlap(), o.tta(), Math.max(1, o
			.batch())).blended(Blending.parse(o.blending().isEmpty() ? "gaussian" : o
				.blending()));
	}

	/** Everything that decides the bytes of the result. */
	private Json settings(final PredictOptions o, final Ensemble models) {
		return new Json().put("step", "predict").put("raw", project.info().raw())
			.put("base", models.name(project)).put("how", windows(o, models).json())
			.put("batch", o.batch()).put("precision", o.compute().precision()).putAll(
				models.provenance());
	}

	StepResult run(final PredictOptions o) {
		final Ensemble models = Ensemble.of(project, o);
		final Json settings = settings(o, models);
		final Optional<StepResult> made = project.made(Kind.PREDICTION, settings);
		if (made.isPresent()) return made.get();
		final SlidingWindow asked = windows(o, models);
		try (EmVolume raw = project.raw();
				Ensemble.Networks networks = models.open(new PredictionModel.Use(raw,
					asked.window(), o.compute(), progress));
				BlockEngine blocks = project.blocks(o.compute().threads()))
		{
			new Predictor(networks.all(), asked);
			Predictor.checkRaw(raw.info());
			try (Pending pending = project.begin(Kind.PREDICTION, settings)) {
				final int batch = batch(pending, o, () -> fitting(o, networks, asked,
					raw.info()));
				final Path folder = pending.folder().resolve(VOLUME);
				final Predictor.Cost cost;
				try (VolumeWriter out = writer(folder, raw.info())) {
					cost = new Predictor(networks.all(), asked.with(asked.overlap(), asked
						.tta(), batch)).on(blocks).predict(raw, out, RunSettings.of(o
							.compute().threads(), "Predicting").resuming(pending.folder()
								.resolve("done.txt"), settings.line() + " batch " + batch),
							progress);
				}
				return finish(pending, models, cost);
			}
		}
	}

	private static int fitting(final PredictOptions o,
		final Ensemble.Networks networks, final SlidingWindow how,
		final VolumeInfo raw)
	{
		try (Engine engine = o.compute().engine()) {
			return FittingBatch.of(engine, networks.all(), how, raw);
		}
	}

	/**
	 * Windows per pass: a prediction that goes on keeps the number it began with,
	 * whatever is free now, since a kernel may be chosen by it.
	 */
	private static int batch(final Pending pending, final PredictOptions o,
		final IntSupplier fitting)
	{
		if (o.batch() > 0) return o.batch();
		final Path note = pending.folder().resolve("batch.json");
		if (!Files.exists(note)) new Json().put("batch", fitting.getAsInt()).write(
			note);
		return (int) Json.read(note).integer("batch");
	}

	private StepResult finish(final Pending pending, final Ensemble models,
		final Predictor.Cost cost)
	{
		final Map<String, String> summary = new LinkedHashMap<>();
		summary.put("base", models.name(project));
		summary.put("windows", Long.toString(cost.windows()));
		summary.put("batch", Integer.toString(cost.batch()));
		summary.put("useful_voxels", String.format(Locale.ROOT, "%.0f %%", 100 *
			cost.useful()));
		summary.put("useful_voxels_per_second", Long.toString(Math.round(cost
			.voxelsPerSecond())));
		return pending.finish(new Json().put("voxels", cost.voxels()).put("windows",
			cost.windows()).put("batch", cost.batch()).put("voxels_per_second", cost
				.voxelsPerSecond()), summary, VOLUME);
	}

	private VolumeWriter writer(final Path folder, final VolumeInfo raw) {
		if (Files.exists(folder)) return ChunkedWriter.reopen(folder);
		return ChunkedWriter.create(folder, ChunkedSpec.of(PixelType.UINT8, raw
			.xSize(), raw.ySize(), raw.zSize()).withChannels(project.info().target()
				.channels()).withVoxelSize(project.info().voxelSize()).withName(
					"probability"));
	}
}
