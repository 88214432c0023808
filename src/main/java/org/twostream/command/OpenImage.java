
package org.twostream.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.twostream.core.AtomicFile;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.LengthUnit;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeUri;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;

/**
 * An image that is open in ImageJ, copied into a project as a volume of its
 * own. The copy's name holds a checksum of the voxels: the same image is one
 * volume however often it is named, and a changed one is another.
 */
final class OpenImage {

	private static final String FOLDER = "imported";
	/** Chunks written at once. */
	private static final int BESIDE = 16;

	private final ImagePlus image;
	private final PixelType type;
	private final CRC32C checksum = new CRC32C();

	private OpenImage(final ImagePlus image) {
		this.image = image;
		this.type = type(image);
		final int[] size = image.getDimensions();
		if (Stream.of(size[2], size[3], size[4]).filter(n -> n > 1).count() > 1)
			throw new UserError(image.getTitle() + " has " + size[2] + " channels, " +
				size[3] + " slices and " + size[4] +
				" frames; give a stack of one channel and one frame (Image > Duplicate...).");
	}

	/**
	 * The URI that a key means.
	 *
	 * @param text a URI, a number or the title of an open image
	 * @return the URI of the image's copy if there is no such file but such an
	 *         image, else the text itself
	 */
	static String uri(final String text, final Path project,
		final Progress progress)
	{
		if (text.isBlank() || isFile(text)) return text;
		final ImagePlus open = WindowManager.getImage(text.trim());
		return open == null ? text : new OpenImage(open).copy(project.resolve(
			FOLDER), progress).toString();
	}

	private static boolean isFile(final String text) {
		try {
			return Files.exists(VolumeUri.parse(text).path());
		}
		catch (final InvalidPathException e) {
			return false; // a title may have characters that no file name has
		}
	}

	private static PixelType type(final ImagePlus image) {
		return switch (image.getType()) {
			case ImagePlus.GRAY8, ImagePlus.COLOR_256 -> PixelType.UINT8;
			case ImagePlus.GRAY16 -> PixelType.UINT16;
			case ImagePlus.GRAY32 -> PixelType.FLOAT32;
			default -> throw new UserError(image.getTitle() +
				" is a colour image; convert it to grey values (Image > Type > 8-bit).");
		};
	}

	private Path copy(final Path folder, final Progress progress) {
		final String name = image.getTitle().replaceAll("[^A-Za-z0-9._-]+", "_");
		try {
			Files.createDirectories(folder);
			final Path scratch = Files.createTempDirectory(folder, ".copy");
			try {
				final Path partial = scratch.resolve("volume.zarr");
				try (VolumeWriter writer = ChunkedWriter.create(partial, ChunkedSpec.of(
					type, image.getWidth(), image.getHeight(), image.getStackSize())
					.withVoxelSize(voxelSize()).withName(name)))
				{
					write(writer, progress);
				}
				final Path whole = folder.resolve(name + "-" + Long.toHexString(checksum
					.getValue()) + ".zarr");
				if (!Files.exists(whole)) Files.move(partial, whole,
					StandardCopyOption.ATOMIC_MOVE);
				return whole;
			}
			finally {
				delete(scratch);
			}
		}
		catch (final IOException e) {
			throw AtomicFile.failure(folder, e);
		}
	}

	// One layer of chunks after the other, so a virtual stack is read once.
	private void write(final VolumeWriter writer, final Progress progress) {
		final VolumeInfo info = writer.info();
		for (long z = 0; z < info.zSize(); z += info.zChunk()) {
			final long zMax = Math.min(z + info.zChunk(), info.zSize());
			final List<Object> slices = new ArrayList<>();
			for (long s = z; s < zMax; s++)
				slices.add(image.getStack().getPixels((int) s + 1));
			for (long y = 0; y < info.ySize(); y += info.yChunk())
				for (long x = 0; x < info.xSize(); x += BESIDE * info.xChunk()) {
					progress.check();
					write(writer, new Box(x, y, z, Math.min(x + BESIDE * info.xChunk(),
						info.xSize()), Math.min(y + info.yChunk(), info.ySize()), zMax),
						slices);
				}
			progress.report((double) zMax / info.zSize(), "copying " + image
				.getTitle());
		}
	}

	private void write(final VolumeWriter writer, final Box box,
		final List<Object> slices)
	{
		final int n = box.arrayLength();
		if (type == PixelType.UINT8) {
			final byte[] voxels = new byte[n];
			rows(box, (slice, from, to, length) -> System.arraycopy(slices.get(slice),
				from, voxels, to, length));
			checksum.update(voxels);
			writer.write(0, box, voxels);
		}
		else if (type == PixelType.UINT16) {
			final long[] voxels = new long[n];
			rows(box, (slice, from, to, length) -> {
				final short[] pixels = (short[]) slices.get(slice);
				for (int i = 0; i < length; i++)
					voxels[to + i] = pixels[from + i] & 0xffff;
			});
			final ByteBuffer bytes = ByteBuffer.allocate(n * Long.BYTES);
			bytes.asLongBuffer().put(voxels);
			checksum.update(bytes);
			writer.write(0, box, voxels);
		}
		else {
			final float[] voxels = new float[n];
			rows(box, (slice, from, to, length) -> System.arraycopy(slices.get(slice),
				from, voxels, to, length));
			final ByteBuffer bytes = ByteBuffer.allocate(n * Float.BYTES);
			bytes.asFloatBuffer().put(voxels);
			checksum.update(bytes);
			writer.write(0, box, voxels);
		}
	}

	/** A row of pixels, from a slice of a layer to a box. */
	@FunctionalInterface
	private interface Row {

		void copy(int slice, int from, int to, int length);
	}

	private void rows(final Box box, final Row row) {
		final int length = (int) box.xSize();
		int to = 0;
		for (int slice = 0; slice < box.zSize(); slice++)
			for (long y = box.yMin(); y < box.yMax(); y++, to += length)
				row.copy(slice, (int) (box.xMin() + image.getWidth() * y), to, length);
	}

	/** The calibration in nm, empty where it is in pixels. */
	private Optional<VoxelSize> voxelSize() {
		final Calibration c = image.getCalibration();
		final OptionalDouble x = LengthUnit.nanometres(c.getXUnit());
		final OptionalDouble y = LengthUnit.nanometres(c.getYUnit());
		final OptionalDouble z = LengthUnit.nanometres(c.getZUnit());
		if (x.isEmpty() || y.isEmpty() || z.isEmpty()) return Optional.empty();
		return Optional.of(new VoxelSize(c.pixelWidth * x.getAsDouble(),
			c.pixelHeight * y.getAsDouble(), c.pixelDepth * z.getAsDouble()));
	}

	private static void delete(final Path folder) throws IOException {
		if (Files.isDirectory(folder)) try (Stream<Path> inside = Files.list(
			folder))
		{
			for (final Path path : inside.toList())
				delete(path);
		}
		Files.deleteIfExists(folder);
	}
}
