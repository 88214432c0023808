
package org.twostream.loop;

/**
 * Keys of {@code compare}; "" means the default.
 *
 * @param rois number of the ROI set, default the newest
 * @param consensus majority or dawid-skene, default that of the newest
 *          decisions
 * @param until only what was recorded by this instant counts, default all
 * @param truth URI of the truth that honeypots are held against, default the
 *          project's, if it has one
 */
public record CompareOptions(String rois, String consensus, String until,
		String truth, Compute compute) {
}
