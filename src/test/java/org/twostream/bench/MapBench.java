
package org.twostream.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.query.map.MapLayout;
import org.twostream.query.map.PlaneLayout;
import org.twostream.query.map.UmapLayout;

/**
 * Seconds to lay out a map of made-up embeddings, 300 Gaussian blobs that
 * overlap. Arguments: ROIs, dimensions of the mask embedding and of the image
 * embedding, threads.
 */
public final class MapBench {

	private MapBench() {}

	public static void main(final String... args) {
		final int n = Integer.parseInt(args[0]);
		final List<Matrix> streams = List.of(blobs(n, Integer.parseInt(args[1]), 1),
			blobs(n, Integer.parseInt(args[2]), 2));
		for (final MapLayout layout : List.of(new PlaneLayout(), new UmapLayout(
			UmapLayout.USUAL_NEIGHBOURS)))
		{
			final long start = System.nanoTime();
			final EmbeddingMap map = EmbeddingMap.of(streams, IntStream.range(0, n)
				.toArray(), layout, new Seed(1), Integer.parseInt(args[3]),
				Progress.NONE);
			System.out.printf("%s of %d ROIs: %.1f s%n", layout.name(), map.size(),
				(System.nanoTime() - start) * 1e-9);
		}
	}

	private static Matrix blobs(final int n, final int d, final long seed) {
		final SplittableRandom random = new Seed(seed).random();
		final float[][] middles = new float[300][d];
		for (final float[] middle : middles)
			fill(middle, random);
		final float[][] rows = new float[n][d];
		for (final float[] row : rows) {
			fill(row, random);
			final float[] middle = middles[random.nextInt(middles.length)];
			for (int j = 0; j < d; j++)
				row[j] += middle[j];
		}
		return new Matrix(rows, d);
	}

	private static void fill(final float[] row, final SplittableRandom random) {
		for (int j = 0; j < row.length; j++)
			row[j] = (float) random.nextGaussian();
	}
}
