
package org.twostream.measure.report;

import java.util.Map;
import java.util.TreeMap;

import org.twostream.core.Json;
import org.twostream.measure.LabelAccuracy;
import org.twostream.measure.Proportion;

/**
 * What one round of asking gave. A {@link Proportion} with n = 0 says that it
 * was not measured.
 *
 * @param number 1 for the first
 * @param rois N, all ROIs
 * @param asked s, ROIs asked in this and all earlier rounds
 * @param start p, label accuracy before anything was asked
 * @param labelBefore label accuracy of all ROIs before this round
 * @param labelAfter the same after it
 * @param unaskedAfter label accuracy after it of the ROIs never asked
 * @param roiBefore ROI accuracy of the base model on the test part before
 * @param roiAfter the same after fine-tuning
 * @param randomArm label accuracy after asking as many ROIs at random
 * @param randomRoiAfter ROI accuracy after fine-tuning on those
 * @param seconds wall time by step, in the order of the steps
 */
public record Round(int number, long rois, long asked, Proportion start,
		Proportion labelBefore, Proportion labelAfter, Proportion unaskedAfter,
		Proportion roiBefore, Proportion roiAfter, Proportion randomArm,
		Proportion randomRoiAfter, Map<String, Double> seconds) {

	/** Says that something was not measured. */
	public static final Proportion NOT_MEASURED = new Proportion(0, 0);

	/** Share of all ROIs asked so far, 0..1. */
	public double share() {
		return new Proportion(asked, rois).value();
	}

	/** What random asking is expected to give, 0..1. */
	public double randomBaseline() {
		return LabelAccuracy.randomBaseline(start.value(), share());
	}

	/** For metrics.json; what was not measured has n = 0 and no value. */
	public Json toJson() {
		final Json json = new Json().put("round", number).put("rois", rois).put(
			"asked", asked);
		if (rois > 0) json.put("share_asked", share());
		if (start.n() > 0 && rois > 0) json.put("random_baseline",
			randomBaseline());
		new TreeMap<>(Map.of("label_accuracy_start", start, "label_accuracy_before",
			labelBefore, "label_accuracy_after", labelAfter, "label_accuracy_unasked",
			unaskedAfter, "roi_accuracy_before", roiBefore, "roi_accuracy_after",
			roiAfter, "random_label_accuracy", randomArm, "random_roi_accuracy",
			randomRoiAfter)).forEach((name, p) -> json.put(name, p.toJson()));
		return json.put("seconds", seconds);
	}
}
