
package org.twostream.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Answer;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.net.Engine;
import org.twostream.net.SegmentationNetwork;
import org.twostream.segment.AnsweredRoi;
import org.twostream.segment.AugmentationSet;
import org.twostream.segment.FineTuningSet;
import org.twostream.segment.Keeping;
import org.twostream.segment.LabelledVolume;
import org.twostream.segment.LearningCurve;
import org.twostream.segment.MarkedRegion;
import org.twostream.segment.Predictor;
import org.twostream.segment.Sampling;
import org.twostream.segment.SlidingWindow;
import org.twostream.segment.Trainer;
import org.twostream.segment.TrainingPlan;
import org.twostream.segment.TrainingSet;
import org.twostream.segment.Validation;
import org.twostream.segment.ValidationScores;
import org.twostream.segment.VoxelWeights;
import org.twostream.segment.WeightedBatches;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;

/**
 * {@code finetune}: the base model learns the answers and the missed objects
 * that were marked, with one window in four from the initial labelled volume.
 */
final class FinetuneStep {

	private static final String STATE = "state.safetensors";

	private final Project project;
	private final Progress progress;

	FinetuneStep(final Project project, final Progress progress) {
		this.project = project;
		this.progress = progress;
	}

	StepResult run(final FinetuneOptions o) {
		final BaseModel old = BaseModel.of(project, o.base());
		final RoiSet rois = RoiSet.of(project, o.rois()).notEmpty();
		final Answers answers = Answers.of(rois);
		final WindowSize window = WindowSize.parse(o.window());
		final AugmentationSet augmentations = AugmentationSet.parse(o.augment(),
			project.info().voxelSize());
		final Json settings = new Json().put("step", "finetune").put("base", old
			.name(project)).put("rois", rois.id()).put("consensus", answers.rule()
				.text()).put("answers", answers.fingerprint()).put("iterations", o
					.iterations()).put("window", window.text()).put("batch", o.batch())
			.put("learning_rate", o.learningRate()).put("augment", augmentations
				.names()).put("compute", o.compute().json());
		if (!o.keeping().equals(Keeping.DEFAULT)) settings.put("keep", o.keeping()
			.what().key()).put("replay", o.keeping().share());
		answers.noteMissed(settings);
		final Optional<StepResult> made = project.made(Kind.BASE, settings);
		if (made.isPresent()) return made.get();
		final List<MarkedRegion> marked = marked(MissedSet.of(rois, answers));
		try (EmVolume raw = project.raw();
				EmVolume masks = rois.labels();
				EmVolume initialRaw = project.raw(old.raw());
				EmVolume initialLabels = project.volume(old.labels());
				Engine engine = o.compute().engine();
				SegmentationNetwork network = old.network(engine))
		{
			final Target target = project.info().target();
			final LabelledVolume.Split split = new LabelledVolume(initialRaw,
				initialLabels, target).split(TrainStep.HELD_OUT);
			final Sampling sampling = Sampling.of(target, window.checked(network
				.inputSizes()), o.batch(), augmentations);
			final TrainingSet initial = new TrainingSet(List.of(split.training()),
				sampling, o.compute().seed(), progress);
			final FineTuningSet lessons = new FineTuningSet(network,
				new FineTuningSet.Lessons(raw, Optional.of(masks), target, answered(
					rois, answers), marked, Optional.of(initial), o.keeping()), sampling,
				o.compute().seed(), progress.part(0, 0.1));
			try (Pending pending = project.begin(Kind.BASE, settings)) {
				final LearningCurve curve = new Trainer(network, WeightedBatches.of(
					lessons, VoxelWeights.of(old.architecture(), List.of(split
						.training()), progress)), List.of()).train(TrainingPlan.of(
							FineTuningSet.optimizer(o.learningRate(), o.iterations()), o
								.compute().threads()).keeping(pending.folder().resolve(STATE),
									50), progress.part(0.1, 0.9));
				final ValidationScores scores = Validation.score(new Predictor(network,
					SlidingWindow.of(old.window())), split.validation(), target
						.minVoxels(), progress.part(0.9, 1));
				new BaseModel(pending.folder(), old.architecture(), target, old
					.voxelSize(), old.window(), old.raw(), old.labels(), curve, scores)
					.write(network);
				Folders.removeStartingWith(pending.folder(), "state");
				final Map<String, String> summary = new LinkedHashMap<>();
				summary.put("answers", Integer.toString(answers.byRow().size()));
				summary.put("missed", Integer.toString(marked.size()));
				summary.put("loss", Figures.of(curve.lastLoss()));
				summary.put("validation_iou", Figures.of(scores.best().iou()));
				return pending.finish(new Json().put("loss", curve.lastLoss()).put(
					"iou", scores.best().iou()), summary);
			}
		}
	}

	/** Missed objects are lessons as ROIs that are real. */
	static List<MarkedRegion> marked(final MissedSet missed) {
		return missed.objects().stream().map(o -> o.mask().map(m -> MarkedRegion.of(
			m.box(), m::paint)).orElseGet(() -> MarkedRegion.point(o.place().x(), o
				.place().y(), o.place().z(), missed.rois().table().voxelSize())))
			.toList();
	}

	private static List<AnsweredRoi> answered(final RoiSet rois,
		final Answers answers)
	{
		final List<AnsweredRoi> list = new ArrayList<>();
		answers.byRow().forEach((row, answer) -> {
			if (answer != Answer.UNSURE) list.add(new AnsweredRoi(rois.regions(row)
				.get(0), answer == Answer.TRUE));
		});
		return list;
	}
}
