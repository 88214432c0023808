
package org.twostream.loop;

import java.nio.file.Path;
import java.util.function.Function;

import org.twostream.core.Progress;
import org.twostream.embed.VaeView;
import org.twostream.segment.TrainingView;

/**
 * The façade: one method per step, all on one project folder. Each method
 * blocks until its result is whole on disk, reports to the progress, and throws
 * {@link org.twostream.core.UserError} for what the user can mend and
 * {@link org.twostream.core.Cancelled} when stopped. A step that has already
 * run with the same settings says so and gives that result. Thread-safe: two
 * steps may run at once on one project, as two processes may.
 */
public final class ActiveLearning {

	private final Path folder;
	private final Wiring wiring;
	private final Progress progress;

	/**
	 * @param folder the project folder, by custom NAME.twostream; it need not
	 *          exist
	 */
	public ActiveLearning(final Path folder, final Wiring wiring,
		final Progress progress)
	{
		this.folder = folder;
		this.wiring = wiring;
		this.progress = progress;
	}

	private Project project() {
		return Project.open(folder, wiring);
	}

	private Project project(final Source source) {
		return NewProject.open(folder, wiring, source);
	}

	/** Makes a phantom with truth as a project of its own. */
	public StepResult sample(final SampleOptions options) {
		return new SampleStep(folder, wiring, progress).run(options);
	}

	/**
	 * Trains a base model.
	 *
	 * @param view told how it goes
	 */
	public StepResult train(final Source source, final TrainOptions options,
		final TrainingView view)
	{
		return new TrainStep(NewProject.forTraining(folder, wiring, source, options
			.raw(), options.labels()), view, progress).run(options);
	}

	/** Trains random networks within limits and ranks them. */
	public StepResult search(final Source source, final SearchOptions options) {
		return new SearchStep(NewProject.forTraining(folder, wiring, source, options
			.training().raw(), options.training().labels()), progress).run(options);
	}

	/** Predicts probabilities of the whole raw volume. */
	public StepResult predict(final Source source, final PredictOptions options) {
		return new PredictStep(project(source), progress).run(options);
	}

	/** Turns probabilities into ROIs and aligned patches. */
	public StepResult propose(final Source source, final ProposeOptions options) {
		return new ProposeStep(project(source), progress).run(options);
	}

	/** Trains the two encoders and embeds every ROI. */
	public StepResult encode(final EncodeOptions options) {
		return encode(options, stream -> VaeView.NONE);
	}

	/**
	 * The same while somebody looks on.
	 *
	 * @param views told how it goes, by stream: mask or image
	 */
	public StepResult encode(final EncodeOptions options,
		final Function<String, VaeView> views)
	{
		return new EncodeStep(project(), views, progress).run(options);
	}

	/** Chooses the ROIs to ask about. */
	public StepResult suggest(final SuggestOptions options) {
		return new SuggestStep(project(), progress).run(options);
	}

	/** Has a batch of queries answered. */
	public StepResult review(final ReviewOptions options) {
		return new ReviewStep(project(), progress).run(options);
	}

	/** Spreads the answers to all ROIs and writes the corrected labels. */
	public StepResult apply(final ApplyOptions options) {
		return new ApplyStep(project(), progress).run(options);
	}

	/** Fine-tunes an encoder on the answers. */
	public StepResult refine(final RefineOptions options) {
		return new RefineStep(project(), progress).run(options);
	}

	/** Fine-tunes the base model on the answers. */
	public StepResult finetune(final FinetuneOptions options) {
		return new FinetuneStep(project(), progress).run(options);
	}

	/**
	 * Compares prediction, ROIs and decisions with the truth; writes a report.
	 */
	public StepResult measure(final MeasureOptions options) {
		return new MeasureStep(project(), progress).run(options);
	}

	/** Compares annotators with each other; writes a report. */
	public StepResult compare(final CompareOptions options) {
		return new CompareStep(project(), progress).run(options);
	}

	/** Draws every ROI as a point near those that look like it. */
	public StepResult map(final MapOptions options) {
		return new MapStep(project(), progress).run(options);
	}

	/** Writes verdicts and answers as other programs read them. */
	public StepResult export(final ExportOptions options) {
		return new ExportStep(project(), progress).run(options);
	}

	/** Rounds of all of the above, with a table and a report. */
	public StepResult loop(final Source source, final LoopOptions options) {
		return new LoopStep(project(source), progress).run(options);
	}

	/** Reruns a table of the paper on a pool of ROIs. */
	public StepResult experiment(final Source source,
		final ExperimentOptions options)
	{
		return new ExperimentStep(folder, wiring, progress).run(source, options);
	}

	/**
	 * What device really runs, native library, versions, disk, memory. Needs no
	 * project.
	 *
	 * @param model of others that is to be looked at and tested, or ""
	 */
	public StepResult doctor(final String model, final Compute compute) {
		return new DoctorStep(folder, progress).run(model, compute);
	}
}
