
package org.twostream.query.head;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * A classifier of ROIs trained on the answers so far: logistic regression on
 * {@link Features}, its penalty chosen and its probabilities calibrated on
 * answers that the fit had not seen.
 *
 * @param head of two classes, False and True
 * @param slope and
 * @param offset of Platt's sigmoid (Platt 1999, with his smoothed targets): the
 *          probability of True is 1 / (1 + exp(-(slope m + offset))), m the
 *          difference of the two scores
 * @param losses by row of every answered ROI, the log loss of its answer by the
 *          calibrated fit that had not seen it
 */
public record CalibratedHead(LinearHead head, double slope, double offset,
		SortedMap<Integer, Double> losses) {

	/** Of each answer, True and False, at least so many. */
	public static final int LEAST = 2;

	private static final double[] PENALTIES = { 1, 0.1, 0.01, 0.001 };

	/**
	 * @param z features of all ROIs
	 * @param answers by row; Unsure is left out
	 * @param seed draws the parts of the cross-validation
	 * @return empty with fewer than {@link #LEAST} answers True or False: nothing
	 *         can then be learned or calibrated
	 */
	public static Optional<CalibratedHead> of(final Matrix z,
		final Map<Integer, Answer> answers, final Seed seed)
	{
		final SortedMap<Integer, Boolean> real = new TreeMap<>();
		answers.forEach((row, answer) -> {
			if (answer != Answer.UNSURE) real.put(row, answer == Answer.TRUE);
		});
		return enough(answers) ? Optional.of(fit(new Labelled(z, real), seed))
			: Optional.empty();
	}

	/** Whether there are {@link #LEAST} answers True and as many False. */
	public static boolean enough(final Map<Integer, Answer> answers) {
		return java.util.stream.Stream.of(Answer.TRUE, Answer.FALSE).allMatch(
			a -> Collections.frequency(answers.values(), a) >= LEAST);
	}

	private static CalibratedHead fit(final Labelled labelled, final Seed seed) {
		final int[] folds = labelled.folds(seed);
		double best = Double.POSITIVE_INFINITY;
		double penalty = PENALTIES[0];
		double[] margins = new double[0];
		for (final double lambda : PENALTIES) {
			final double[] held = labelled.heldOut(folds, lambda);
			final double loss = labelled.meanLoss(held);
			if (loss < best) {
				best = loss;
				penalty = lambda;
				margins = held;
			}
		}
		final double[] platt = Platt.fit(margins, labelled.real());
		final SortedMap<Integer, Double> losses = new TreeMap<>();
		for (int i = 0; i < margins.length; i++) {
			final double m = platt[0] * margins[i] + platt[1];
			losses.put(labelled.rows()[i], LogisticRegression.softplus(labelled
				.real()[i] ? -m : m));
		}
		final double[] w = LogisticRegression.fit(labelled.z(), labelled.real(),
			penalty);
		final int d = w.length - 1;
		return new CalibratedHead(LinearHead.binary(java.util.Arrays.copyOf(w, d),
			w[d]), platt[0], platt[1], losses);
	}

	/** The calibrated probability that a point is real, 0..1. */
	public double probability(final float[] z) {
		final double[] scores = head.scores(z);
		return LogisticRegression.sigmoid(slope * (scores[1] - scores[0]) + offset);
	}
}
