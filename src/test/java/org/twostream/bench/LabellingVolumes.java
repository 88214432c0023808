
package org.twostream.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.roi.ComponentLabelling;
import org.twostream.roi.Connectivity;
import org.twostream.roi.LabellingOptions;
import org.twostream.volume.ArrayVolume;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * Writes small random volumes of odd sizes and their labels, found in blocks of
 * odd sizes, for src/test/python/labels_check.py: noise of any density,
 * checkerboards, and combs whose teeth wind through all blocks. Arguments: an
 * empty folder, the number of volumes (500).
 */
public final class LabellingVolumes {

	private LabellingVolumes() {}

	/** Writes volumes.txt, and of each volume grey values and labels. */
	public static void main(final String... args) throws IOException {
		final Path folder = Path.of(args[0]);
		final int volumes = args.length > 1 ? Integer.parseInt(args[1]) : 500;
		final SplittableRandom random = new Seed(1).of("volumes").random();
		final List<String> lines = new ArrayList<>();
		for (int i = 0; i < volumes; i++) {
			final int x = 1 + random.nextInt(150);
			final int y = 1 + random.nextInt(40);
			final int z = 1 + random.nextInt(30);
			final byte[] grey = grey(i, x, y, z, random);
			final int least = 1 + random.nextInt(255);
			final int connectivity = new int[] { 6, 18, 26 }[i % 3];
			final String name = "volume" + i;
			final LabellingOptions options = new LabellingOptions(least / 255.0, 1,
				Connectivity.of(connectivity), Optional.empty(), 1 + random.nextInt(3),
				new BlockSize(1 + random.nextInt(80), 1 + random.nextInt(15), 1 + random
					.nextInt(9)));
			Files.write(folder.resolve(name + ".grey"), grey);
			Files.write(folder.resolve(name + ".labels"), labels(ArrayVolume.of(grey,
				x, y, z), options, folder.resolve(name + ".zarr")));
			lines.add(name + " " + x + " " + y + " " + z + " " + least + " " +
				connectivity);
		}
		Files.write(folder.resolve("volumes.txt"), lines);
	}

	private static byte[] grey(final int kind, final int x, final int y,
		final int z, final SplittableRandom random)
	{
		final byte[] grey = new byte[x * y * z];
		for (int i = 0; i < grey.length; i++) {
			final int vx = i % x;
			final int vy = i / x % y;
			final int vz = i / x / y;
			final boolean on = kind % 10 == 0 ? (vx + vy + vz) % 2 == 0 : kind %
				10 == 1 ? vy % 2 == 0 && vz % 2 == 0 || vx == (vy / 2 % 2 == 0 ? 0 : x -
					1) && vz % 2 == 0 || vx == 0 && vy == 0 : random.nextInt(10) < kind %
						10;
			grey[i] = (byte) (on ? 255 : random.nextInt(256));
		}
		return grey;
	}

	private static byte[] labels(final EmVolume grey,
		final LabellingOptions options, final Path place)
	{
		try (VolumeWriter labels = ChunkedWriter.create(place, ChunkedSpec.of(
			PixelType.UINT64, grey.info().xSize(), grey.info().ySize(), grey.info()
				.zSize()).withChunk(options.block().x(), options.block().y(), options
					.block().z())))
		{
			final ComponentLabelling found = ComponentLabelling.of(grey, options,
				Progress.NONE);
			found.write(labels, Optional.empty(), Progress.NONE);
			final long[] ids = labels.reader().ids(0, labels.info().box());
			final ByteBuffer bytes = ByteBuffer.allocate(8 * ids.length);
			bytes.asLongBuffer().put(ids);
			return bytes.array();
		}
	}
}
