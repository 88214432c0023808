
package org.twostream.roi;

import java.io.Serializable;

import org.twostream.core.Box;

/**
 * One candidate object. Its place is what identifies it for people and across
 * proposals (box, centroid, mask hash); the id only within one table.
 *
 * @param id value in labels.zarr, from 1; for polarity n, whose two sides are
 *          2n-1 (pre) and 2n (post) there
 * @param box voxels, half-open
 * @param xNm centroid, nm from the volume's first voxel centre
 * @param yNm centroid
 * @param zNm centroid
 * @param voxels voxels of the mask
 * @param meanProbability over the mask, 0..1
 * @param maxProbability over the mask, 0..1
 * @param bestSlice section (z, voxels) where the mask has its largest area
 * @param angle degrees by which that slice is rotated, counter-clockwise in the
 *          x-right y-down image, so that the first principal axis is vertical
 *          and a pre-synaptic side lies left; -180..180
 * @param touchesBorder whether the mask reaches the volume's border
 * @param oneSided polarity only: one side is missing
 * @param maskHash 16 hex digits of a hash of the mask's voxel positions
 *          relative to the box
 * @param meanIntensity of the raw volume's stored values over the mask; NaN
 *          where they are not known
 * @param sdIntensity their standard deviation, likewise
 */
public record Roi(long id, Box box, double xNm, double yNm, double zNm,
		long voxels, double meanProbability, double maxProbability, long bestSlice,
		double angle, boolean touchesBorder, boolean oneSided, String maskHash,
		double meanIntensity, double sdIntensity) implements Serializable {

	/** Of unknown intensity. */
	public Roi(final long id, final Box box, final double xNm, final double yNm,
		final double zNm, final long voxels, final double meanProbability,
		final double maxProbability, final long bestSlice, final double angle,
		final boolean touchesBorder, final boolean oneSided, final String maskHash)
	{
		this(id, box, xNm, yNm, zNm, voxels, meanProbability, maxProbability,
			bestSlice, angle, touchesBorder, oneSided, maskHash, Double.NaN,
			Double.NaN);
	}

	/** The same by another number. */
	public Roi withId(final long other) {
		return new Roi(other, box, xNm, yNm, zNm, voxels, meanProbability,
			maxProbability, bestSlice, angle, touchesBorder, oneSided, maskHash,
			meanIntensity, sdIntensity);
	}

	/** The same, turned. */
	public Roi withAngle(final double degrees) {
		return new Roi(id, box, xNm, yNm, zNm, voxels, meanProbability,
			maxProbability, bestSlice, degrees, touchesBorder, oneSided, maskHash,
			meanIntensity, sdIntensity);
	}
}
