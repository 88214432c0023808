
package org.twostream.review;

import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.roi.Roi;

/**
 * What a verdict is about, so that it can be found again after a new proposal.
 * Box and mask hash identify it; id and proposal are hints for people.
 *
 * @param box voxels, half-open
 * @param xNm centroid, nm from the volume's first voxel centre
 * @param yNm centroid
 * @param zNm centroid
 * @param maskHash as in {@link Roi}
 * @param roi id in its ROI table
 * @param proposal number of that table, such as "001"
 */
public record Anchor(Box box, double xNm, double yNm, double zNm,
		String maskHash, long roi, String proposal) {

	/** Of an ROI of a proposal. */
	public static Anchor of(final Roi roi, final String proposal) {
		return new Anchor(roi.box(), roi.xNm(), roi.yNm(), roi.zNm(), roi
			.maskHash(), roi.id(), proposal);
	}

	/**
	 * Box and mask hash: equal for two anchors exactly if both are about the same
	 * voxels.
	 */
	public record Key(Box box, String maskHash) {
	}

	public Key key() {
		return new Key(box, maskHash);
	}

	/** Whether this is the very same set of voxels. */
	public boolean isSame(final Roi other) {
		return key().equals(new Key(other.box(), other.maskHash()));
	}

	Json json() {
		return new Json().put("centroid_nm", List.of(xNm, yNm, zNm)).put("box_px",
			List.of(box.xMin(), box.yMin(), box.zMin(), box.xMax(), box.yMax(), box
				.zMax())).put("mask_hash", maskHash).put("roi", roi).put("proposal",
					proposal);
	}

	static Anchor of(final Json json) {
		final double[] c = json.numbers("centroid_nm");
		final double[] b = json.numbers("box_px");
		if (c.length != 3 || b.length != 6) throw new UserError("An anchor has " +
			c.length + " centroid coordinates and " + b.length +
			" box corners instead of 3 and 6; correct the file.");
		return new Anchor(new Box((long) b[0], (long) b[1], (long) b[2],
			(long) b[3], (long) b[4], (long) b[5]), c[0], c[1], c[2], json.string(
				"mask_hash"), json.integer("roi"), json.string("proposal"));
	}
}
