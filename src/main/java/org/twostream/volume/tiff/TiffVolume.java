
package org.twostream.volume.tiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.VolumeInfo;

/** Pages as sections; ImageJ's channels lie page by page, fastest. */
final class TiffVolume implements EmVolume {

	private final FileChannel file;
	private final TiffCells cells;
	private final TiffFile pages;
	private final RawVoxels voxels;
	private final VolumeInfo info;

	/**
	 * @param file open for reading; closed with the volume
	 * @throws UserError if it is no volume
	 */
	TiffVolume(final Path path, final FileChannel file) {
		this.file = file;
		pages = TiffFile.read(path, file);
		cells = new TiffCells(path, file, pages.pages());
		final TiffPage first = pages.pages().get(0);
		voxels = new RawVoxels(first.type(), first.order());
		final TiffCalibration c = pages.calibration();
		final int n = pages.pages().size();
		final boolean told = (long) c.channels() * c.slices() * c.frames() == n;
		if (told && c.slices() > 1 && c.frames() > 1) throw new UserError(path +
			" holds " + c.frames() +
			" time points; save one of them (Image > Duplicate...).");
		final int channels = told ? c.channels() : 1;
		info = new VolumeInfo(first.width(), first.height(), n / channels, channels,
			first.type().pixelType(), c.voxelSize(), first.cellWidth(), first
				.cellHeight(), 1);
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		forEachRow(channel, box, (raw, offset, to, n) -> voxels.read(raw, offset,
			target, to, n));
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		forEachRow(channel, box, (raw, offset, to, n) -> voxels.read(raw, offset,
			target, to, n));
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		forEachRow(channel, box, (raw, offset, to, n) -> voxels.read(raw, offset,
			target, to, n));
	}

	private interface Row {

		void copy(byte[] raw, int offset, int to, int n);
	}

	private void forEachRow(final int channel, final Box box, final Row row) {
		if (channel < 0 || channel >= info.channels())
			throw new IllegalArgumentException("Channel " + channel + " of " + info
				.channels());
		if (!info.box().contains(box)) throw new IllegalArgumentException("Box " +
			box + " is not inside " + info.box());
		if (box.isEmpty()) return;
		box.arrayLength();
		final TiffPage first = pages.pages().get(0);
		for (int z = (int) box.zMin(); z < box.zMax(); z++)
			for (int down = (int) box.yMin() / first.cellHeight(); down * (long) first
				.cellHeight() < box.yMax(); down++)
				for (int across = (int) box.xMin() / first.cellWidth(); across *
					(long) first.cellWidth() < box.xMax(); across++)
					cell(z * info.channels() + channel, z, down, across, box, row);
	}

	private void cell(final int page, final int z, final int down,
		final int across, final Box box, final Row row)
	{
		final TiffPage p = pages.pages().get(page);
		final int x0 = (int) Math.max(box.xMin(), (long) across * p.cellWidth());
		final int x1 = (int) Math.min(box.xMax(), (across + 1L) * p.cellWidth());
		final int y0 = (int) Math.max(box.yMin(), (long) down * p.cellHeight());
		final int y1 = (int) Math.min(box.yMax(), (down + 1L) * p.cellHeight());
		final int top = down * p.cellHeight();
		final TiffCells.Rows rows = cells.rows(page, down * p.cellsAcross() +
			across, y0 - top, y1 - top);
		final int inRow = (x0 - across * p.cellWidth()) * p.type().bytes();
		for (int y = y0; y < y1; y++)
			row.copy(rows.bytes(), rows.offset() + (y - y0) * p.rowBytes() + inRow,
				(int) (x0 - box.xMin() + box.xSize() * (y - box.yMin() + box.ySize() *
					(z - box.zMin()))), x1 - x0);
	}

	@Override
	public void close() {
		try {
			file.close();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
