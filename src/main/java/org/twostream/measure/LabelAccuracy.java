
package org.twostream.measure;

import java.util.List;

import org.twostream.core.Json;

/**
 * How right the labels of all ROIs are after some were asked and the answers
 * spread.
 *
 * @param all decisions against truth, every ROI
 * @param unasked the same for the ROIs nobody was asked about
 * @param asked ROIs that cost budget, Unsure included
 */
public record LabelAccuracy(Confusion all, Confusion unasked, long asked) {

	/**
	 * One ROI.
	 *
	 * @param truth whether it is truly an object of the target
	 * @param decided whether it counts as one in the end
	 * @param asked whether it cost budget
	 */
	public record Decided(boolean truth, boolean decided, boolean asked) {
	}

	public static LabelAccuracy of(final List<Decided> rois) {
		return new LabelAccuracy(confusion(rois), confusion(rois.stream().filter(
			r -> !r.asked()).toList()), rois.stream().filter(Decided::asked).count());
	}

	private static Confusion confusion(final List<Decided> rois) {
		final boolean[] decided = new boolean[rois.size()];
		final boolean[] truth = new boolean[rois.size()];
		for (int i = 0; i < decided.length; i++) {
			decided[i] = rois.get(i).decided();
			truth[i] = rois.get(i).truth();
		}
		return Confusion.of(decided, truth);
	}

	/** Share of the ROIs that were asked, 0..1, NaN if there is no ROI. */
	public double shareAsked() {
		return new Proportion(asked, all.n()).value();
	}

	/** Accuracy of calling every ROI True, which is where it starts. */
	public Proportion before() {
		return all.classBalance();
	}

	/**
	 * What asking as many ROIs at random and spreading nothing is expected to
	 * give: p (1 - s/N) + s/N with p the accuracy before (Lin et al., ECCV 2020).
	 * NaN if there is no ROI.
	 */
	public double randomBaseline() {
		return randomBaseline(before().value(), shareAsked());
	}

	/**
	 * @param before accuracy with nothing asked, 0..1
	 * @param share of the ROIs that are asked, 0..1
	 */
	public static double randomBaseline(final double before, final double share) {
		return before * (1 - share) + share;
	}

	public Json toJson() {
		final Json json = new Json().put("accuracy_all", all.accuracy().toJson())
			.put("accuracy_unasked", unasked.accuracy().toJson()).put(
				"accuracy_before", before().toJson()).put("asked", asked);
		Numbers.put(json, "share_asked", shareAsked());
		Numbers.put(json, "random_baseline", randomBaseline());
		return json.put("all", all.toJson()).put("unasked", unasked.toJson());
	}
}
