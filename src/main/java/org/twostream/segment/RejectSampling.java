
package org.twostream.segment;

import java.util.SplittableRandom;

import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * Which drawn windows are thrown away for their little foreground, and drawn
 * again; the key {@code rejection}.
 *
 * @param perBatch whether whole batches are judged, by all their foreground
 * @param minForeground what has fewer foreground voxels, counted after
 *          augmentation as in the code of 2020 (that of 2019 counts before), is
 *          thrown away with the probability
 * @param probability 0..0.99; 0 keeps all
 */
public record RejectSampling(boolean perBatch, int minForeground,
		double probability) {

	/** Keeps all. */
	public static final RejectSampling OFF = new RejectSampling(false, 0, 0);

	/**
	 * As the paper has it: batches without foreground are rejected with a
	 * probability of 95 %.
	 */
	public static final RejectSampling PRINTED = new RejectSampling(true, 1,
		0.95);

	/** Voxels of the window for which the coded minimum of 1000 holds. */
	private static final double CODED_WINDOW = 8 * 256 * 256;

	private static final String HELP =
		"; give coded, printed, off, or voxels and a probability of 0 to 0.99, for example rejection=1000,0.95.";

	/**
	 * @throws UserError if a value is outside its range
	 */
	public RejectSampling {
		if (minForeground < 0) throw new UserError("rejection: " + minForeground +
			" voxels are below 0" + HELP);
		if (!(probability >= 0 && probability <= 0.99)) throw new UserError(
			"rejection: the probability " + probability + " is not in 0..0.99" +
				HELP);
	}

	/**
	 * The 2020 code's values: 1000 foreground voxels per window of 8 x 256 x 256
	 * (in proportion for others), thrown away with probability 0.95 for clefts
	 * and 0.9 for polarity; mitochondria are frequent enough to keep all.
	 */
	public static RejectSampling coded(final Target target,
		final WindowSize window)
	{
		final int least = (int) Math.ceil(1000 * window.voxels() / CODED_WINDOW);
		switch (target) {
			case CLEFT:
				return new RejectSampling(false, least, 0.95);
			case POLARITY:
				return new RejectSampling(false, least, 0.9);
			case MITOCHONDRIA:
			default:
				return OFF;
		}
	}

	/**
	 * @param text coded, printed, off, or "voxels,probability" per window
	 * @throws UserError if it is none of these
	 */
	public static RejectSampling parse(final String text, final Target target,
		final WindowSize window)
	{
		switch (text) {
			case "coded":
				return coded(target, window);
			case "printed":
				return PRINTED;
			case "off":
				return OFF;
			default:
		}
		final String[] parts = text.trim().split("\\s*,\\s*");
		try {
			if (parts.length == 2) return new RejectSampling(false, Integer.parseInt(
				parts[0]), Double.parseDouble(parts[1]));
		}
		catch (final NumberFormatException e) {
			throw new UserError("rejection=" + text + " is not two numbers" + HELP,
				e);
		}
		throw new UserError("rejection=" + text + " is unknown" + HELP);
	}

	/** The form that {@link #parse} reads, with the values of the target. */
	public String text() {
		if (perBatch) return "printed";
		return keepsAll() ? "off" : minForeground + "," + probability;
	}

	boolean keepsAll() {
		return probability == 0 || minForeground == 0;
	}

	/** Whether this much foreground is thrown away. */
	boolean rejects(final long foreground, final SplittableRandom random) {
		return foreground < minForeground && random.nextDouble() < probability;
	}
}
