
package org.twostream.roi;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * The mask of one ROI in one section, with the sums that alignment needs.
 * Voxels are 0 outside, 1 inside (or pre-synaptic), 2 post-synaptic. Not to be
 * changed once other threads see it.
 */
final class SliceMask {

	/** Bytes of everything but the voxels, about. */
	private static final int OVERHEAD = 256;

	/** As small as it can be. */
	private final Box box;
	private final byte[] voxels;
	private final int width;
	private final double x;
	private final double y;
	private final double[] covariance = new double[3];
	private final boolean bothSides;
	private double xPreToPost;
	private double yPreToPost;

	/**
	 * @param box one section
	 * @param voxels of the box, at least one not 0
	 * @throws IllegalArgumentException if all are 0
	 */
	SliceMask(final Box box, final byte[] voxels) {
		this.box = around(box, voxels);
		width = (int) this.box.xSize();
		this.voxels = cropped(voxels, box, this.box);
		final SideSums sums = new SideSums();
		sums.add(this.box, this.voxels);
		x = sums.x();
		y = sums.y();
		addSquares();
		for (int i = 0; i < 3; i++)
			covariance[i] /= sums.voxels();
		bothSides = sums.hasBothSides();
		setAcross(sums);
	}

	private static Box around(final Box box, final byte[] voxels) {
		final int n = (int) box.xSize();
		int xMin = n;
		int xMax = -1;
		int yMin = -1;
		int yMax = -1;
		for (int i = 0; i < voxels.length; i++) {
			if (voxels[i] == 0) continue;
			if (yMin < 0) yMin = i / n;
			yMax = i / n;
			xMin = Math.min(xMin, i % n);
			xMax = Math.max(xMax, i % n);
		}
		if (yMin < 0) throw new IllegalArgumentException(
			"No voxel of the mask in " + box);
		return new Box(box.xMin() + xMin, box.yMin() + yMin, box.zMin(), box
			.xMin() + xMax + 1, box.yMin() + yMax + 1, box.zMax());
	}

	private static byte[] cropped(final byte[] voxels, final Box from,
		final Box to)
	{
		final byte[] part = new byte[to.arrayLength()];
		final int n = (int) to.xSize();
		for (int row = 0; row < to.ySize(); row++)
			System.arraycopy(voxels, (int) (to.xMin() - from.xMin() + from.xSize() *
				(to.yMin() + row - from.yMin())), part, row * n, n);
		return part;
	}

	private void addSquares() {
		int i = 0;
		for (long vy = box.yMin(); vy < box.yMax(); vy++)
			for (long vx = box.xMin(); vx < box.xMax(); vx++) {
				if (voxels[i++] == 0) continue;
				covariance[0] += (vx - x) * (vx - x);
				covariance[1] += (vx - x) * (vy - y);
				covariance[2] += (vy - y) * (vy - y);
			}
	}

	/** Takes the way between the sides from elsewhere. */
	void setAcross(final SideSums sums) {
		xPreToPost = sums.xPreToPost();
		yPreToPost = sums.yPreToPost();
	}

	boolean hasBothSides() {
		return bothSides;
	}

	/** Whether it is in an ROI's best slice. */
	boolean isOf(final Roi roi) {
		return box.zMin() == roi.bestSlice() && roi.box().contains(box);
	}

	/** Memory, about. */
	long bytes() {
		return voxels.length + OVERHEAD;
	}

	/** Centroid, voxels of the volume. */
	double x() {
		return x;
	}

	/** Centroid, voxels of the volume. */
	double y() {
		return y;
	}

	/** Variance of x, covariance of x and y, variance of y; voxels. */
	double[] covariance() {
		return covariance.clone();
	}

	/** From the centroid of side 1 to that of side 2; 0 if one is missing. */
	double xPreToPost() {
		return xPreToPost;
	}

	/** As {@link #xPreToPost}. */
	double yPreToPost() {
		return yPreToPost;
	}

	/**
	 * The least and the largest coordinate of the voxels' centres in the turned
	 * section: of x, then of y; nm.
	 */
	double[] turned(final VoxelSize size, final double cos, final double sin) {
		final double[] range = { Double.MAX_VALUE, -Double.MAX_VALUE,
			Double.MAX_VALUE, -Double.MAX_VALUE };
		for (int row = 0; row < voxels.length; row += width) {
			// nothing between the ends of a row lies farther out
			int first = row;
			while (first < row + width && voxels[first] == 0)
				first++;
			int last = row + width - 1;
			while (last >= first && voxels[last] == 0)
				last--;
			for (int i = first; i <= last; i += Math.max(1, last - first)) {
				final long vx = box.xMin() + i % width;
				final long vy = box.yMin() + i / width;
				final double u = vx * size.x() * cos + vy * size.y() * sin;
				final double v = vy * size.y() * cos - vx * size.x() * sin;
				range[0] = Math.min(range[0], u);
				range[1] = Math.max(range[1], u);
				range[2] = Math.min(range[2], v);
				range[3] = Math.max(range[3], v);
			}
		}
		return range;
	}

	/**
	 * The values nearest to a row of points, 0 outside the box.
	 *
	 * @param offset in the target, of the first; there is one for each x
	 */
	void at(final double[] xs, final double[] ys, final byte[] target,
		final int offset)
	{
		final double left = box.xMin();
		final double top = box.yMin();
		final double right = box.xMax();
		final double bottom = box.yMax();
		for (int i = 0; i < xs.length; i++) {
			final double px = Math.floor(xs[i] + 0.5);
			final double py = Math.floor(ys[i] + 0.5);
			target[offset + i] = px >= left && px < right && py >= top && py < bottom
				? voxels[(int) (px - left) + width * (int) (py - top)] : 0;
		}
	}
}
