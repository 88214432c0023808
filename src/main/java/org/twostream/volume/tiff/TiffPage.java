
package org.twostream.volume.tiff;

import java.nio.ByteOrder;

import org.twostream.volume.StoredType;

/**
 * One image of the file. It is cut into cells, which are its tiles, or its
 * strips as tiles of the whole width.
 *
 * @param width pixels
 * @param height pixels
 * @param type of the grey values
 * @param order of their bytes
 * @param compression TIFF's number
 * @param predictor TIFF's number, 1 for none
 * @param cellWidth pixels; cells at the right end are whole
 * @param cellHeight pixels; strips at the lower end are cut off
 * @param tiled whether cells are tiles
 * @param offsets of the cells in the file, row by row
 * @param counts of their bytes
 * @param reduced whether it is a smaller copy of another page
 */
@SuppressWarnings("ArrayRecordComponent")
record TiffPage(int width, int height, StoredType type, ByteOrder order,
		int compression, int predictor, int cellWidth, int cellHeight,
		boolean tiled, long[] offsets, long[] counts, boolean reduced) {

	static final int UNCOMPRESSED = 1;
	static final int LZW = 5;
	static final int DEFLATE = 8;
	static final int OLD_DEFLATE = 32946;
	static final int PACKBITS = 32773;

	int cellsAcross() {
		return (width + cellWidth - 1) / cellWidth;
	}

	int cellsDown() {
		return (height + cellHeight - 1) / cellHeight;
	}

	/** Rows that a cell holds. */
	int rows(final int cell) {
		return tiled ? cellHeight : Math.min(cellHeight, height - cell /
			cellsAcross() * cellHeight);
	}

	/** Bytes of a row of a cell when decoded. */
	int rowBytes() {
		return cellWidth * type.bytes();
	}

	/** Whether another page has the same size and type. */
	boolean isLike(final TiffPage other) {
		return width == other.width && height == other.height && type == other.type;
	}

	/** The same page with its pixels elsewhere in one piece. */
	TiffPage movedTo(final long offset) {
		final long bytes = (long) width * height * type.bytes();
		return new TiffPage(width, height, type, order, compression, predictor,
			width, height, false, new long[] { offset }, new long[] { bytes }, false);
	}
}
