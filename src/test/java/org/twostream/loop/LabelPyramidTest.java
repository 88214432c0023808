
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.chunked.ChunkedWriter;

class LabelPyramidTest {

	private static final VoxelSize SIZE = new VoxelSize(10, 10, 25);

	@TempDir
	Path folder;

	@Test
	void coarseVoxelsAreTheFirstFineOnes() throws Exception {
		final Box box = Box.ofSize(801, 390, 7);
		final long[] ids = new long[box.arrayLength()];
		for (int i = 0; i < ids.length; i++)
			ids[i] = (1L << 40) + i;
		final VolumeStores stores = new VolumeStores(List.of(new ChunkedStore()));
		final Path out = folder.resolve("out.zarr");
		try (VolumeWriter labels = ChunkedWriter.create(folder.resolve(
			"labels.zarr"), ChunkedSpec.of(PixelType.UINT64, 801, 390, 7)))
		{
			labels.write(0, box, ids);
			assertEquals(3, LabelPyramid.write(labels.reader(), SIZE, out, 2,
				Progress.NONE));
		}
		final int[][] factors = { { 1, 1, 1 }, { 2, 2, 1 }, { 4, 4, 2 } };
		try (EmVolume full = stores.open(out.toString())) {
			assertEquals(Optional.of(SIZE), full.info().voxelSize());
			assertEquals(2, full.coarser().size());
			for (int k = 0; k < 3; k++) {
				final EmVolume level = k == 0 ? full : full.coarser().get(k - 1);
				final VolumeInfo i = level.info();
				final int[] f = factors[k];
				assertEquals(Box.ofSize((800 + f[0]) / f[0], (389 + f[1]) / f[1], (6 +
					f[2]) / f[2]), i.box());
				final long[] coarse = level.ids(0, i.box());
				for (int v = 0; v < coarse.length; v += 97) {
					final long x = v % i.xSize() * f[0];
					final long y = v / i.xSize() % i.ySize() * f[1];
					final long z = v / i.xSize() / i.ySize() * f[2];
					assertEquals(ids[(int) (x + 801 * (y + 390 * z))], coarse[v]);
				}
			}
		}
		final Json attributes = Json.parse(Files.readString(out.resolve(".zattrs")),
			"attributes");
		final List<Json> datasets = attributes.objects("multiscales").get(0)
			.objects("datasets");
		assertEquals(List.of("0", "1", "2"), datasets.stream().map(d -> d.string(
			"path")).toList());
		assertEquals(List.of(50., 40., 40.), java.util.Arrays.stream(datasets.get(2)
			.objects("coordinateTransformations").get(0).numbers("scale")).boxed()
			.toList());
		assertEquals("0.4", attributes.object("image-label").string("version"));
	}
}
