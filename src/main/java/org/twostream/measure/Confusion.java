
package org.twostream.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.twostream.core.Json;

/**
 * Counts of a yes/no decision against the truth, for voxels (yes = foreground)
 * or ROIs (yes = True), and what is computed from them. All ratios are 0..1, or
 * NaN where they are not defined; two empty sets agree perfectly.
 *
 * @param truePositives decided yes, truly yes
 * @param falsePositives decided yes, truly no
 * @param falseNegatives decided no, truly yes
 * @param trueNegatives decided no, truly no
 */
public record Confusion(long truePositives, long falsePositives,
		long falseNegatives, long trueNegatives) {

	/**
	 * Counts pairs of decision and truth.
	 *
	 * @throws IllegalArgumentException if the lengths differ
	 */
	public static Confusion of(final boolean[] decided, final boolean[] truth) {
		if (decided.length != truth.length) throw new IllegalArgumentException(
			decided.length + " decisions for " + truth.length + " truths");
		final long[] counts = new long[4];
		for (int i = 0; i < truth.length; i++)
			counts[(decided[i] ? 0 : 2) + (truth[i] == decided[i] ? 0 : 1)]++;
		return new Confusion(counts[0], counts[1], counts[3], counts[2]);
	}

	/** All that was counted. */
	public long n() {
		return truePositives + falsePositives + falseNegatives + trueNegatives;
	}

	/** The other way round: yes and no swapped in decision and truth. */
	public Confusion inverted() {
		return new Confusion(trueNegatives, falseNegatives, falsePositives,
			truePositives);
	}

	/**
	 * Jaccard index of the foreground; 1 if nothing is decided yes and nothing is
	 * truly yes.
	 */
	public double foregroundIou() {
		return ratio(truePositives, truePositives + falsePositives + falseNegatives,
			1);
	}

	/** Jaccard index of the background; 1 if there is none on either side. */
	public double backgroundIou() {
		return inverted().foregroundIou();
	}

	/** Mean of foreground and background Jaccard index ("VOC score"). */
	public double voc() {
		return (foregroundIou() + backgroundIou()) / 2;
	}

	/** True positives of those decided yes; NaN if nothing is. */
	public double precision() {
		return ratio(truePositives, truePositives + falsePositives, Double.NaN);
	}

	/** True positives of the truly yes; NaN if there is none. */
	public double recall() {
		return ratio(truePositives, truePositives + falseNegatives, Double.NaN);
	}

	/** True negatives of the truly no; NaN if there is none. */
	public double specificity() {
		return inverted().recall();
	}

	/** Harmonic mean of precision and recall (Dice); 1 if both are empty. */
	public double f1() {
		return ratio(2 * truePositives, 2 * truePositives + falsePositives +
			falseNegatives, 1);
	}

	/** Share of right decisions, with its interval. */
	public Proportion accuracy() {
		return new Proportion(truePositives + trueNegatives, n());
	}

	/**
	 * Mean of recall and specificity: 0.5 for a constant decision whatever the
	 * class balance; NaN if one of the classes is missing.
	 */
	public double balancedAccuracy() {
		return (recall() + specificity()) / 2;
	}

	/** Share of the truly yes, with its interval. */
	public Proportion classBalance() {
		return new Proportion(truePositives + falseNegatives, n());
	}

	private static double ratio(final long part, final long whole,
		final double empty)
	{
		return whole == 0 ? empty : (double) part / whole;
	}

	/**
	 * Counts and ratios; a ratio that is NaN is left out and named under
	 * "undefined" with the reason.
	 */
	public Json toJson() {
		final Json json = new Json().put("true_positives", truePositives).put(
			"false_positives", falsePositives).put("false_negatives", falseNegatives)
			.put("true_negatives", trueNegatives).put("n", n()).put("foreground_iou",
				foregroundIou()).put("background_iou", backgroundIou()).put("voc",
					voc()).put("f1", f1());
		Numbers.put(json, "precision", precision());
		Numbers.put(json, "recall", recall());
		Numbers.put(json, "specificity", specificity());
		Numbers.put(json, "accuracy", accuracy().value());
		Numbers.put(json, "balanced_accuracy", balancedAccuracy());
		final Map<String, String> undefined = new LinkedHashMap<>();
		if (Double.isNaN(precision())) undefined.put("precision",
			"nothing was decided yes");
		if (Double.isNaN(recall())) undefined.put("recall", "nothing is truly yes");
		if (Double.isNaN(specificity())) undefined.put("specificity",
			"nothing is truly no");
		return undefined.isEmpty() ? json : json.put("undefined", undefined);
	}
}
