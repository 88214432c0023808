
package org.twostream.query.cluster;

import java.util.Arrays;

import org.twostream.net.Matrix;

/**
 * Points ready for many distance computations: centred on their mean (so that
 * |x|^2 - 2 x.c + |c|^2 does not cancel) and transposed in blocks of
 * {@link #SIZE} points, one array per dimension, because loops along such
 * arrays are the ones that the JVM turns into vector instructions. Padded with
 * zeros. Threads may work on different blocks at once, not on the same.
 */
public final class PointBlocks {

	/**
	 * Points per block; also the unit of work of a thread. With its header of 16
	 * bytes an array of 16 m - 4 floats is a whole number of cache lines long, so
	 * that those of a block, made one after the other, are aligned alike.
	 */
	public static final int SIZE = 1004;

	/** Dimensions met by all centres before the next: 512 KB of a block. */
	private static final int PART = 128;

	private final int points;
	private final int dimensions;
	private final float[] mean;
	/**
	 * Block, dimension (padded to a multiple of 4), point in the block; behind
	 * the dimensions the four arrays for nearness.
	 */
	private final float[][][] blocks;
	private final float[] squaredNorms;

	public PointBlocks(final Matrix matrix, final Workers workers) {
		points = matrix.rows();
		dimensions = matrix.columns();
		mean = mean(matrix);
		blocks = new float[(points + SIZE - 1) / SIZE][][];
		squaredNorms = new float[points];
		workers.forEach(blocks.length, b -> {
			blocks[b] = transpose(matrix, b * SIZE);
			for (int p = 0; p < size(b); p++)
				squaredNorms[b * SIZE + p] = squaredNorm(blocks[b], p);
		});
	}

	private static float[] mean(final Matrix matrix) {
		final double[] sum = new double[matrix.columns()];
		for (int i = 0; i < matrix.rows(); i++) {
			final float[] row = matrix.row(i);
			for (int j = 0; j < row.length; j++)
				sum[j] += row[j];
		}
		final float[] mean = new float[sum.length];
		for (int j = 0; j < mean.length; j++)
			mean[j] = (float) (sum[j] / Math.max(1, matrix.rows()));
		return mean;
	}

	private float[][] transpose(final Matrix matrix, final int first) {
		final int n = Math.min(SIZE, points - first);
		final float[][] block = new float[padded(dimensions) + 4][(n + 19 & ~15) -
			4];
		for (int p = 0; p < n; p++) {
			final float[] row = matrix.row(first + p);
			for (int j = 0; j < dimensions; j++)
				block[j][p] = row[j] - mean[j];
		}
		return block;
	}

	private static float squaredNorm(final float[][] block, final int point) {
		double sum = 0;
		for (final float[] dimension : block)
			sum += (double) dimension[point] * dimension[point];
		return (float) sum;
	}

	/** The next multiple of 4. */
	public static int padded(final int n) {
		return (n + 3) & ~3;
	}

	public int points() {
		return points;
	}

	public int dimensions() {
		return dimensions;
	}

	public int count() {
		return blocks.length;
	}

	/** Points in the block that are no padding. */
	public int size(final int block) {
		return Math.min(SIZE, points - block * SIZE);
	}

	/** What was subtracted from every point. */
	public float[] mean() {
		return mean;
	}

	/** |x|^2 of the centred point. */
	public float squaredNorm(final int point) {
		return squaredNorms[point];
	}

	/** Mean variance of a dimension. */
	public double variance() {
		double sum = 0;
		for (int i = 0; i < points; i++)
			sum += squaredNorms[i];
		return points == 0 || dimensions == 0 ? 0 : sum / points / dimensions;
	}

	/** The centred point as a centre: its coordinates, padded with zeros. */
	public float[] point(final int i) {
		final float[][] block = blocks[i / SIZE];
		final float[] row = new float[block.length - 4];
		for (int j = 0; j < row.length; j++)
			row[j] = block[j][i % SIZE];
		return row;
	}

	/**
	 * How near all points of a block are to four centres: x.c - |c|^2 / 2, which
	 * is half of |x|^2 less the squared distance.
	 *
	 * @param first of the four, a multiple of 4
	 * @return four arrays, to be read before the next call for this block; they
	 *         may be longer than it
	 */
	public float[][] nearness(final int block, final Centres centres,
		final int first)
	{
		final float[][] x = blocks[block];
		final int d = x.length - 4;
		final float[][] near = Arrays.copyOfRange(x, d, d + 4);
		for (int i = 0; i < 4; i++)
			Arrays.fill(near[i], -0.5f * centres.squaredNorm(first + i));
		add(x, 0, d, centres, first, near[0], near[1], near[2], near[3]);
		return near;
	}

	/**
	 * The same for all centres. Goes through the dimensions in parts that stay in
	 * the second-level cache while every centre meets them: with all dimensions
	 * at once a block comes from slower memory for each four centres.
	 *
	 * @param near filled with an array per centre, padded to a multiple of four
	 *          centres, each at least as long as {@link #SIZE} or the block's own
	 */
	public void nearness(final int block, final Centres centres,
		final float[][] near)
	{
		final float[][] x = blocks[block];
		final int d = x.length - 4;
		for (int from = 0; from == 0 || from < d; from += PART)
			for (int c = 0; c < centres.count(); c += 4) {
				if (from == 0) for (int i = 0; i < 4; i++)
					Arrays.fill(near[c + i], 0, x[d].length, -0.5f * centres.squaredNorm(
						c + i));
				add(x, from, Math.min(d, from + PART), centres, c, near[c], near[c + 1],
					near[c + 2], near[c + 3]);
			}
	}

	private static void add(final float[][] x, final int from, final int to,
		final Centres centres, final int first, final float[] a, final float[] b,
		final float[] c, final float[] d)
	{
		final float[] p = centres.row(first), q = centres.row(first + 1), r =
			centres.row(first + 2), s = centres.row(first + 3);
		for (int j = from; j < to; j += 2)
			accumulate(a, b, c, d, x[j], x[j + 1], p[j], p[j + 1], q[j], q[j + 1],
				r[j], r[j + 1], s[j], s[j + 1], x[j].length);
	}

	/** The squared distance that a nearness stands for. */
	public float squaredDistance(final int point, final float nearness) {
		return Math.max(0, squaredNorms[point] - 2 * nearness);
	}

	// A small method of its own over separate arrays, all indexed alike: the form
	// that the compiler vectorises, whatever the caller looks like. With four
	// dimensions at once it no longer does (JDK 17), at a third of the speed.
	private static void accumulate(final float[] a, final float[] b,
		final float[] c, final float[] d, final float[] x, final float[] y,
		final float p0, final float p1, final float q0, final float q1,
		final float r0, final float r1, final float s0, final float s1,
		final int length)
	{
		for (int i = 0; i < length; i++) {
			final float u = x[i];
			final float v = y[i];
			a[i] = Math.fma(u, p0, Math.fma(v, p1, a[i]));
			b[i] = Math.fma(u, q0, Math.fma(v, q1, b[i]));
			c[i] = Math.fma(u, r0, Math.fma(v, r1, c[i]));
			d[i] = Math.fma(u, s0, Math.fma(v, s1, d[i]));
		}
	}
}
