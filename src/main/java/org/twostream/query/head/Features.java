
package org.twostream.query.head;

import java.util.List;

import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.KMeans;
import org.twostream.query.cluster.Workers;

/**
 * The features z of a linear head: each embedding centred, reduced to at most
 * {@link #COMPONENTS} principal components and divided by one number, so that
 * its norm is 1 in the quadratic mean for the first stream, the masks, and
 * {@link #FURTHER} for others; then one after the other. Neither stream drowns
 * the other, and a dimension that the encoder leaves unused stays small, which
 * dividing each by its own deviation would undo. Which layer the papers'
 * samplers take for ROIs is not stated (model.md section 4); that masks count
 * for more was measured (docs/results/experiments.md, Strategies).
 */
public final class Features {

	/** Principal components of a stream at most. */
	public static final int COMPONENTS = 64;

	/** Norm of every stream after the first, in the quadratic mean. */
	public static final double FURTHER = 0.5;

	private Features() {}

	/**
	 * @param streams embeddings with the same rows, finite; the masks' first
	 * @param seed draws the rows that the components are found from
	 * @return one row per row of the streams; what a stream gives is 0 where all
	 *         its rows are equal
	 * @throws org.twostream.core.UserError if a value is NaN or infinite
	 */
	public static Matrix of(final List<Matrix> streams, final Seed seed,
		final Workers workers)
	{
		final int rows = streams.get(0).rows();
		int columns = 0;
		for (final Matrix stream : streams)
			columns += Math.min(COMPONENTS, stream.columns());
		final float[][] z = new float[rows][columns];
		int first = 0;
		for (final Matrix stream : streams) {
			KMeans.check(stream);
			final Components components = Components.of(stream, COMPONENTS, seed,
				workers);
			final int at = first;
			workers.forEach((rows + 999) / 1000, b -> {
				for (int i = b * 1000; i < Math.min(rows, b * 1000 + 1000); i++)
					components.project(stream.row(i), z[i], at);
			});
			scale(z, first, components.count(), first == 0 ? 1 : FURTHER);
			first += components.count();
		}
		return new Matrix(z, columns);
	}

	private static void scale(final float[][] z, final int first, final int count,
		final double norm)
	{
		double sum = 0;
		for (final float[] row : z)
			for (int j = first; j < first + count; j++)
				sum += (double) row[j] * row[j];
		if (sum == 0) return;
		final float factor = (float) (norm / Math.sqrt(sum / z.length));
		for (final float[] row : z)
			for (int j = first; j < first + count; j++)
				row[j] *= factor;
	}
}
