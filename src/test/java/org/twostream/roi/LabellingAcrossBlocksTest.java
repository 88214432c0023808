
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.block.BlockSize;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** Objects that wind through many blocks, ids beyond 32 bits, bad stores. */
class LabellingAcrossBlocksTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);

	private static LabellingOptions options(final int connectivity,
		final int threads, final BlockSize block)
	{
		return new LabellingOptions(0.5, 1, Connectivity.of(connectivity), Optional
			.empty(), threads, block);
	}

	private static ComponentLabelling label(final EmVolume volume,
		final LabellingOptions options)
	{
		return ComponentLabelling.of(volume, options, Progress.NONE);
	}

	private static long[] labels(final ComponentLabelling labelling,
		final MemoryVolume volume)
	{
		final MemoryVolume labels = MemoryVolume.labels(volume.info(), 1);
		labelling.write(labels, Optional.empty(), Progress.NONE);
		return labels.voxels[0];
	}

	/**
	 * A spiral in every second section, joined to the next at its outer end: one
	 * object at any connectivity, cut many times by each block.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void spiralsAreOneObject(final int connectivity) {
		final int n = 65;
		final int deep = 9;
		final byte[] voxels = new byte[n * n * deep];
		final boolean[] section = spiral(n);
		for (int z = 0; z < deep; z++)
			for (int i = 0; i < n * n; i++)
				if (section[i] && (z % 2 == 0 || i == 0)) voxels[z * n * n + i] =
					(byte) 200;
		final MemoryVolume volume = MemoryVolume.of(n, n, deep, voxels);
		final boolean[] mask = new boolean[voxels.length];
		for (int i = 0; i < mask.length; i++)
			mask[i] = voxels[i] != 0;
		final FloodFill expected = new FloodFill(mask, n, n, deep, connectivity, 1);
		assertEquals(1, expected.objects.size());
		for (final BlockSize block : List.of(new BlockSize(1, 1, 1), new BlockSize(
			2, 3, 5), new BlockSize(64, 64, 4), new BlockSize(7, 65, 1)))
			assertArrayEquals(expected.labels(), labels(label(volume, options(
				connectivity, 2, block)), volume));
	}

	/** A path one voxel wide, with a gap of one, from the corner inwards. */
	private static boolean[] spiral(final int n) {
		final boolean[] path = new boolean[n * n];
		int x = 0;
		int y = 0;
		int dx = 1;
		int dy = 0;
		path[0] = true;
		for (int turns = 0; turns < 2;) {
			final int ahead = x + 2 * dx + n * (y + 2 * dy);
			final boolean inside = x + dx >= 0 && x + dx < n && y + dy >= 0 && y +
				dy < n;
			final boolean free = x + 2 * dx < 0 || x + 2 * dx >= n || y + 2 *
				dy < 0 || y + 2 * dy >= n || !path[ahead];
			if (inside && free) {
				x += dx;
				y += dy;
				path[x + n * y] = true;
				turns = 0;
			}
			else {
				final int turned = dx;
				dx = -dy;
				dy = turned;
				turns++;
			}
		}
		return path;
	}

	/** More than a million faces between blocks, most crossed by one object. */
	@Test
	@Tag("slow")
	void millionFaces() {
		final int n = 142;
		final byte[] voxels = new byte[n * n * n];
		final SplittableRandom random = new Seed(9).of("faces").random();
		for (int i = 0; i < voxels.length; i++)
			if (random.nextInt(10) < 4) voxels[i] = (byte) 255;
		final MemoryVolume volume = MemoryVolume.of(n, n, n, voxels);
		final ComponentLabelling many = label(volume, options(6, 2, new BlockSize(2,
			2, 2)));
		final ComponentLabelling one = label(volume, options(6, 1, new BlockSize(n,
			n, n)));
		assertTrue(one.size() > 1000, one.size() + " objects");
		assertTrue(one.rois(SIZE).stream().anyMatch(r -> r.voxels() > 700_000));
		assertEquals(one.rois(SIZE), many.rois(SIZE));
	}

	@Test
	void idsBeyond32Bits() {
		final SplittableRandom random = new Seed(4).of("ids").random();
		final byte[] voxels = new byte[30 * 20 * 8];
		for (int i = 0; i < voxels.length; i++)
			if (random.nextInt(10) == 0) voxels[i] = (byte) 255;
		final MemoryVolume volume = MemoryVolume.of(30, 20, 8, voxels);
		final ComponentLabelling plain = label(volume, options(6, 2, new BlockSize(
			8, 8, 8)));
		final long[] expected = labels(plain, volume);
		for (final long first : new long[] { (1L << 31) - 20, (1L << 32) - 20,
			1L << 61 })
		{
			final ComponentLabelling moved = plain.numberedFrom(first);
			final long[] ids = labels(moved, volume);
			for (int i = 0; i < ids.length; i++)
				assertEquals(expected[i] == 0 ? 0 : expected[i] + first - 1, ids[i]);
			final List<Roi> rois = moved.rois(SIZE);
			assertEquals(plain.size(), rois.size());
			assertEquals(first, rois.get(0).id());
			assertEquals(first + rois.size() - 1, rois.get(rois.size() - 1).id());
		}
	}

	@Test
	void tooManyPiecesAreRefused() {
		assertEquals(12, ObjectMerger.total(5, 7));
		final UserError refusal = assertThrows(UserError.class, () -> ObjectMerger
			.total(Integer.MAX_VALUE - 100, 200));
		assertTrue(refusal.getMessage().contains("min_voxels"), refusal
			.getMessage());
	}

	private static Path store(final Path folder) {
		final Path place = folder.resolve("prediction.zarr");
		try (VolumeWriter writer = ChunkedWriter.create(place, ChunkedSpec.of(
			PixelType.UINT8, 256, 256, 64)))
		{
			final SplittableRandom random = new Seed(6).random();
			final byte[] voxels = new byte[256 * 256 * 64];
			for (int i = 0; i < voxels.length; i++)
				voxels[i] = (byte) random.nextInt(256);
			writer.write(0, writer.info().box(), voxels);
		}
		return place;
	}

	private static List<Path> chunks(final Path place) throws IOException {
		try (Stream<Path> files = Files.walk(place)) {
			return files.filter(f -> Files.isRegularFile(f) && f.toFile()
				.length() > 10_000).sorted().toList();
		}
	}

	@Test
	void truncatedChunkIsNamed(@TempDir final Path folder) throws IOException {
		final Path place = store(folder);
		final Path chunk = chunks(place).get(1);
		Files.write(chunk, Arrays.copyOf(Files.readAllBytes(chunk), 5000),
			StandardOpenOption.TRUNCATE_EXISTING);
		try (VolumeWriter writer = ChunkedWriter.reopen(place)) {
			final UserError refusal = assertThrows(UserError.class, () -> label(writer
				.reader(), options(26, 2, new BlockSize(64, 64, 64))));
			assertTrue(refusal.getMessage().contains(chunk.toString()), refusal
				.getMessage());
		}
	}

	/**
	 * Chunks that are not there read as 0, a store that is not there must not.
	 */
	@Test
	void vanishedStoreIsAnError(@TempDir final Path folder) throws IOException {
		final Path place = store(folder);
		try (VolumeWriter writer = ChunkedWriter.reopen(place)) {
			final EmVolume volume = writer.reader();
			final Vanishing vanishing = new Vanishing(volume, place);
			final UserError refusal = assertThrows(UserError.class, () -> label(
				vanishing, options(26, 1, new BlockSize(64, 64, 64))));
			assertTrue(refusal.getMessage().contains("prediction.zarr"), refusal
				.getMessage());
			assertTrue(vanishing.reads > 3);
		}
	}

	/** Deletes its store after three reads. */
	private static final class Vanishing implements EmVolume {

		private final EmVolume volume;
		private final Path place;
		private int reads;

		Vanishing(final EmVolume volume, final Path place) {
			this.volume = volume;
			this.place = place;
		}

		@Override
		public org.twostream.volume.VolumeInfo info() {
			return volume.info();
		}

		@Override
		public void read(final int channel, final Box box, final byte[] target) {
			if (++reads == 4) delete();
			volume.read(channel, box, target);
		}

		private void delete() {
			try (Stream<Path> files = Files.walk(place)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
					Files.delete(file);
			}
			catch (final IOException e) {
				throw new java.io.UncheckedIOException(e);
			}
		}

		@Override
		public void read(final int channel, final Box box, final long[] target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void read(final int channel, final Box box, final float[] target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {
			volume.close();
		}
	}
}
