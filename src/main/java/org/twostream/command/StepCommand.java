
package org.twostream.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.scijava.Cancelable;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.ui.UIService;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.StepResult;
import org.twostream.loop.Wiring;

import ij.macro.Interpreter;

/**
 * A step as a command: parameters, one call of the façade, its result. A
 * subclass names its parameters, which are the keys, and makes the call. An
 * instance runs once.
 */
public abstract class StepCommand implements Command, Cancelable {

	@Parameter
	private LogService log;

	@Parameter
	private StatusService status;

	@Parameter
	private UIService ui;

	@Parameter(label = "Project folder", required = false, persist = false,
		description = "Folder of the project, by custom NAME.twostream. " +
			"A step that is given raw makes it if it is not there. No default.")
	private String project = "";

	@Parameter(label = "Result", type = ItemIO.OUTPUT)
	private String result;

	private Progress progress = Progress.NONE;
	private volatile boolean cancelled;
	private volatile String cancelReason;

	/** Makes the one call. */
	protected abstract StepResult step(ActiveLearning steps);

	/** What the step works with. */
	Wiring wiring() {
		return Leaves.wiring();
	}

	/**
	 * Shows a finished result in ImageJ, where the step has something to show.
	 */
	protected void show(final StepResult finished) {}

	/** Whether the step refuses to run without a project folder. */
	protected boolean needsProject() {
		return true;
	}

	/** Of the run that is going on. */
	protected final Progress progress() {
		return progress;
	}

	/**
	 * Runs the step with the values that the fields have now.
	 *
	 * @param names what volumes may be called
	 * @throws UserError if the user's input does not allow it
	 * @throws Cancelled if the progress was cancelled
	 */
	final StepResult perform(final Progress progress, final VolumeNames names) {
		final Step step = Step.of(getClass());
		step.refuseOutside(this);
		this.progress = progress;
		if (needsProject() && project.isBlank()) throw new UserError(
			"project is missing; give the project folder, for example project=mito.twostream.");
		final Path folder = folder();
		final RunLog runs = new RunLog(folder);
		if (needsProject()) runs.add(step.name() + " starts: " + step.given(this));
		try {
			step.replaceVolumes(this, (key, text) -> names.uri(key, text, folder,
				progress));
			final StepResult made = step(new ActiveLearning(folder, wiring(),
				progress));
			if (needsProject()) runs.add(step.name() + " made " + made.path());
			return made;
		}
		catch (final RuntimeException | Error e) {
			if (needsProject()) logFailure(runs, step.name(), e);
			throw e;
		}
	}

	// A log that cannot be written must not hide why the step failed.
	private static void logFailure(final RunLog runs, final String name,
		final Throwable failure)
	{
		try {
			runs.add(name + " FAILED: " + FailureLine.sentence(failure));
		}
		catch (final UserError e) {
			failure.addSuppressed(e);
		}
	}

	/** The project folder; the working folder where none is given. */
	protected final Path folder() {
		try {
			return Path.of(project.trim());
		}
		catch (final InvalidPathException e) {
			throw new UserError("project=" + project + " is not a path (" + e
				.getReason() + "); correct it.", e);
		}
	}

	@Override
	public final void run() {
		final String name = Step.of(getClass()).name();
		try (StatusProgress progress = new StatusProgress(status, name,
			this::isCanceled))
		{
			final VolumeNames names = new OpenImages(ui.getContext());
			final StepResult finished = watched() ? DownloadQuestion.perform(this,
				progress, names) : perform(progress, names);
			result = StepReport.text(finished);
			show(finished);
			log.info("TwoStream " + name + "\n" + result);
		}
		catch (final Cancelled | UserError e) {
			FailureLine.print(e);
			abortMacro();
			refuse(e);
		}
		catch (final RuntimeException | Error e) {
			FailureLine.print(e);
			abortMacro();
			throw e;
		}
	}

	// Somebody is at the screen, and no macro that must not stop to ask.
	private boolean watched() {
		return ui.isVisible() && Interpreter.getInstance() == null;
	}

	// In Fiji an exception of a command does not end the macro that called it.
	private static void abortMacro() {
		Interpreter.abort(Interpreter.getInstance());
	}

	// A cancelled command shows its reason in a window and no stack trace; a
	// macro, a script or a batch job must not go on to the next step instead.
	private void refuse(final RuntimeException e) {
		if (!watched() && !cancelled) throw e;
		cancel(e.getMessage());
	}

	@Override
	public final boolean isCanceled() {
		return cancelled;
	}

	@Override
	public final void cancel(final String reason) {
		cancelReason = reason;
		cancelled = true;
	}

	@Override
	public final String getCancelReason() {
		return cancelReason;
	}
}
