
package org.twostream.volume.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.twostream.core.UserError;
import org.twostream.volume.StoredType;

/**
 * The pages of a file and what its first page says about it. All pages are
 * checked to lie inside the file, so a file that was cut off is refused when it
 * is opened.
 *
 * @param pages of full resolution, in file order
 * @param calibration of the first
 */
record TiffFile(List<TiffPage> pages, TiffCalibration calibration) {

	private static final int SUBFILE = 254;
	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	private static final int BITS = 258;
	private static final int COMPRESSION = 259;
	private static final int PHOTOMETRIC = 262;
	private static final int DESCRIPTION = 270;
	private static final int STRIP_OFFSETS = 273;
	private static final int SAMPLES = 277;
	private static final int ROWS_PER_STRIP = 278;
	private static final int STRIP_COUNTS = 279;
	private static final int X_RESOLUTION = 282;
	private static final int Y_RESOLUTION = 283;
	private static final int PREDICTOR = 317;
	private static final int TILE_WIDTH = 322;
	private static final int TILE_LENGTH = 323;
	private static final int TILE_OFFSETS = 324;
	private static final int TILE_COUNTS = 325;
	private static final int SAMPLE_FORMAT = 339;

	private static final long LARGEST_PIECE = 1L << 30;
	private static final int PALETTE = 3;
	private static final int MAGIC = 42;
	private static final int BIG_MAGIC = 43;

	/**
	 * @throws UserError if it is not a TIFF, cut off, in colour, or of a kind
	 *           that is not read
	 */
	static TiffFile read(final Path path, final FileChannel file) {
		try {
			return parse(path, file);
		}
		catch (final IOException | IllegalArgumentException | ArithmeticException
				| IndexOutOfBoundsException | java.nio.BufferUnderflowException e)
		{
			throw new UserError(path + " is cut off or damaged (" + e.getMessage() +
				"); copy it again from its source.", e);
		}
	}

	private static TiffFile parse(final Path path, final FileChannel file)
		throws IOException
	{
		final ByteBuffer head = TiffEntries.read(file, 0, (int) Math.min(16, file
			.size()), ByteOrder.LITTLE_ENDIAN);
		final int mark = head.remaining() < 8 ? 0 : head.getShort();
		if (mark == 0x4d4d) head.order(ByteOrder.BIG_ENDIAN);
		final int magic = mark == 0x4949 || mark == 0x4d4d ? head.getShort() : 0;
		if (magic != MAGIC && magic != BIG_MAGIC) throw new UserError(path +
			" is not a TIFF file though its name says so; choose another file or rename it.");
		final boolean big = magic == BIG_MAGIC;
		if (big) head.getInt();
		final List<TiffPage> pages = new ArrayList<>();
		final Set<Long> seen = new HashSet<>();
		TiffCalibration calibration = TiffCalibration.none();
		long offset = big ? head.getLong() : head.getInt() & 0xffffffffL;
		while (offset != 0) {
			if (!seen.add(offset)) throw new IOException("its pages run in a circle");
			final TiffEntries e = new TiffEntries(file, offset, head.order(), big);
			final TiffPage page = page(path, e, head.order());
			if (pages.isEmpty()) calibration = TiffCalibration.of(e.text(DESCRIPTION),
				e.fraction(X_RESOLUTION), e.fraction(Y_RESOLUTION));
			if (!page.reduced() || pages.isEmpty()) pages.add(page);
			offset = e.next();
		}
		if (pages.isEmpty()) throw new IOException("it has no page");
		final List<TiffPage> all = onePageStack(pages, calibration);
		check(path, all, file.size());
		return new TiffFile(List.copyOf(all), calibration);
	}

	/**
	 * ImageJ writes stacks above 4 GB as one page with all pixels behind it.
	 */
	private static List<TiffPage> onePageStack(final List<TiffPage> pages,
		final TiffCalibration calibration)
	{
		final TiffPage first = pages.get(0);
		if (pages.size() > 1 || calibration.images() < 2 || first
			.compression() != TiffPage.UNCOMPRESSED || first.tiled()) return pages;
		final long bytes = (long) first.width() * first.height() * first.type()
			.bytes();
		final List<TiffPage> all = new ArrayList<>();
		for (int i = 0; i < calibration.images(); i++)
			all.add(first.movedTo(first.offsets()[0] + i * bytes));
		return all;
	}

	private static void check(final Path path, final List<TiffPage> pages,
		final long size)
	{
		for (int i = 0; i < pages.size(); i++) {
			final TiffPage page = pages.get(i);
			if (!page.isLike(pages.get(0))) throw new UserError(path + ", page " +
				(i + 1) + ", is " + page.width() + " x " + page.height() + " " + page
					.type() + ", not " + pages.get(0).width() + " x " + pages.get(0)
						.height() + " " + pages.get(0).type() +
				" as the first; save a stack of equal pages.");
			for (int cell = 0; cell < page.offsets().length; cell++)
				if (page.offsets()[cell] < 0 || page.counts()[cell] < 0 || page
					.offsets()[cell] + page.counts()[cell] > size) throw new UserError(
						path + " is cut off: page " + (i + 1) + " of " + pages.size() +
							" ends at byte " + (page.offsets()[cell] + page.counts()[cell]) +
							" but the file has only " + size +
							"; copy it again from its source.");
		}
	}

	private static TiffPage page(final Path path, final TiffEntries e,
		final ByteOrder order) throws IOException
	{
		final long samples = e.number(SAMPLES, 1);
		final int photometric = (int) e.number(PHOTOMETRIC, 1);
		if (samples != 1 || photometric == 2 || photometric > PALETTE)
			throw new UserError(path + " is a colour image of " + samples +
				" samples per pixel; convert it to 8-bit grey (Image > Type > 8-bit).");
		final int compression = compression(path, (int) e.number(COMPRESSION, 1));
		final int predictor = (int) e.number(PREDICTOR, 1);
		if (predictor < 1 || predictor > 3) throw new UserError(path +
			" uses the TIFF predictor " + predictor +
			", which cannot be read; save it without.");
		final int width = Math.toIntExact(e.number(WIDTH, 0));
		final int height = Math.toIntExact(e.number(HEIGHT, 0));
		final boolean tiled = e.has(TILE_OFFSETS);
		final int cellWidth = tiled ? Math.toIntExact(e.number(TILE_WIDTH, 0))
			: width;
		final int cellHeight = (int) Math.min(Integer.MAX_VALUE, tiled ? e.number(
			TILE_LENGTH, 0) : Math.min(height, e.number(ROWS_PER_STRIP, height)));
		final StoredType type = type(path, (int) e.number(BITS, 1), (int) e.number(
			SAMPLE_FORMAT, 1));
		if (width < 1 || height < 1 || cellWidth < 1 || cellHeight < 1 ||
			(long) cellWidth * type.bytes() > LARGEST_PIECE ||
			compression != TiffPage.UNCOMPRESSED && (long) cellWidth * type.bytes() *
				cellHeight > LARGEST_PIECE) throw new IOException("a page is " + width +
					" x " + height + " in pieces of " + cellWidth + " x " + cellHeight);
		final long[] offsets = e.numbers(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
		long[] counts = e.numbers(tiled ? TILE_COUNTS : STRIP_COUNTS);
		final TiffPage page = new TiffPage(width, height, type, order, compression,
			predictor, cellWidth, cellHeight, tiled, offsets, counts, (e.number(
				SUBFILE, 0) & 1) != 0);
		final int cells = Math.multiplyExact(page.cellsAcross(), page.cellsDown());
		if (compression == TiffPage.UNCOMPRESSED) {
			counts = new long[offsets.length];
			for (int cell = 0; cell < counts.length; cell++)
				counts[cell] = (long) page.rowBytes() * page.rows(cell);
		}
		if (offsets.length != cells || counts.length != cells)
			throw new IOException("a page of " + cells + " pieces lists " +
				offsets.length);
		return new TiffPage(width, height, type, order, compression, predictor,
			cellWidth, cellHeight, tiled, offsets, counts, page.reduced());
	}

	private static int compression(final Path path, final int number) {
		return switch (number) {
			case TiffPage.UNCOMPRESSED, TiffPage.LZW, TiffPage.DEFLATE,
					TiffPage.OLD_DEFLATE, TiffPage.PACKBITS -> number;
			default -> throw new UserError(path + " uses the TIFF compression " +
				number +
				", which cannot be read; save it uncompressed or with deflate or LZW.");
		};
	}

	private static StoredType type(final Path path, final int bits,
		final int format)
	{
		return switch (bits * 10 + format) {
			case 81 -> StoredType.UINT8;
			case 161 -> StoredType.UINT16;
			case 321 -> StoredType.UINT32;
			case 641 -> StoredType.UINT64;
			case 82 -> StoredType.INT8;
			case 162 -> StoredType.INT16;
			case 322 -> StoredType.INT32;
			case 642 -> StoredType.INT64;
			case 323 -> StoredType.FLOAT32;
			case 643 -> StoredType.FLOAT64;
			default -> throw new UserError(path + " holds " + bits +
				"-bit pixels of TIFF sample format " + format +
				"; convert it to 8-bit grey (Image > Type > 8-bit).");
		};
	}
}
