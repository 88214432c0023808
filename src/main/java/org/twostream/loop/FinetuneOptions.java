
package org.twostream.loop;

import org.twostream.segment.Keeping;

/**
 * Keys of {@code finetune}; "" and 0 mean the default.
 *
 * @param base number of the base model to start from, default the newest
 * @param rois number of the ROI set whose answers are learned
 * @param iterations steps
 * @param window "x,y,z" voxels
 * @param batch windows per step
 * @param learningRate peak rate of Adam
 * @param augment as {@link org.twostream.segment.AugmentationSet} reads it
 * @param keeping what of the old is mixed in
 */
public record FinetuneOptions(String base, String rois, int iterations,
		String window, int batch, double learningRate, String augment,
		Keeping keeping, Compute compute) {

	/** Default steps. */
	public static final int ITERATIONS = 200;
	/** Default window, x,y,z voxels. */
	public static final String WINDOW = "128,128,4";
	/** Default windows per step. */
	public static final int BATCH = 4;
	/** Default peak rate. */
	public static final double LEARNING_RATE = 1e-4;

	/** Puts the defaults. */
	public FinetuneOptions {
		if (iterations == 0) iterations = ITERATIONS;
		if (window.isEmpty()) window = WINDOW;
		if (batch == 0) batch = BATCH;
		if (learningRate == 0) learningRate = LEARNING_RATE;
		if (augment.isEmpty() || augment.equals(TrainOptions.AUGMENT)) augment =
			"all";
	}
}
