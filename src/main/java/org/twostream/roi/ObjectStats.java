
package org.twostream.roi;

import java.io.Serializable;
import java.util.Arrays;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * What is known of a set of voxels, gathered run by run and merged across
 * blocks. All sums are whole numbers, so the order of gathering does not
 * matter. Coordinates are those of the volume.
 */
final class ObjectStats implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Of the object among those of its volume, from 1; 0 until numbered. */
	int number;
	long voxels;
	/** Voxels on the pre- and post-synaptic side; both 0 without sides. */
	long pre;
	long post;
	long xMin = Long.MAX_VALUE;
	long yMin = Long.MAX_VALUE;
	long zMin = Long.MAX_VALUE;
	long xMax = Long.MIN_VALUE;
	long yMax = Long.MIN_VALUE;
	long zMax = Long.MIN_VALUE;
	long xSum;
	long ySum;
	long zSum;
	/**
	 * Second moments about the origin, modulo 2^64: moments about the box's
	 * corner, which fit, come out right.
	 */
	long xx;
	long yy;
	long zz;
	long xy;
	long xz;
	long yz;
	long probabilitySum;
	int probabilityMax;
	/** Of the raw volume, where it was looked at. */
	final IntensitySums intensity = new IntensitySums();
	/** Sum of {@link MaskHash} in coordinates of the volume. */
	long hash;
	/** First voxel in scan order: z, then y, then x. */
	long xFirst;
	long yFirst;
	private long firstSection;
	private long[] area = {};

	/** Voxels x0..x1-1 of one row; hash and probabilities are added apart. */
	void add(final long x0, final long x1, final long y, final long z) {
		final long n = x1 - x0;
		first(x0, y, z);
		section(z, n);
		voxels += n;
		xMin = Math.min(xMin, x0);
		xMax = Math.max(xMax, x1);
		yMin = Math.min(yMin, y);
		yMax = Math.max(yMax, y + 1);
		zMin = Math.min(zMin, z);
		zMax = Math.max(zMax, z + 1);
		final long sum = (x0 + x1 - 1) * n / 2;
		xSum += sum;
		ySum += y * n;
		zSum += z * n;
		final long fromFirst = n * (n - 1) / 2;
		xx += n * x0 * x0 + 2 * x0 * fromFirst + fromFirst * (2 * n - 1) / 3;
		yy += n * y * y;
		zz += n * z * z;
		xy += sum * y;
		xz += sum * z;
		yz += n * y * z;
	}

	/**
	 * The voxels of a run of a bundle of rows, one or more; the first of all is
	 * told apart, by {@link #first}.
	 *
	 * @param x0 what is added to the shape's x
	 * @param y of the bundle's first row
	 * @param z of the bundle's first row
	 */
	void add(final RunShape s, final long x0, final long y, final long z) {
		final long n = s.n;
		if (n > s.nz) section(z, n - s.nz);
		if (s.nz > 0) section(z + 1, s.nz);
		voxels += n;
		xMin = Math.min(xMin, x0 + s.xMin);
		xMax = Math.max(xMax, x0 + s.xMax);
		yMin = Math.min(yMin, n > s.ny ? y : y + 1);
		yMax = Math.max(yMax, s.ny > 0 ? y + 2 : y + 1);
		zMin = Math.min(zMin, n > s.nz ? z : z + 1);
		zMax = Math.max(zMax, s.nz > 0 ? z + 2 : z + 1);
		final long x = s.x + n * x0;
		xSum += x;
		ySum += n * y + s.ny;
		zSum += n * z + s.nz;
		xx += s.xx + 2 * x0 * s.x + n * x0 * x0;
		yy += n * y * y + (2 * y + 1) * s.ny;
		zz += n * z * z + (2 * z + 1) * s.nz;
		xy += x * y + s.xy + x0 * s.ny;
		xz += x * z + s.xz + x0 * s.nz;
		yz += n * y * z + y * s.nz + z * s.ny + s.nyz;
	}

	/**
	 * Whether a bundle's rows may hold a voxel that comes before all that were
	 * added.
	 */
	boolean mayBegin(final long y, final long z) {
		return zMin > z || zMin == z && yFirst >= y;
	}

	/** Takes note of a voxel that is about to be added. */
	void first(final long x, final long y, final long z) {
		if (voxels > 0 && !before(z, y, x)) return;
		xFirst = x;
		yFirst = y;
	}

	// zMin is the first voxel's section, whatever came in which order
	private boolean before(final long z, final long y, final long x) {
		return z != zMin ? z < zMin : y != yFirst ? y < yFirst : x < xFirst;
	}

	private void section(final long z, final long n) {
		if (area.length == 0) {
			firstSection = z;
			area = new long[1];
		}
		else if (z < firstSection) {
			final int more = (int) (firstSection - z);
			final long[] longer = new long[area.length + more];
			System.arraycopy(area, 0, longer, more, area.length);
			area = longer;
			firstSection = z;
		}
		else if (z - firstSection >= area.length) {
			area = Arrays.copyOf(area, (int) Math.max(z - firstSection + 1,
				area.length + area.length / 2));
		}
		area[(int) (z - firstSection)] += n;
	}

	/** Takes in the voxels of another set that shares none with this one. */
	void add(final ObjectStats other) {
		if (other.voxels == 0) return;
		first(other.xFirst, other.yFirst, other.zMin);
		section(other.zMax - 1, 0);
		for (int i = 0; i < other.area.length; i++)
			if (other.area[i] > 0) section(other.firstSection + i, other.area[i]);
		voxels += other.voxels;
		pre += other.pre;
		post += other.post;
		xMin = Math.min(xMin, other.xMin);
		xMax = Math.max(xMax, other.xMax);
		yMin = Math.min(yMin, other.yMin);
		yMax = Math.max(yMax, other.yMax);
		zMin = Math.min(zMin, other.zMin);
		zMax = Math.max(zMax, other.zMax);
		xSum += other.xSum;
		ySum += other.ySum;
		zSum += other.zSum;
		xx += other.xx;
		yy += other.yy;
		zz += other.zz;
		xy += other.xy;
		xz += other.xz;
		yz += other.yz;
		probabilitySum += other.probabilitySum;
		probabilityMax = Math.max(probabilityMax, other.probabilityMax);
		hash = MaskHash.add(hash, other.hash);
		intensity.add(other.intensity);
	}

	Box box() {
		return new Box(xMin, yMin, zMin, xMax, yMax, zMax);
	}

	/** Mean place, x, y, z in voxels. */
	double[] centroid() {
		final double n = voxels;
		return new double[] { xSum / n, ySum / n, zSum / n };
	}

	/** The section of largest area, the lowest of several. */
	long bestSlice() {
		int best = 0;
		for (int i = 1; i < area.length; i++)
			if (area[i] > area[best]) best = i;
		return firstSection + best;
	}

	/**
	 * Covariance of the voxels' places, voxels^2: xx, yy, zz, xy, xz, yz; voxels
	 * count as points, so that a single one has none.
	 */
	double[] covariance() {
		return new double[] { covariance(xx, xSum, xMin, xSum, xMin), covariance(yy,
			ySum, yMin, ySum, yMin), covariance(zz, zSum, zMin, zSum, zMin),
			covariance(xy, xSum, xMin, ySum, yMin), covariance(xz, xSum, xMin, zSum,
				zMin), covariance(yz, ySum, yMin, zSum, zMin) };
	}

	private double covariance(final long product, final long aSum, final long a,
		final long bSum, final long b)
	{
		final double n = voxels;
		return (product - a * bSum - b * aSum + voxels * a * b) / n - (aSum -
			voxels * a) / n * ((bSum - voxels * b) / n);
	}

	/** Independent of where the set lies. */
	String maskHash() {
		return MaskHash.text(MaskHash.multiply(hash, MaskHash.factor(-xMin, -yMin,
			-zMin)));
	}

	/**
	 * As an ROI, whose angle is 0.
	 *
	 * @param volume that it lies in
	 * @param sides whether there are sides
	 */
	Roi roi(final long id, final VoxelSize size, final Box volume,
		final boolean sides)
	{
		final double[] c = centroid();
		final double n = voxels;
		return new Roi(id, box(), c[0] * size.x(), c[1] * size.y(), c[2] * size.z(),
			voxels, probabilitySum / n / 255, probabilityMax / 255.0, bestSlice(), 0,
			touchesBorder(volume), sides && (pre == 0 || post == 0), maskHash(),
			intensity.mean(), intensity.deviation());
	}

	private boolean touchesBorder(final Box volume) {
		return xMin == volume.xMin() || yMin == volume.yMin() || zMin == volume
			.zMin() || xMax == volume.xMax() || yMax == volume.yMax() ||
			zMax == volume.zMax();
	}

	/** Negative when this set's first voxel is met before the other's. */
	int compareFirst(final ObjectStats other) {
		final int z = Long.compare(zMin, other.zMin);
		if (z != 0) return z;
		final int y = Long.compare(yFirst, other.yFirst);
		return y != 0 ? y : Long.compare(xFirst, other.xFirst);
	}
}
