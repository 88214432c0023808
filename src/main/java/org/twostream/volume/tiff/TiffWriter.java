
package org.twostream.volume.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.Deflater;

import org.twostream.core.AtomicFile;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.StoredType;

/**
 * Writes a stack page by page, z from 0, as ImageJ reads it, with voxel size;
 * as BigTIFF where the pixels would pass 4 GB. Never holds more than a page.
 * The file appears under its name when it is closed with all its pages; with
 * fewer pages it is dropped. Not thread-safe.
 */
public final class TiffWriter implements Closeable {

	/** Beyond this, offsets of 32 bits are not sure to do. */
	private static final long CLASSIC_LIMIT = 0xf0000000L;

	private final Path path;
	private final Path partial;
	private final FileChannel file;
	private final int width;
	private final int height;
	private final RawVoxels voxels;
	private final Optional<VoxelSize> voxelSize;
	private final boolean deflate;
	private final boolean big;
	private final long[] offsets;
	private final long[] counts;
	private final byte[] raw;
	private int page;
	private long position;

	private TiffWriter(final Path path, final FileChannel file,
		final Path partial, final int width, final int height, final int pages,
		final PixelType type, final Optional<VoxelSize> voxelSize,
		final boolean deflate)
	{
		this.path = path;
		this.file = file;
		this.partial = partial;
		this.width = width;
		this.height = height;
		this.voxelSize = voxelSize;
		this.deflate = deflate;
		voxels = new RawVoxels(StoredType.of(type), ByteOrder.LITTLE_ENDIAN);
		offsets = new long[pages];
		counts = new long[pages];
		raw = new byte[Math.multiplyExact(Math.multiplyExact(width, height), type
			.bytes())];
		big = (long) raw.length * pages + 1024L * pages > CLASSIC_LIMIT;
		position = big ? 16 : 8;
	}

	/**
	 * @param path of the file; missing folders are made
	 * @param pages number of pages that will be written
	 * @param type UINT8, UINT16 or FLOAT32 for ImageJ
	 * @param voxelSize nm
	 * @param deflate whether pages are compressed
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	public static TiffWriter create(final Path path, final int width,
		final int height, final int pages, final PixelType type,
		final Optional<VoxelSize> voxelSize, final boolean deflate)
	{
		try {
			final Path folder = path.toAbsolutePath().getParent();
			Files.createDirectories(folder);
			final Path partial = Files.createTempFile(folder, "." + path
				.getFileName(), ".tmp");
			return new TiffWriter(path, FileChannel.open(partial,
				StandardOpenOption.WRITE), partial, width, height, pages, type,
				voxelSize, deflate);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(path, e);
		}
	}

	/**
	 * Writes the next page.
	 *
	 * @param pixels width x height, x fastest
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	public void page(final byte[] pixels) {
		voxels.write(pixels, 0, raw, 0, width * height);
		page();
	}

	/** As {@link #page(byte[])}, any integer type. */
	public void page(final long[] pixels) {
		voxels.write(pixels, 0, raw, 0, width * height);
		page();
	}

	/** As {@link #page(byte[])}, {@link PixelType#FLOAT32}. */
	public void page(final float[] pixels) {
		voxels.write(pixels, 0, raw, 0, width * height);
		page();
	}

	private void page() {
		final ByteBuffer bytes = deflate ? deflated() : ByteBuffer.wrap(raw);
		offsets[page] = position;
		counts[page] = bytes.remaining();
		append(bytes);
		page++;
	}

	private ByteBuffer deflated() {
		final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try {
			deflater.setInput(raw);
			deflater.finish();
			final byte[] out = new byte[raw.length + (raw.length >> 10) + 64];
			int n = 0;
			while (!deflater.finished())
				n += deflater.deflate(out, n, out.length - n);
			return ByteBuffer.wrap(out, 0, n);
		}
		finally {
			deflater.end();
		}
	}

	private void append(final ByteBuffer bytes) {
		try {
			while (bytes.hasRemaining())
				position += file.write(bytes, position);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(path, e);
		}
	}

	/**
	 * Finishes the file; or, if pages are missing, drops it.
	 *
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	@Override
	public void close() {
		if (!file.isOpen()) return;
		try (file) {
			if (page == offsets.length) {
				final TiffDirectories directories = new TiffDirectories(big, width,
					height, voxels.type(), deflate, voxelSize);
				position += position & 1;
				append(directories.bytes(position, offsets, counts));
				final ByteBuffer head = directories.head();
				while (head.hasRemaining())
					file.write(head, head.position());
				file.force(true);
				Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (final IOException e) {
			throw AtomicFile.failure(path, e);
		}
		finally {
			drop();
		}
	}

	private void drop() {
		try {
			Files.deleteIfExists(partial);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(partial, e);
		}
	}
}
