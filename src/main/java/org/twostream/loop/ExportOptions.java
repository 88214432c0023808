
package org.twostream.loop;

/**
 * Keys of {@code export}; "" means the default.
 *
 * @param format tsv, results, roi-manager, mobie or neuroglancer
 * @param rois number of the ROI set, default the newest
 * @param include answered or all: which ROIs; mobie always has all
 * @param until only what was recorded by this instant counts, default all
 * @param limit most ROIs of roi-manager, at least 1
 */
public record ExportOptions(String format, String rois, String include,
		String until, int limit, Compute compute) {
}
