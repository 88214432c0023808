
package org.twostream.query;

import org.twostream.net.Matrix;

/**
 * What the two encoders say of every ROI; row i of both is ROI i of the table.
 *
 * @param mask one row per ROI, the mask encoder's means (supervised stream)
 * @param image one row per ROI, the image encoder's means (unsupervised stream)
 */
public record Embeddings(Matrix mask, Matrix image) {

	/**
	 * @throws IllegalArgumentException if the numbers of rows differ
	 */
	public Embeddings {
		if (mask.rows() != image.rows()) throw new IllegalArgumentException(mask
			.rows() + " mask embeddings for " + image.rows() + " image embeddings");
	}

	/** Number of ROIs. */
	public int rois() {
		return mask.rows();
	}

	/** Both vectors of each ROI, one after the other, as they are. */
	Matrix concatenated() {
		final int m = mask.columns();
		final float[][] rows = new float[rois()][m + image.columns()];
		for (int i = 0; i < rows.length; i++) {
			System.arraycopy(mask.row(i), 0, rows[i], 0, m);
			System.arraycopy(image.row(i), 0, rows[i], m, image.columns());
		}
		return new Matrix(rows, m + image.columns());
	}
}
