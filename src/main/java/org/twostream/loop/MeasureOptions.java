
package org.twostream.loop;

/**
 * Keys of {@code measure}; "" means the default.
 *
 * @param truth URI of the truth, default the project's
 * @param prediction number or URI, default the newest
 * @param rois number of the ROI set, default the newest
 * @param base base model whose ROI accuracy is measured, default the newest
 */
public record MeasureOptions(String truth, String prediction, String rois,
		String base, Compute compute) {
}
