
package org.twostream.volume.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Turns the bytes of a cell into its pixels, in the file's byte order.
 * Stateless.
 */
final class TiffDecoder {

	private TiffDecoder() {}

	/**
	 * @param encoded the cell as it lies in the file
	 * @param n length of the result
	 * @throws IOException if it is damaged or cut off
	 */
	static byte[] decode(final TiffPage page, final byte[] encoded, final int n)
		throws IOException
	{
		final byte[] pixels = new byte[n];
		switch (page.compression()) {
			case TiffPage.UNCOMPRESSED -> System.arraycopy(encoded, 0, pixels, 0, n);
			case TiffPage.LZW -> new TiffLzw(encoded).decode(pixels);
			case TiffPage.PACKBITS -> packBits(encoded, pixels);
			default -> inflate(encoded, pixels);
		}
		if (page.predictor() == 2) undoDifferences(page, pixels);
		if (page.predictor() == 3) undoFloatPredictor(page, pixels);
		return pixels;
	}

	private static void inflate(final byte[] encoded, final byte[] pixels)
		throws IOException
	{
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(encoded);
			int n = 0;
			while (n < pixels.length) {
				final int got = inflater.inflate(pixels, n, pixels.length - n);
				if (got == 0) throw new IOException("its deflate stream ends early");
				n += got;
			}
		}
		catch (final DataFormatException e) {
			throw new IOException("deflate: " + e.getMessage(), e);
		}
		finally {
			inflater.end();
		}
	}

	private static void packBits(final byte[] encoded, final byte[] pixels)
		throws IOException
	{
		int from = 0;
		int n = 0;
		try {
			while (n < pixels.length) {
				final int code = encoded[from++];
				if (code >= 0) {
					System.arraycopy(encoded, from, pixels, n, code + 1);
					from += code + 1;
					n += code + 1;
				}
				else if (code != -128) {
					java.util.Arrays.fill(pixels, n, n + 1 - code, encoded[from++]);
					n += 1 - code;
				}
			}
		}
		catch (final IndexOutOfBoundsException e) {
			throw new IOException("its PackBits data are damaged", e);
		}
	}

	/** Predictor 2: each pixel is stored as its difference to the left one. */
	private static void undoDifferences(final TiffPage page,
		final byte[] pixels)
	{
		final int bytes = page.type().bytes();
		final int row = page.rowBytes();
		final ByteBuffer b = ByteBuffer.wrap(pixels).order(page.order());
		for (int start = 0; start + row <= pixels.length; start += row)
			for (int i = start + bytes; i < start + row; i += bytes)
				switch (bytes) {
					case 1 -> pixels[i] += pixels[i - 1];
					case 2 -> b.putShort(i, (short) (b.getShort(i) + b.getShort(i - 2)));
					case 4 -> b.putInt(i, b.getInt(i) + b.getInt(i - 4));
					default -> b.putLong(i, b.getLong(i) + b.getLong(i - 8));
				}
	}

	/**
	 * Predictor 3 (Adobe Photoshop TIFF Technical Note 3): the bytes of a row are
	 * sorted by weight, highest first, and differenced.
	 */
	private static void undoFloatPredictor(final TiffPage page,
		final byte[] pixels)
	{
		final int bytes = page.type().bytes();
		final int row = page.rowBytes();
		final int width = row / bytes;
		final boolean little = page.order() == ByteOrder.LITTLE_ENDIAN;
		final byte[] sorted = new byte[row];
		for (int start = 0; start + row <= pixels.length; start += row) {
			for (int i = start + 1; i < start + row; i++)
				pixels[i] += pixels[i - 1];
			System.arraycopy(pixels, start, sorted, 0, row);
			for (int x = 0; x < width; x++)
				for (int k = 0; k < bytes; k++)
					pixels[start + x * bytes + (little ? bytes - 1 - k : k)] = sorted[k *
						width + x];
		}
	}
}
