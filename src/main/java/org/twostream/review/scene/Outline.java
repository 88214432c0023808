
package org.twostream.review.scene;

/**
 * A closed line around a part of an ROI, or around a hole in it, along the
 * edges of voxels; the last point is joined to the first. The ROI lies to the
 * right of the way along the line (y down).
 *
 * @param row of the ROI table
 * @param right where the points lie, voxels; their edges are at halves
 * @param down as right
 */
@SuppressWarnings("ArrayRecordComponent")
public record Outline(int row, double[] right, double[] down) {

	/** Around a rectangle of voxels. */
	static Outline around(final int row, final PlaneRegion r) {
		final double left = r.rightMin() - 0.5;
		final double top = r.downMin() - 0.5;
		final double end = r.rightMax() - 0.5;
		final double bottom = r.downMax() - 0.5;
		return new Outline(row, new double[] { left, end, end, left },
			new double[] { top, top, bottom, bottom });
	}

	/** The same in other coordinates: times factor, plus offset. */
	Outline moved(final double rightOffset, final double downOffset,
		final double factor)
	{
		final double[] u = new double[right.length];
		final double[] v = new double[right.length];
		for (int i = 0; i < u.length; i++) {
			u[i] = right[i] * factor + rightOffset;
			v[i] = down[i] * factor + downOffset;
		}
		return new Outline(row, u, v);
	}
}
