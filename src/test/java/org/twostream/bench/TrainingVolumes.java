
package org.twostream.bench;

import java.nio.file.Path;

import org.twostream.core.Box;
import org.twostream.volume.PixelType;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;
import org.twostream.volume.tiff.TiffWriter;

/**
 * Makes EM-like volumes with labels for {@link AugmentationBench}: smooth grey
 * with noise, 1024 x 1024 x 96 voxels, as Zarr v2 (zstd, chunks of 64 x 64 x
 * 64) and as TIFF (deflate). The argument is the folder.
 */
public final class TrainingVolumes {

	private static final int N = 1024;
	private static final int SECTIONS = 96;
	private static final int CHUNK = ChunkedSpec.CHUNK;

	private TrainingVolumes() {}

	public static void main(final String... args) throws Exception {
		final Path folder = Path.of(args[0]);
		final java.util.SplittableRandom random = new java.util.SplittableRandom(1);
		final byte[] raw = new byte[N * N * SECTIONS];
		final byte[] labels = new byte[raw.length];
		for (int i = 0; i < raw.length; i++) {
			final double grey = 128 + 40 * Math.sin(i % N / 19.0 + i / N / N / 31.0) *
				Math.cos(i / N % N / 23.0);
			raw[i] = (byte) (grey + random.nextInt(-16, 17) + random.nextInt(-16,
				17));
			labels[i] = (byte) (grey < 100 ? 255 : 0);
		}
		write(raw, folder.resolve("raw"));
		write(labels, folder.resolve("labels"));
	}

	private static void write(final byte[] voxels, final Path name)
		throws Exception
	{
		final ChunkedWriter zarr = ChunkedWriter.create(Path.of(name + ".zarr"),
			ChunkedSpec.of(PixelType.UINT8, N, N, SECTIONS));
		for (int z = 0; z < SECTIONS; z += CHUNK)
			for (int y = 0; y < N; y += CHUNK) {
				final int sections = Math.min(CHUNK, SECTIONS - z);
				final byte[] slab = new byte[N * CHUNK * sections];
				for (int k = 0; k < sections; k++)
					System.arraycopy(voxels, (z + k) * N * N + y * N, slab, k * N * CHUNK,
						N * CHUNK);
				zarr.write(0, new Box(0, y, z, N, y + CHUNK, z + sections), slab);
			}
		zarr.sync();
		try (TiffWriter tiff = TiffWriter.create(Path.of(name + ".tif"), N, N,
			SECTIONS, PixelType.UINT8, java.util.Optional.empty(), true))
		{
			for (int z = 0; z < SECTIONS; z++)
				tiff.page(java.util.Arrays.copyOfRange(voxels, z * N * N, (z + 1) * N *
					N));
		}
	}
}
