
package org.twostream.loop;

import org.twostream.core.Progress;
import org.twostream.segment.TrainingView;

/**
 * What rounds of questions start from: each part is the newest that was made
 * from the part before it, or is made where there is none.
 */
final class Preparation {

	private final Project project;
	private final Stopwatch watch;
	private final Progress progress;

	/**
	 * @param watch takes the time of what is made
	 */
	Preparation(final Project project, final Stopwatch watch,
		final Progress progress)
	{
		this.project = project;
		this.watch = watch;
		this.progress = progress;
	}

	/** The newest base model that was trained from nothing. */
	String base(final TrainOptions o) {
		return project.newest(Kind.BASE, s -> s.string("step").equals("train"))
			.orElseGet(() -> watch.time("train", () -> new TrainStep(project,
				TrainingView.NONE, progress.part(0, 0.33)).run(o)).id());
	}

	/** The newest prediction of a base model. */
	String prediction(final String base, final PredictOptions o) {
		return project.newest(Kind.PREDICTION, s -> s.string("base").equals(base))
			.orElseGet(() -> watch.time("predict", () -> new PredictStep(project,
				progress.part(0.33, 0.58)).run(o.of(base))).id());
	}

	/** The newest ROIs of a prediction. */
	String rois(final String prediction, final ProposeOptions o) {
		return project.newest(Kind.ROIS, s -> s.string("prediction").equals(project
			.relative(project.path(Kind.PREDICTION, prediction).toString())))
			.orElseGet(() -> watch.time("propose", () -> new ProposeStep(project,
				progress.part(0.58, 0.67)).run(o.of(prediction))).id());
	}

	/** The newest encoders that were trained on an ROI set. */
	String encoders(final String rois, final EncodeOptions o) {
		return project.newest(Kind.ENCODERS, s -> s.string("step").equals(
			"encode") && s.string("rois").equals(rois)).orElseGet(() -> watch.time(
				"encode", () -> new EncodeStep(project, progress.part(0.67, 1)).run(o
					.of(rois, o.epochs()))).id());
	}
}
