
package org.twostream.loop;

import java.nio.file.Path;

import org.twostream.core.Progress;

/**
 * The façade: one method per step, all on one project folder. Each method
 * blocks until its result is whole on disk, reports to the progress, and throws
 * {@link org.twostream.core.UserError} for what the user can mend and
 * {@link org.twostream.core.Cancelled} when stopped. Thread-safe: two steps may
 * run at once on one project, as two processes may.
 */
public final class ActiveLearning {

	private final Path project;
	private final Wiring wiring;
	private final Progress progress;

	/**
	 * @param project the project folder, by custom NAME.twostream; it need not
	 *          exist
	 */
	public ActiveLearning(final Path project, final Wiring wiring,
		final Progress progress)
	{
		this.project = project;
		this.wiring = wiring;
		this.progress = progress;
	}

	/** Makes a phantom with truth as a project of its own. */
	public StepResult sample(final SampleOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Trains a base model. */
	public StepResult train(final Source source, final TrainOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Predicts probabilities of the whole raw volume. */
	public StepResult predict(final Source source, final PredictOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Turns probabilities into ROIs and aligned patches. */
	public StepResult propose(final Source source, final ProposeOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Trains the two encoders and embeds every ROI. */
	public StepResult encode(final EncodeOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Chooses the ROIs to ask about. */
	public StepResult suggest(final SuggestOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Has a batch of queries answered. */
	public StepResult review(final ReviewOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Spreads the answers to all ROIs and writes the corrected labels. */
	public StepResult apply(final ApplyOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Fine-tunes the image encoder on the answers. */
	public StepResult refine(final RefineOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Fine-tunes the base model on the answers. */
	public StepResult finetune(final FinetuneOptions options) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Compares prediction, ROIs and decisions with the truth; writes a report.
	 */
	public StepResult measure(final MeasureOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Rounds of all of the above, with a table and a report. */
	public StepResult loop(final Source source, final LoopOptions options) {
		throw new UnsupportedOperationException();
	}

	/** What device really runs, native library, versions, disk, memory. */
	public StepResult doctor(final Compute compute) {
		throw new UnsupportedOperationException();
	}
}
