
package org.twostream.command;

import java.util.Optional;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.widget.InputHarvester;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/**
 * Offers the active image as the raw volume, in dialogs only: a macro or a
 * script that leaves the key out means its default, whatever is open.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 1)
public final class ActiveImage extends AbstractPreprocessorPlugin {

	/** The key it is offered for. */
	static final String KEY = "raw";

	@Parameter(required = false)
	private UIService ui;

	@Override
	public void process(final Module module) {
		if (ui == null || !ui.isVisible() || Interpreter.getInstance() != null)
			return;
		title().ifPresent(title -> offer(module, title));
	}

	/** Fills the key in a step that has it and was not given it. */
	static void offer(final Module module, final String title) {
		if (!(module.getDelegateObject() instanceof StepCommand)) return;
		final ModuleItem<?> raw = module.getInfo().getInput(KEY);
		if (raw != null && !module.isInputResolved(KEY)) module.setInput(KEY,
			title);
	}

	/** The title of the active image if it is a grey stack. */
	static Optional<String> title() {
		return Optional.ofNullable(WindowManager.getCurrentImage()).filter(i -> i
			.getType() != ImagePlus.COLOR_RGB && i.getStackSize() > 1).map(
				ImagePlus::getTitle);
	}
}
