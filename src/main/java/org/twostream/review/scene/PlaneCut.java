
package org.twostream.review.scene;

/**
 * What is known of a rectangle in a plane, at full resolution or coarser.
 *
 * @param rightMin of the rectangle, in pixels of the cut
 * @param downMin as rightMin
 * @param width pixels
 * @param height pixels
 * @param rightFactor voxels of the full resolution in one pixel: pixel i of a
 *          row shows voxels from i times this on
 * @param downFactor as rightFactor
 * @param values row by row: grey 0..255, or rows of the ROI table and
 *          {@link #NO_ROI}; {@link #UNKNOWN} for what is not read yet
 * @param complete whether all that is in sight is read and as fine as wanted
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlaneCut(long rightMin, long downMin, int width, int height,
		int rightFactor, int downFactor, int[] values, boolean complete) {

	public static final int NO_ROI = RowLabels.NONE;
	public static final int UNKNOWN = -2;

	/** The value of a pixel, {@link #UNKNOWN} outside. */
	public int at(final long right, final long down) {
		final long u = right - rightMin;
		final long v = down - downMin;
		return u < 0 || v < 0 || u >= width || v >= height ? UNKNOWN
			: values[(int) (u + width * v)];
	}

	/** Where a voxel of the full resolution lies among the pixels. */
	public double right(final double voxel) {
		return (voxel + 0.5) / rightFactor - 0.5;
	}

	/** As {@link #right}. */
	public double down(final double voxel) {
		return (voxel + 0.5) / downFactor - 0.5;
	}
}
