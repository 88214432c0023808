
package org.twostream.command;

import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Cancelled;
import org.twostream.core.UserError;
import org.twostream.loop.StepResult;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

/**
 * The steps in plain ImageJ 1.x, which knows no SciJava commands:
 * plugins.config lists this class once per step. In Fiji the commands take over
 * the same menu items.
 */
public final class PlainImageJ implements PlugIn {

	/** @param arg name of the step */
	@Override
	public void run(final String arg) {
		try {
			final StepCommand command = Steps.command(arg);
			final Step step = Step.of(command.getClass());
			final Optional<Map<String, String>> values = values(step);
			if (values.isEmpty()) return;
			step.fill(command, values.get());
			final BarProgress progress = new BarProgress();
			final StepResult finished = watched() ? DownloadQuestion.perform(command,
				progress, new OpenImages()) : command.perform(progress,
					new OpenImages());
			command.show(finished);
			IJ.log("TwoStream " + StepReport.text(finished));
		}
		catch (final RuntimeException | Error e) {
			refuse(e);
		}
	}

	// Somebody is at the screen, and no macro that must not stop to ask.
	private static boolean watched() {
		return !GraphicsEnvironment.isHeadless() && Interpreter
			.getInstance() == null;
	}

	// Says why and aborts a running macro, which must not go on to the next step.
	static void refuse(final Throwable failure) {
		FailureLine.print(failure);
		if (!(failure instanceof UserError || failure instanceof Cancelled)) IJ
			.handleException(failure);
		final Interpreter macro = Interpreter.getInstance();
		// else the interpreter opens a window to say it once more and waits for a
		// click, also where a batch job has a virtual display
		if (macro != null && (GraphicsEnvironment.isHeadless() || IJ
			.getInstance() == null)) macro.setIgnoreErrors(true);
		IJ.error("TwoStream", FailureLine.sentence(failure));
	}

	// The options of a macro, else what the user enters; empty when he cancels.
	private static Optional<Map<String, String>> values(final Step step) {
		final String options = Macro.getOptions();
		if (options != null) return Optional.of(MacroOptions.parse(options));
		return ParameterDialog.ask(step);
	}
}
