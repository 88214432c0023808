
package org.twostream.net;

/**
 * float32 rows x columns on the host, for embeddings (ROI x latent). Rows are
 * shared arrays: separate ones, because loops over them run several times
 * faster than over offsets into one. Not copied; whoever makes a matrix no
 * longer writes to its rows.
 */
public final class Matrix {

	private final float[][] rows;
	private final int columns;

	/**
	 * @throws IllegalArgumentException if rows differ in length
	 */
	public Matrix(final float[][] rows, final int columns) {
		for (final float[] row : rows)
			if (row.length != columns) throw new IllegalArgumentException(
				"A row of " + row.length + " in a matrix of " + columns + " columns");
		this.rows = rows;
		this.columns = columns;
	}

	public int rows() {
		return rows.length;
	}

	public int columns() {
		return columns;
	}

	/** The shared row. */
	public float[] row(final int i) {
		return rows[i];
	}

	/** The rows of these indices, shared. */
	public Matrix select(final int[] indices) {
		final float[][] chosen = new float[indices.length][];
		for (int i = 0; i < indices.length; i++)
			chosen[i] = rows[indices[i]];
		return new Matrix(chosen, columns);
	}
}
