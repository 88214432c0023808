
package org.twostream.query.cluster;

import org.twostream.net.Matrix;

/**
 * Cluster centres in the centred space of {@link PointBlocks}, padded to
 * multiples of four both ways. Not thread-safe while being written.
 */
public final class Centres {

	private final int count;
	private final float[][] rows;
	private final float[] squaredNorms;

	public Centres(final int count, final int dimensions) {
		this.count = count;
		rows = new float[PointBlocks.padded(count)][PointBlocks.padded(dimensions)];
		squaredNorms = new float[rows.length];
		// A padding row is never the nearest.
		for (int c = count; c < rows.length; c++)
			squaredNorms[c] = Float.POSITIVE_INFINITY;
	}

	/** Given centres, with the mean of the points subtracted. */
	public static Centres of(final Matrix matrix, final float[] mean) {
		final Centres centres = new Centres(matrix.rows(), matrix.columns());
		for (int c = 0; c < matrix.rows(); c++) {
			final float[] row = centres.rows[c];
			for (int j = 0; j < mean.length; j++)
				row[j] = matrix.row(c)[j] - mean[j];
			centres.set(c, row);
		}
		return centres;
	}

	public int count() {
		return count;
	}

	/** Padded; rows beyond the count are padding. */
	public float[] row(final int c) {
		return rows[c];
	}

	public float squaredNorm(final int c) {
		return squaredNorms[c];
	}

	/** Puts a padded row in place, which is shared. */
	public void set(final int c, final float[] row) {
		rows[c] = row;
		double sum = 0;
		for (final float v : row)
			sum += (double) v * v;
		squaredNorms[c] = (float) sum;
	}

	/** Squared distance between rows of two sets of centres. */
	double squaredShift(final Centres other) {
		double sum = 0;
		for (int c = 0; c < count; c++)
			for (int j = 0; j < rows[c].length; j++) {
				final double difference = (double) rows[c][j] - other.rows[c][j];
				sum += difference * difference;
			}
		return sum;
	}

	/** In the space of the points. */
	Matrix matrix(final float[] mean) {
		final float[][] original = new float[count][mean.length];
		for (int c = 0; c < count; c++)
			for (int j = 0; j < mean.length; j++)
				original[c][j] = rows[c][j] + mean[j];
		return new Matrix(original, mean.length);
	}
}
