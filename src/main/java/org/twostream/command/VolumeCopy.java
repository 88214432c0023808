
package org.twostream.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.twostream.core.AtomicFile;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * Copies a volume into a project under a name that holds a checksum of its
 * voxels, as {@link ImageCopy} does for ImageJ's images.
 */
final class VolumeCopy {

	private static final String FOLDER = "imported";

	private final EmVolume volume;
	private final CRC32C checksum = new CRC32C();

	private VolumeCopy(final EmVolume volume) {
		this.volume = volume;
	}

	/** Writes the copy where it is not there yet, and says where. */
	static Path write(final EmVolume volume, final String title,
		final Path project, final Progress progress)
	{
		return new VolumeCopy(volume).write(title, project.resolve(FOLDER),
			progress);
	}

	private Path write(final String title, final Path folder,
		final Progress progress)
	{
		final String name = title.replaceAll("[^A-Za-z0-9._-]+", "_");
		final VolumeInfo info = volume.info();
		final ChunkedSpec plain = ChunkedSpec.of(info.type(), info.xSize(), info
			.ySize(), info.zSize()).withVoxelSize(info.voxelSize()).withName(name);
		final ChunkedSpec spec = info.channels() == 1 ? plain : plain.withChannels(
			info.channels());
		checksum.update((info.box() + " " + info.channels() + " " + info
			.voxelSize()).getBytes(StandardCharsets.UTF_8));
		try {
			Files.createDirectories(folder);
			final Path scratch = Files.createTempDirectory(folder, ".copy");
			try {
				final Path partial = scratch.resolve("volume.zarr");
				try (VolumeWriter writer = ChunkedWriter.create(partial, spec)) {
					for (int c = 0; c < info.channels(); c++)
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

	private void write(final VolumeWriter writer, final int channel,
		final Progress progress)
	{
		final VolumeInfo info = writer.info();
		for (long z = 0; z < info.zSize(); z += info.zChunk()) {
			for (long y = 0; y < info.ySize(); y += info.yChunk())
				for (long x = 0; x < info.xSize(); x += info.xChunk()) {
					progress.check();
					write(writer, channel, new Box(x, y, z, Math.min(x + info.xChunk(),
						info.xSize()), Math.min(y + info.yChunk(), info.ySize()), Math.min(
							z + info.zChunk(), info.zSize())));
				}
			progress.report((channel + (double) Math.min(z + info.zChunk(), info
				.zSize()) / info.zSize()) / info.channels(), "copying");
		}
	}

	private void write(final VolumeWriter writer, final int channel,
		final Box box)
	{
		switch (writer.info().type()) {
			case UINT8 -> {
				final byte[] voxels = volume.bytes(channel, box);
				checksum.update(voxels);
				writer.write(channel, box, voxels);
			}
			case FLOAT32 -> {
				final float[] voxels = new float[box.arrayLength()];
				volume.read(channel, box, voxels);
				final ByteBuffer bytes = ByteBuffer.allocate(voxels.length *
					Float.BYTES);
				bytes.asFloatBuffer().put(voxels);
				checksum.update(bytes);
				writer.write(channel, box, voxels);
			}
			default -> {
				final long[] voxels = volume.ids(channel, box);
				final ByteBuffer bytes = ByteBuffer.allocate(voxels.length *
					Long.BYTES);
				bytes.asLongBuffer().put(voxels);
				checksum.update(bytes);
				writer.write(channel, box, voxels);
			}
		}
	}

	private static void delete(final Path folder) throws IOException {
		final List<Path> all;
		try (Stream<Path> inside = Files.walk(folder)) {
			all = inside.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path path : all)
			Files.delete(path);
	}
}
