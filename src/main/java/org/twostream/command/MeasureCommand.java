
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.MeasureOptions;
import org.twostream.loop.StepResult;

/** Compares prediction, ROIs and decisions with the truth; writes a report. */
@Plugin(type = Command.class, name = "measure", headless = true,
	menuPath = "Plugins>TwoStream>Measure Accuracy...",
	description = "Compares prediction, ROIs and decisions with the truth; writes a report.",
	attrs = { @Attr(name = Step.READS,
		value = "truth, prediction/NNN.zarr, rois/NNN, decisions/NNN, base/NNN"),
		@Attr(name = Step.WRITES, value = "report/NNN"), @Attr(name = Step.PARENT,
			value = "newest prediction, rois, decisions and base") })
public final class MeasureCommand extends ComputeCommand {

	@Parameter(label = "Truth", required = false, persist = false,
		description = "Truth, a label volume of the raw volume's size: where it lies, or " +
			"the title of an open image. Default: the project's.")
	private String truth = "";

	@Parameter(label = "Prediction", required = false, persist = false,
		description = "Number of the prediction; for one made elsewhere where it lies, or " +
			"the title of an open image. Default: the newest finished one.")
	private String prediction = "";

	@Parameter(label = "ROI set", required = false, persist = false,
		description = "Number of the ROI set, such as 1 or 001. Default: the newest " +
			"finished one.")
	private String rois = "";

	@Parameter(label = "Base model", required = false, persist = false,
		description = "Base model whose ROI accuracy is measured: its number. " +
			"Default: the newest finished one.")
	private String base = "";

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.measure(new MeasureOptions(truth.trim(), prediction.trim(),
			rois.trim(), base.trim(), compute()));
	}
}
