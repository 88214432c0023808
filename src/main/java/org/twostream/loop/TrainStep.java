
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.AtomicFile;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.measure.report.Figure;
import org.twostream.measure.report.TrainingFigures;
import org.twostream.net.Architecture;
import org.twostream.net.Engine;
import org.twostream.net.SegmentationNetwork;
import org.twostream.segment.AugmentationSet;
import org.twostream.segment.HeldOutBlock;
import org.twostream.segment.HeldOutCheck;
import org.twostream.segment.LabelledVolume;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.Predictor;
import org.twostream.segment.RejectSampling;
import org.twostream.segment.Sampling;
import org.twostream.segment.SlidingWindow;
import org.twostream.segment.Trainer;
import org.twostream.segment.TrainingSet;
import org.twostream.segment.TrainingView;
import org.twostream.segment.Validation;
import org.twostream.segment.ValidationScores;
import org.twostream.segment.VoxelWeights;
import org.twostream.segment.WeightedBatches;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;

/** {@code train}: a labelled volume becomes a base model. */
final class TrainStep {

	static final double HELD_OUT = 0.15;
	private static final int HELD_OUT_BATCHES = 2;
	private static final String STATE = "state.safetensors";

	private final Project project;
	private final TrainingView view;
	private final Progress progress;

	/**
	 * @param view told of the training's points
	 */
	TrainStep(final Project project, final TrainingView view,
		final Progress progress)
	{
		this.project = project;
		this.view = view;
		this.progress = progress;
	}

	/** Everything that decides the bytes of the result. */
	Json settings(final TrainOptions o) {
		final ProjectInfo info = project.info();
		final Json json = new Json().put("step", "train").put("raw", project.uri(
			"raw", o.raw(), info.initialRaw())).put("labels", project.uri("labels", o
				.labels(), info.initialLabels())).put("target", info.target().text())
			.put("voxel_nm", info.voxelSize().text()).put("model", o.model()).put(
				"iterations", o.iterations()).put("window", WindowSize.parse(o.window())
					.text()).put("batch", o.batch()).putAll(o.learning().json());
		final Sampling sampling = sampling(o, WindowSize.parse(o.window()));
		return json.put("augment", sampling.augmentations().names()).put(
			"rejection", sampling.rejection().text()).put("compute", o.compute()
				.json());
	}

	StepResult run(final TrainOptions o) {
		if (o.iterations() < 1) throw new UserError("iterations=" + o.iterations() +
			" is below 1; give the number of training steps.");
		final Json settings = settings(o);
		final Optional<StepResult> made = project.made(Kind.BASE, settings);
		if (made.isPresent()) return made.get();
		try (EmVolume raw = project.raw(settings.string("raw"));
				EmVolume labels = project.volume(settings.string("labels")))
		{
			final Target target = project.info().target();
			final LabelledVolume.Split split = new LabelledVolume(raw, labels, target)
				.split(HELD_OUT);
			try (Engine engine = o.compute().engine();
					SegmentationNetwork network = network(engine, o);
					Pending pending = begin(settings, network, o))
			{
				final WindowSize window = WindowSize.parse(o.window());
				final Sampling sampling = sampling(o, window);
				final HeldOutBlock block = new HeldOutBlock(network, split.validation(),
					window, project.info().voxelSize());
				final LearningCurve curve = train(network, split, sampling, o, pending,
					block);
				draw(curve, block.check(progress.part(0.88, 0.9)), pending.folder());
				final ValidationScores scores = Validation.score(new Predictor(network,
					SlidingWindow.of(window)), split.validation(), target.minVoxels(),
					progress.part(0.9, 1));
				new BaseModel(pending.folder(), network.architecture(), target, project
					.info().voxelSize(), window, settings.string("raw"), settings.string(
						"labels"), curve, scores).write(network);
				Folders.removeStartingWith(pending.folder(), "state");
				final Map<String, String> summary = new LinkedHashMap<>();
				summary.put("parameters", Long.toString(network.parameterCount()));
				summary.put("loss", Figures.of(curve.lastLoss()));
				summary.put("validation_iou", Figures.of(scores.best().iou()) +
					" at threshold " + scores.best().threshold());
				return pending.finish(new Json().put("loss", curve.lastLoss()).put(
					"best_threshold", scores.best().threshold()).put("iou", scores.best()
						.iou()), summary);
			}
		}
	}

	/** Refuses a window that the network cannot take before anything is made. */
	private Pending begin(final Json settings, final SegmentationNetwork network,
		final TrainOptions o)
	{
		WindowSize.parse(o.window()).checked(network.inputSizes());
		return project.begin(Kind.BASE, settings);
	}

	private Sampling sampling(final TrainOptions o, final WindowSize window) {
		final ProjectInfo info = project.info();
		return new Sampling(window, o.batch(), RejectSampling.parse(o.rejection(),
			info.target(), window), AugmentationSet.parse(o.augment(), info
				.voxelSize()));
	}

	private SegmentationNetwork network(final Engine engine,
		final TrainOptions o)
	{
		final String model = o.model();
		if (model.matches("\\d+") || model.contains("/") || model.contains("\\") ||
			Files.isDirectory(Path.of(model))) return BaseModel.of(project, model)
				.network(engine);
		return engine.segmentation(Architecture.named(model, project.info().target()
			.channels()), o.compute().seed().of("weights"));
	}

	private LearningCurve train(final SegmentationNetwork network,
		final LabelledVolume.Split split, final Sampling sampling,
		final TrainOptions o, final Pending pending, final HeldOutCheck check)
	{
		final TrainingSet windows = new TrainingSet(List.of(split.training()),
			sampling, o.compute().seed(), progress);
		final TrainingSet heldOut = new TrainingSet(List.of(split.validation()),
			Sampling.plain(sampling.window(), sampling.batch()), o.compute().seed()
				.of("held out"), progress);
		final List<org.twostream.segment.Batch> batches =
			new java.util.ArrayList<>();
		final Optional<VoxelWeights> weights = VoxelWeights.of(network
			.architecture(), List.of(split.training()), progress);
		for (int i = 0; i < HELD_OUT_BATCHES; i++)
			batches.add(WeightedBatches.of(heldOut, weights).batch(i));
		return new Trainer(network, WeightedBatches.of(windows, weights), batches,
			Optional.of(check), view).train(o.learning().plan(network.architecture(),
				o.iterations(), o.compute().threads(), pending.folder().resolve(STATE)),
				progress.part(0, 0.88));
	}

	/** The curve, and what the finished network makes of a section. */
	private void draw(final LearningCurve curve, final HeldOutCheck.Result result,
		final Path folder)
	{
		view.point(curve, Optional.of(result.section()));
		for (final Figure figure : List.of(TrainingFigures.curve(curve),
			TrainingFigures.preview(result.section(), result.overlap().threshold())))
			AtomicFile.write(folder.resolve(figure.file()), figure.png());
	}
}
