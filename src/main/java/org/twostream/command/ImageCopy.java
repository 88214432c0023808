
package org.twostream.command;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

import ij.ImagePlus;
import ij.measure.Calibration;

/**
 * Copies an image that is open in ImageJ into a project as a volume of its own.
 * The copy's name holds a checksum of the voxels: the same image is one volume
 * however often it is named, and a changed one is another. Sections of a
 * virtual stack are read once each, a few at a time.
 */
final class ImageCopy {

	private static final String FOLDER = "imported";
	/** Chunks written at once. */
	private static final int BESIDE = 16;
	/** Of the memory that sections in hand may take. */
	private static final int SHARE = 8;

	/** Pixels added to the checksum at once. */
	private static final int PIECE = 1 << 16;

	private final ImagePlus image;
	private final PixelType type;
	private final int channels;
	private final int sections;
	private final CRC32C checksum = new CRC32C();

	private ImageCopy(final ImagePlus image, final int channels) {
		this.image = image;
		this.type = type(image);
		this.channels = channels;
		this.sections = image.getStackSize() / channels;
	}

	/**
	 * @param manyChannels whether channels are channels of the volume; else there
	 *          may be but one
	 * @throws UserError if the image is no volume
	 */
	static ImageCopy of(final ImagePlus image, final boolean manyChannels) {
		final int c = image.getNChannels();
		final int z = image.getNSlices();
		final int t = image.getNFrames();
		final long axes = Stream.of(c, z, t).filter(n -> n > 1).count();
		// a stack is a stack, whatever its only axis is called
		if (axes <= 1) return new ImageCopy(image, 1);
		if (manyChannels && c > 1 && axes == 2) return new ImageCopy(image, c);
		throw new UserError(image.getTitle() + " has " + c + " channels, " + z +
			" slices and " + t + " frames; give a stack of " + (manyChannels ? ""
				: "one channel and ") + "one frame (Image > Duplicate...).");
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

	/** Writes the copy where it is not there yet, and says where. */
	Path write(final Path project, final Progress progress) {
		final Path folder = project.resolve(FOLDER);
		final String name = image.getTitle().replaceAll("[^A-Za-z0-9._-]+", "_");
		try {
			Files.createDirectories(folder);
			final Path scratch = Files.createTempDirectory(folder, ".copy");
			try {
				final Path partial = scratch.resolve("volume.zarr");
				final ChunkedSpec spec = spec().withName(name);
				checksum.update((spec.xSize() + " " + spec.ySize() + " " + spec
					.zSize() + " " + spec.channels() + " " + spec.voxelSize()).getBytes(
						StandardCharsets.UTF_8));
				try (VolumeWriter writer = ChunkedWriter.create(partial, spec)) {
					for (int c = 0; c < channels; c++)
						write(writer, c, progress);
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

	// Flat chunks where a layer of cubes would fill the memory.
	private ChunkedSpec spec() {
		final ChunkedSpec cubes = ChunkedSpec.of(type, image.getWidth(), image
			.getHeight(), sections).withVoxelSize(voxelSize());
		final long section = (long) image.getWidth() * image.getHeight() * image
			.getBytesPerPixel();
		int edge = ChunkedSpec.CHUNK;
		int depth = edge;
		while (depth > 1 && section * depth > Runtime.getRuntime().maxMemory() /
			SHARE)
		{
			edge *= 2;
			depth /= 4;
		}
		final ChunkedSpec spec = cubes.withChunk(Math.min(edge, image.getWidth()),
			Math.min(edge, image.getHeight()), Math.min(depth, sections));
		return channels == 1 ? spec : spec.withChannels(channels);
	}

	// One layer of chunks after the other, so that a section is read once.
	private void write(final VolumeWriter writer, final int channel,
		final Progress progress)
	{
		final VolumeInfo info = writer.info();
		for (long z = 0; z < info.zSize(); z += info.zChunk()) {
			final long zMax = Math.min(z + info.zChunk(), info.zSize());
			final List<Object> slices = new ArrayList<>();
			for (long s = z; s < zMax; s++) {
				progress.check();
				slices.add(summed(image.getStack().getPixels((int) s * channels +
					channel + 1)));
			}
			for (long y = 0; y < info.ySize(); y += info.yChunk())
				for (long x = 0; x < info.xSize(); x += BESIDE * info.xChunk()) {
					progress.check();
					write(writer, channel, new Box(x, y, z, Math.min(x + BESIDE * info
						.xChunk(), info.xSize()), Math.min(y + info.yChunk(), info.ySize()),
						zMax), slices);
				}
			progress.report((channel + (double) zMax / info.zSize()) / channels,
				"copying " + image.getTitle());
		}
	}

	private void write(final VolumeWriter writer, final int channel,
		final Box box, final List<Object> slices)
	{
		final int n = box.arrayLength();
		if (type == PixelType.UINT8) {
			final byte[] voxels = new byte[n];
			rows(box, (slice, from, to, length) -> System.arraycopy(slices.get(slice),
				from, voxels, to, length));
			writer.write(channel, box, voxels);
		}
		else if (type == PixelType.UINT16) {
			final long[] voxels = new long[n];
			rows(box, (slice, from, to, length) -> {
				final short[] pixels = (short[]) slices.get(slice);
				for (int i = 0; i < length; i++)
					voxels[to + i] = pixels[from + i] & 0xffff;
			});
			writer.write(channel, box, voxels);
		}
		else {
			final float[] voxels = new float[n];
			rows(box, (slice, from, to, length) -> System.arraycopy(slices.get(slice),
				from, voxels, to, length));
			writer.write(channel, box, voxels);
		}
	}

	// Of whole sections, so that it does not depend on the chunks.
	private Object summed(final Object pixels) {
		if (pixels instanceof byte[] bytes) {
			checksum.update(bytes);
			return pixels;
		}
		final int n = Array.getLength(pixels);
		for (int from = 0; from < n; from += PIECE) {
			final int length = Math.min(PIECE, n - from);
			final ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES);
			if (pixels instanceof short[] s) bytes.asShortBuffer().put(s, from,
				length);
			else bytes.asFloatBuffer().put((float[]) pixels, from, length);
			checksum.update(bytes);
		}
		return pixels;
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
