
package org.twostream.segment;

import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.net.Architecture;
import org.twostream.net.Tensor;

/**
 * How much each voxel says in the training of hybrid and plain U-Nets: 0.01 +
 * class balance + edges (Guay et al. 2021, equations 4.4 and 4.5; reference
 * model.md 6.2).
 * <p>
 * Printed for seven classes, with edges between background and cell and between
 * cell and organelles. Our labels know an object (of polarity, either side) and
 * what is not one, so there are the two terms between those. Balance: 1 for the
 * rarer of the two in the labelled volume, for the other the ratio of their
 * counts. Edges, section by section: 0.882 x the share of the other kind in a
 * Gaussian of 6 pixels about the voxel, less 0.25, stretched so that the
 * largest value stays. The section ends at the window, where it is reflected.
 * Immutable.
 */
public final class VoxelWeights {

	private static final double LEAST = 0.01;
	private static final double FACTOR = 0.882;
	private static final double ALPHA = 0.25;
	private static final double SIGMA = 6;
	private static final int RADIUS = (int) (4 * SIGMA);

	private final double object;
	private final double background;

	/**
	 * @param object voxels of objects in the labelled volume, 0 or more
	 * @param all voxels with a say, at least as many
	 */
	VoxelWeights(final long object, final long all) {
		final double rarer = Math.max(1, Math.min(object, all - object));
		this.object = rarer / Math.max(1, object);
		background = rarer / Math.max(1, all - object);
	}

	/**
	 * Counts the voxels of labelled volumes, where a network has use for it.
	 *
	 * @return empty for networks whose voxels all weigh the same
	 * @throws org.twostream.core.Cancelled between two parts of sections
	 */
	public static Optional<VoxelWeights> of(final Architecture architecture,
		final List<LabelledVolume> volumes, final Progress progress)
	{
		return architecture.weighsVoxels() ? Optional.of(of(volumes, progress))
			: Optional.empty();
	}

	static VoxelWeights of(final List<LabelledVolume> volumes,
		final Progress progress)
	{
		long object = 0;
		long all = 0;
		for (final LabelledVolume v : volumes) {
			final Box r = v.region();
			for (long z = r.zMin(); z < r.zMax(); z++)
				// A row of blocks at a time keeps arrays small in wide volumes.
				for (long y = r.yMin(); y < r.yMax(); y += 256) {
					progress.check();
					final Box box = new Box(r.xMin(), y, z, r.xMax(), Math.min(y + 256, r
						.yMax()), z + 1);
					final byte[] codes = new byte[box.arrayLength()];
					v.codes().read(box, codes);
					object += TargetCodes.countForeground(codes);
					for (final byte code : codes)
						if (code != TargetCodes.NO_SAY) all++;
				}
		}
		return new VoxelWeights(object, all);
	}

	/**
	 * @param target (batch, channels, z, y, x), 0, 1 or NaN; the last channel
	 *          says where an object is
	 * @return (batch, 1, z, y, x), 0.01..1.9; of voxels without a say what they
	 *         would have as background
	 */
	public Tensor of(final Tensor target) {
		final int channels = target.size(1);
		final int rows = target.size(3);
		final int columns = target.size(4);
		final int n = rows * columns;
		final int sections = target.size(2);
		final Tensor weights = Tensor.zeros(target.size(0), 1, sections, rows,
			columns);
		final float[] objects = new float[n];
		for (int s = 0; s < target.size(0) * sections; s++) {
			final int from = ((s / sections * channels + channels - 1) * sections +
				s % sections) * n;
			for (int i = 0; i < n; i++)
				objects[i] = target.values()[from + i] > 0.5f ? 1 : 0;
			section(objects, rows, columns, weights.values(), s * n);
		}
		return weights;
	}

	private void section(final float[] objects, final int rows, final int columns,
		final float[] weights, final int to)
	{
		final float[] share = blurred(blurred(objects, columns, 1, rows, columns),
			rows, columns, columns, 1);
		double largest = 0;
		for (int i = 0; i < share.length; i++) {
			share[i] = (float) (FACTOR * (objects[i] > 0 ? 1 - share[i] : share[i]));
			largest = Math.max(largest, share[i]);
		}
		final double stretch = largest > ALPHA ? largest / (largest - ALPHA) : 0;
		for (int i = 0; i < share.length; i++)
			weights[to + i] = (float) (LEAST + (objects[i] > 0 ? object
				: background) + Math.max(0, share[i] - ALPHA) * stretch);
	}

	/**
	 * Gaussian along one axis.
	 *
	 * @param length of the axis, whose voxels lie {@code step} apart
	 * @param lines other voxels, whose lines begin {@code apart} voxels apart
	 */
	private static float[] blurred(final float[] values, final int length,
		final int step, final int lines, final int apart)
	{
		final double[] kernel = kernel();
		final float[] result = new float[values.length];
		for (int l = 0; l < lines; l++)
			for (int i = 0; i < length; i++) {
				double sum = 0;
				for (int k = -RADIUS; k <= RADIUS; k++)
					sum += kernel[k + RADIUS] * values[l * apart + step * reflected(i + k,
						length)];
				result[l * apart + i * step] = (float) sum;
			}
		return result;
	}

	private static double[] kernel() {
		final double[] kernel = new double[2 * RADIUS + 1];
		double sum = 0;
		for (int k = -RADIUS; k <= RADIUS; k++) {
			kernel[k + RADIUS] = Math.exp(-k * k / (2 * SIGMA * SIGMA));
			sum += kernel[k + RADIUS];
		}
		for (int k = 0; k < kernel.length; k++)
			kernel[k] /= sum;
		return kernel;
	}

	// d c b a | a b c d | d c b a
	private static int reflected(final int i, final int length) {
		final int j = Math.floorMod(i, 2 * length);
		return j < length ? j : 2 * length - 1 - j;
	}
}
