
package org.twostream.volume.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

import org.twostream.core.UserError;
import org.twostream.volume.RecentlyUsed;

/**
 * The decoded cells of all pages; the last ones are kept. Thread-safe.
 */
final class TiffCells {

	private final Path path;
	private final FileChannel file;
	private final List<TiffPage> pages;
	private final RecentlyUsed<Long, byte[]> blocks;

	TiffCells(final Path path, final FileChannel file,
		final List<TiffPage> pages)
	{
		this.path = path;
		this.file = file;
		this.pages = pages;
		final TiffPage first = pages.get(0);
		blocks = RecentlyUsed.few((long) first.rowBytes() * first.cellHeight());
	}

	/** Rows of a cell, decoded. */
	record Rows(@SuppressWarnings("ArrayRecordComponent") byte[] bytes,
			int offset) {
	}

	/**
	 * Rows {@code from} (inclusive) .. {@code to} (exclusive) of a cell.
	 *
	 * @throws UserError if the file cannot be read or is damaged there
	 */
	Rows rows(final int page, final int cell, final int from, final int to) {
		final TiffPage p = pages.get(page);
		try {
			if (p.compression() != TiffPage.UNCOMPRESSED || p.predictor() != 1)
				return new Rows(cell(page, cell), from * p.rowBytes());
			// The system keeps these already.
			final long start = p.offsets()[cell] + (long) from * p.rowBytes();
			return new Rows(TiffEntries.read(file, start, Math.multiplyExact(to -
				from, p.rowBytes()), ByteOrder.BIG_ENDIAN).array(), 0);
		}
		catch (final IOException e) {
			throw new UserError(path + ", page " + (page + 1) + ", is damaged (" + e
				.getMessage() + "); copy it again from its source.", e);
		}
	}

	private byte[] cell(final int page, final int index) throws IOException {
		final TiffPage p = pages.get(page);
		final int n = Math.multiplyExact(p.rowBytes(), p.rows(index));
		return blocks.get((long) page << 32 | index, n, () -> TiffDecoder.decode(p,
			TiffEntries.read(file, p.offsets()[index], Math.toIntExact(p
				.counts()[index]), p.order()).array(), n));
	}
}
