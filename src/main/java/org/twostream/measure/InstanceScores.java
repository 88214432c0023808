
package org.twostream.measure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.twostream.core.Json;

/**
 * How many objects were found, matched one to one.
 *
 * @param limit IoU above which a ROI and a true object match, 0.5..1
 * @param rois number of ROIs
 * @param truths number of true objects
 * @param matched matching pairs
 * @param touched true objects that share at least one voxel with a ROI
 * @param meanIou mean IoU of the matching pairs, NaN if there is none
 */
public record InstanceScores(double limit, long rois, long truths, long matched,
		long touched, double meanIou) {

	/** Matched of all ROIs; its value is NaN if there is no ROI. */
	public Proportion precision() {
		return new Proportion(matched, rois);
	}

	/** Matched of all true objects; its value is NaN if there is none. */
	public Proportion recall() {
		return new Proportion(matched, truths);
	}

	/**
	 * True objects that any ROI overlaps, the weakest definition of found: not
	 * one to one, so it is never below {@link #recall}.
	 */
	public Proportion recallAnyOverlap() {
		return new Proportion(touched, truths);
	}

	/** Harmonic mean of precision and recall; 1 if there is no object at all. */
	public double f1() {
		return rois + truths == 0 ? 1 : 2.0 * matched / (rois + truths);
	}

	/** Values that are NaN are left out, with the reason in "undefined". */
	public Json toJson() {
		final Json json = new Json().put("iou_above", limit).put("rois", rois).put(
			"truths", truths).put("matched", matched).put("precision", precision()
				.toJson()).put("recall", recall().toJson()).put("recall_any_overlap",
					recallAnyOverlap().toJson()).put("f1", f1());
		Numbers.put(json, "mean_iou_of_matched", meanIou);
		final Map<String, String> undefined = new LinkedHashMap<>();
		if (rois == 0) undefined.put("precision", "there is no ROI");
		if (truths == 0) undefined.put("recall", "there is no true object");
		if (matched == 0) undefined.put("mean_iou_of_matched", "nothing matched");
		return undefined.isEmpty() ? json : json.put("undefined", undefined);
	}
}
