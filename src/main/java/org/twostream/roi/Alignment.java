
package org.twostream.roi;

import java.io.Serializable;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.twostream.core.VoxelSize;

/**
 * How an object's best slice is turned (Lin et al., ECCV 2020, supplement): the
 * first principal axis of its mask becomes vertical and, where there are sides,
 * the pre-synaptic one comes to lie left. The rules for what that leaves open:
 * <ul>
 * <li>without sides the angle is above -90 and up to 90: an object is never
 * turned upside down, a horizontal one is turned by +90;</li>
 * <li>a round object, whose two variances differ by less than a millionth,
 * keeps its orientation (0); with sides it is turned so that the way from the
 * pre- to the post-synaptic centroid points right;</li>
 * <li>when the centroids of the sides lie above each other after turning, or
 * coincide, nothing more is done.</li>
 * </ul>
 *
 * @param angle degrees, counter-clockwise as seen with y down; above -180 up to
 *          180
 * @param widthNm extent of the turned mask, from voxel edge to voxel edge of
 *          upright voxels
 * @param heightNm as widthNm
 */
public record Alignment(double angle, double widthNm, double heightNm)
		implements
			Serializable {

	private static final double ROUND = 1e-6;
	private static final double LEVEL_NM = 1e-6;

	/**
	 * @param mask the object in its best slice
	 */
	static Alignment of(final SliceMask mask, final VoxelSize voxelSize) {
		double angle = 0;
		final double[] axis = firstAxis(mask, voxelSize);
		final double xAcross = mask.xPreToPost() * voxelSize.x();
		final double yAcross = mask.yPreToPost() * voxelSize.y();
		if (axis.length > 0) {
			angle = upright(90 - degrees(axis[0], axis[1]));
			final double radians = StrictMath.toRadians(angle);
			final double right = xAcross * StrictMath.cos(radians) + yAcross *
				StrictMath.sin(radians);
			if (right < -LEVEL_NM) angle = angle > 0 ? angle - 180 : angle + 180;
		}
		else if (Math.hypot(xAcross, yAcross) > LEVEL_NM) {
			angle = -degrees(xAcross, yAcross);
			if (angle <= -180) angle = 180;
		}
		return turned(mask, voxelSize, angle + 0.0);
	}

	/** Direction as seen, counter-clockwise from the right. */
	private static double degrees(final double x, final double y) {
		return StrictMath.toDegrees(StrictMath.atan2(-y, x));
	}

	private static double upright(final double angle) {
		double a = angle;
		while (a > 90)
			a -= 180;
		while (a <= -90)
			a += 180;
		return a;
	}

	/** First principal axis in nm, empty if there is none. */
	private static double[] firstAxis(final SliceMask mask,
		final VoxelSize voxelSize)
	{
		final double[] c = mask.covariance();
		final double xx = c[0] * voxelSize.x() * voxelSize.x();
		final double xy = c[1] * voxelSize.x() * voxelSize.y();
		final double yy = c[2] * voxelSize.y() * voxelSize.y();
		final EigenDecomposition pca = new EigenDecomposition(
			new Array2DRowRealMatrix(new double[][] { { xx, xy }, { xy, yy } }));
		final int first = pca.getRealEigenvalue(0) >= pca.getRealEigenvalue(1) ? 0
			: 1;
		final double large = pca.getRealEigenvalue(first);
		final double small = pca.getRealEigenvalue(1 - first);
		return large - small <= ROUND * large ? new double[0] : pca.getEigenvector(
			first).toArray();
	}

	/** What a mask extends to when it is turned by this angle. */
	static Alignment turned(final SliceMask mask, final VoxelSize voxelSize,
		final double angle)
	{
		final double radians = StrictMath.toRadians(angle);
		final double cos = StrictMath.cos(radians);
		final double sin = StrictMath.sin(radians);
		final double[] range = mask.turned(voxelSize, cos, sin);
		return new Alignment(angle, range[1] - range[0] + voxelSize.x(), range[3] -
			range[2] + voxelSize.y());
	}

	/** Diagonal of the turned mask's extent, nm. */
	double diagonalNm() {
		return Math.hypot(widthNm, heightNm);
	}
}
