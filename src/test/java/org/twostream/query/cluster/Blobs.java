
package org.twostream.query.cluster;

import java.util.SplittableRandom;

import org.twostream.net.Matrix;

/** Points around far-apart middles: point i belongs to blob i % blobs. */
public final class Blobs {

	private Blobs() {}

	public static Matrix of(final int points, final int dimensions,
		final int blobs, final double spread, final long seed)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] middles = new double[blobs][dimensions];
		for (final double[] middle : middles)
			for (int j = 0; j < dimensions; j++)
				middle[j] = random.nextDouble(-50, 50);
		final float[][] rows = new float[points][dimensions];
		for (int i = 0; i < points; i++)
			for (int j = 0; j < dimensions; j++)
				rows[i][j] = (float) (middles[i % blobs][j] + spread * random
					.nextDouble(-1, 1));
		return new Matrix(rows, dimensions);
	}
}
