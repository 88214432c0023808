
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.PredictOptions;
import org.twostream.loop.StepResult;

/** Predicts probabilities of the whole raw volume, block by block. */
@Plugin(type = Command.class, name = "predict", headless = true,
	menuPath = "Plugins>TwoStream>Predict Structures...",
	description = "Predicts probabilities of the whole raw volume, block by block.",
	attrs = { @Attr(name = Step.READS, value = "raw volume, base/NNN"), @Attr(
		name = Step.WRITES, value = "prediction/NNN.zarr"), @Attr(
			name = Step.PARENT, value = "newest base") })
public final class PredictCommand extends SourceCommand {

	@Parameter(label = "Base model", required = false, persist = false,
		description = "Base model: its number, such as 1 or 001, its folder, a " +
			"bioimage.io model (folder or zip) with TorchScript weights, or a TorchScript file. " +
			"Several with commas between are averaged. Default: the newest finished one.")
	private String base = "";

	@Parameter(label = "Window x,y,z (voxels)", required = false, persist = false,
		description = "Voxels that the network sees at once, as x,y,z. Default: what " +
			"the model was made for.")
	private String window = "";

	@Parameter(label = "Overlap", required = false, persist = false, min = "0",
		max = "0.9",
		description = "Share of the window that neighbouring windows have in common, " +
			"0 to 0.9. Default: 0.5.")
	private double overlap = 0.5;

	@Parameter(label = "Blending", required = false, persist = false,
		description = "Weights where windows overlap: gaussian, gaussian:SIGMA with " +
			"SIGMA above 0 in half windows, or bump. Default: gaussian, which is gaussian:0.2.")
	private String blending = "gaussian";

	@Parameter(label = "Flips averaged", required = false, persist = false,
		min = "1", max = "16",
		description = "Flipped copies whose predictions are averaged: 1, 4, 8 or 16. " +
			"Default: 1.")
	private int tta = 1;

	@Parameter(label = "Batch", required = false, persist = false, min = "0",
		description = "Windows per forward pass, 1 or more. " +
			"Default: 0, what the device and its free memory suit.")
	private int batch = 0;

	@Parameter(label = "Channel of an imported model", required = false,
		persist = false,
		description = "For bioimage.io models and TorchScript files with several output " +
			"channels: name or number (from 1) of the one that counts; for polarity " +
			"three with commas (pre, post, union). Default: what the names tell.")
	private String channel = "";

	@Parameter(label = "Activation of an imported model", required = false,
		persist = false,
		description = "For bioimage.io models and TorchScript files whose outputs are no " +
			"probabilities yet: none, sigmoid or softmax. Default: none.")
	private String activation = "";

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.predict(source(), new PredictOptions(base.trim(), window
			.trim(), overlap, blending.trim(), tta, batch, channel.trim(), activation
				.trim(), compute()));
	}
}
