
package org.twostream.command;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.twostream.loop.ActiveLearning;
import org.twostream.loop.EncodeOptions;
import org.twostream.loop.StepResult;

/** Trains the mask and the image encoder and embeds every ROI. */
@Plugin(type = Command.class, name = "encode", headless = true,
	menuPath = "Plugins>TwoStream>Train Encoders...",
	description = "Trains the mask and the image encoder and embeds every ROI.",
	attrs = { @Attr(name = Step.READS, value = "rois/NNN, raw volume"), @Attr(
		name = Step.WRITES, value = "encoders/NNN"), @Attr(name = Step.PARENT,
			value = "newest rois") })
public final class EncodeCommand extends BlockCommand {

	@Parameter(label = "ROI set", required = false, persist = false,
		description = "Number of the ROI set, such as 1 or 001. Default: the newest " +
			"finished one.")
	private String rois = "";

	@Parameter(label = "Network", required = false, persist = false, choices = {
		"paper", "released" },
		description = "Encoders as the paper's Table S-1 has them, or as its authors " +
			"released them later, which are smaller and faster: paper or released. " +
			"Default: paper.")
	private String vae = EncodeOptions.VAE;

	@Parameter(label = "Mask embedding (numbers)", required = false,
		persist = false, min = "1",
		description = "Length of the mask embedding, 1 or more. Default: 20.")
	private int mask_latent = EncodeOptions.MASK_LATENT;

	@Parameter(label = "Image embedding (numbers)", required = false,
		persist = false, min = "1",
		description = "Length of the image embedding, 1 or more. Default: 64.")
	private int image_latent = EncodeOptions.IMAGE_LATENT;

	@Parameter(label = "Epochs", required = false, persist = false, min = "0",
		description = "Passes over the ROIs, 1 or more. " +
			"Default: 0, enough for 20000 patches, at most 30.")
	private int epochs = 0;

	@Parameter(label = "Batch", required = false, persist = false, min = "1",
		description = "Patches per step, 1 or more. Default: 8.")
	private int batch = EncodeOptions.BATCH;

	@Parameter(label = "Patience (checks)", required = false, persist = false,
		min = "0",
		description = "So many checks of the held-out patches, of some 20 in a training, " +
			"without a lower loss end it with the best weights, 0 or more; 0 for " +
			"never. Default: 5.")
	private int patience = EncodeOptions.PATIENCE;

	@Override
	protected StepResult step(final ActiveLearning steps) {
		return steps.encode(new EncodeOptions(rois.trim(), vae, mask_latent,
			image_latent, epochs, batch, patience, compute()),
			EncoderWindow::ifWatched);
	}
}
