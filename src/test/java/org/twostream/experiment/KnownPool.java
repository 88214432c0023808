
package org.twostream.experiment;

import java.util.SplittableRandom;

import org.twostream.net.Matrix;
import org.twostream.query.Embeddings;

/**
 * Pools whose clusters are known: what an ROI is follows from its mask's kind
 * and, inside it, from its image's kind.
 */
final class KnownPool {

	private static final int MASKS = 6;

	private KnownPool() {}

	/**
	 * ROIs of six mask kinds with two image kinds each; in kinds 0 and 3 one of
	 * the two image kinds is false, in the others both are real.
	 */
	static Pool of(final int rois, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[][] mask = new float[rois][2];
		final float[][] image = new float[rois][20];
		final boolean[] real = new boolean[rois];
		for (int i = 0; i < rois; i++) {
			final int m = i % MASKS;
			final int k = i / MASKS % 2;
			mask[i][0] = 100 * m + (float) random.nextDouble();
			mask[i][1] = (float) random.nextDouble();
			for (int j = 0; j < image[i].length; j++)
				image[i][j] = (float) random.nextGaussian();
			image[i][0] += 60 * k;
			real[i] = !(m % 3 == 0 && k == 1);
		}
		return new Pool(new Embeddings(new Matrix(mask, 2), new Matrix(image, 20)),
			real);
	}
}
