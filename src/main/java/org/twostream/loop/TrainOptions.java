
package org.twostream.loop;

/**
 * Keys of {@code train}; "" and 0 mean the default.
 *
 * @param raw labelled raw volume, default the project's initial volume
 * @param labels its labels, default the project's initial labels
 * @param model a {@link org.twostream.net.KnownArchitecture}, the text of an
 *          {@link org.twostream.net.EncoderDecoder}, or a model folder to start
 *          from
 * @param iterations optimisation steps; with a limit in minutes the default is
 *          as many as fit
 * @param window "x,y,z" voxels
 * @param batch windows per mini-batch
 * @param learning how weights are learned
 * @param augment as {@link org.twostream.segment.AugmentationSet} reads it, or
 *          auto
 * @param rejection as {@link org.twostream.segment.RejectSampling} reads it
 */
public record TrainOptions(String raw, String labels, String model,
		int iterations, String window, int batch, LearningOptions learning,
		String augment, String rejection, Compute compute) {

	/** Default network. */
	public static final String MODEL = "light";
	/** Default steps. */
	public static final int ITERATIONS = 2000;
	/** Default window, x,y,z voxels. */
	public static final String WINDOW = "160,160,8";
	/** Default windows per step. */
	public static final int BATCH = 2;

	/** As good as without end. */
	private static final int MANY = 1_000_000;

	/**
	 * Default augmentations: flips in short trainings, which learn less from more
	 * (docs/results/accuracy.md), else all.
	 */
	public static final String AUGMENT = "auto";
	private static final int SHORT_STEPS = 1000;
	private static final int SHORT_MINUTES = 30;
	/** Default rejection of windows with little foreground. */
	public static final String REJECTION = "coded";

	/** Puts the defaults. */
	public TrainOptions {
		if (model.isEmpty()) model = MODEL;
		if (iterations == 0) iterations = learning.minutes() > 0 ? MANY
			: ITERATIONS;
		if (window.isEmpty()) window = WINDOW;
		if (batch == 0) batch = BATCH;
		if (augment.isEmpty() || augment.equals(AUGMENT)) augment =
			iterations < SHORT_STEPS || learning.minutes() > 0 && learning
				.minutes() < SHORT_MINUTES ? "flips" : "all";
		if (rejection.isEmpty()) rejection = REJECTION;
	}

	/** Another network learned at another rate, all else alike. */
	TrainOptions with(final String newModel, final double rate) {
		return new TrainOptions(raw, labels, newModel, iterations, window, batch,
			learning.at(rate), augment, rejection, compute);
	}
}
