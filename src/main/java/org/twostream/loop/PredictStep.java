
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.RunSettings;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.net.SegmentationNetwork;
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

	private static SlidingWindow window(final PredictOptions o,
		final BaseModel model)
	{
		final WindowSize size = o.window().isEmpty() ? model.window() : WindowSize
			.parse(o.window());
		return SlidingWindow.of(size).with(o.overlap(), o.tta(), Math.max(1, o
			.batch()));
	}

	/** Everything that decides the bytes of the result. */
	private Json settings(final PredictOptions o, final BaseModel model) {
		return new Json().put("step", "predict").put("raw", project.info().raw())
			.put("base", model.name(project)).put("how", window(o, model).json()).put(
				"precision", o.compute().precision());
	}

	StepResult run(final PredictOptions o) {
		final BaseModel model = BaseModel.of(project, o.base());
		final Json settings = settings(o, model);
		final Optional<StepResult> made = project.made(Kind.PREDICTION, settings);
		if (made.isPresent()) return made.get();
		try (EmVolume raw = project.raw();
				SegmentationNetwork network = model.network(o.compute());
				BlockEngine blocks = project.blocks(o.compute().threads()))
		{
			final Predictor predictor = new Predictor(network, window(o, model)).on(
				blocks);
			try (Pending pending = project.begin(Kind.PREDICTION, settings)) {
				final Path folder = pending.folder().resolve(VOLUME);
				final Predictor.Cost cost;
				try (VolumeWriter out = writer(folder, raw.info())) {
					cost = predictor.predict(raw, out, RunSettings.of(o.compute()
						.threads(), "Predicting").resuming(pending.folder().resolve(
							"done.txt"), settings.line()), progress);
				}
				final Map<String, String> summary = new LinkedHashMap<>();
				summary.put("base", model.name(project));
				summary.put("windows", Long.toString(cost.windows()));
				summary.put("useful_voxels_per_second", Long.toString(Math.round(cost
					.voxelsPerSecond())));
				return pending.finish(new Json().put("voxels", cost.voxels()).put(
					"windows", cost.windows()).put("voxels_per_second", cost
						.voxelsPerSecond()), summary, VOLUME);
			}
		}
	}

	private VolumeWriter writer(final Path folder, final VolumeInfo raw) {
		if (Files.exists(folder)) return ChunkedWriter.reopen(folder);
		return ChunkedWriter.create(folder, ChunkedSpec.of(PixelType.UINT8, raw
			.xSize(), raw.ySize(), raw.zSize()).withChannels(project.info().target()
				.channels()).withVoxelSize(project.info().voxelSize()).withName(
					"probability"));
	}
}
