
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.hdf5.Hdf5Store;
import org.twostream.volume.tiff.TiffStore;

class VolumeUriTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a/b.tif|a/b.tif||", //
		"a.h5?volumes/raw|a.h5|volumes/raw|", //
		"a.zarr?0#z=1:6|a.zarr|0|z=1:6", //
		"a.tif#x=0:512,y=3:,z=:16|a.tif||x=0:512,y=3:,z=0:16", //
		"a#1.tif|a#1.tif||", "a#1.tif#z=2:3|a#1.tif||z=2:3" })
	void partsAreFoundAndPutTogetherAgain(final String text, final String path,
		final String dataset, final String crop)
	{
		final VolumeUri uri = VolumeUri.parse(text);
		assertEquals(Path.of(path), uri.path());
		assertEquals(dataset == null ? "" : dataset, uri.dataset());
		assertEquals(crop == null ? "" : crop, uri.crop().map(Crop::text).orElse(
			""));
		assertEquals(uri, VolumeUri.parse(uri.text()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"https://host:80/a b/c.zarr?0#z=1:6|https://host:80/a b/c.zarr|0|zarr",
		"s3://bucket/c.n5?em/raw|s3://bucket/c.n5|em/raw|n5",
		"zarr3://http://host/c/|zarr3://http://host/c/||",
		"gs://bucket|gs://bucket||" })
	void remoteContainersAreNoPaths(final String text, final String container,
		final String dataset, final String ending)
	{
		final VolumeUri uri = VolumeUri.parse(text);
		assertTrue(uri.isRemote());
		assertEquals(container, uri.container());
		assertEquals(dataset == null ? "" : dataset, uri.dataset());
		assertEquals(ending == null ? "" : ending, uri.ending());
		assertEquals(text, uri.text());
		assertThrows(IllegalStateException.class, uri::path);
	}

	@Test
	void fileUrlsAndDrivesArePaths() {
		assertEquals(Path.of("/a b/c.n5"), VolumeUri.parse("file:///a%20b/c.n5?0")
			.path());
		assertFalse(VolumeUri.parse("c:/a/b.tif").isRemote());
	}

	@Test
	void aRemoteVolumeNeedsAStoreForIt() {
		final VolumeStores stores = new VolumeStores(List.of(new TiffStore(),
			new ChunkedStore(), new Hdf5Store()));
		for (final String ending : List.of("tif", "zarr", "h5")) {
			final UserError e = assertThrows(UserError.class, () -> stores.open(
				"http://127.0.0.1/a." + ending));
			assertTrue(e.getMessage().contains("is a remote volume"), e.getMessage());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.tif#z=6:0", "a.tif#z=3:3", "a.tif#z=3",
		"a.tif#z=-1:3", "a.tif#z=1:2,q=3:4", "", "?raw", "a.tif#x=1.5:2" })
	void othersAreRefused(final String text) {
		assertThrows(UserError.class, () -> VolumeUri.parse(text));
	}

	@Test
	void aCropMustLieInside() {
		final VolumeInfo info = ArrayVolume.of(new byte[60], 3, 4, 5).info();
		assertEquals(new Box(1, 0, 2, 3, 4, 5), Crop.parse("x=1:3,z=2:").of(info));
		for (final String crop : new String[] { "x=0:4", "z=5:6", "z=7:" }) {
			final UserError error = assertThrows(UserError.class, () -> Crop.parse(
				crop).of(info));
			assertTrue(error.getMessage().contains(crop), error.getMessage());
		}
	}
}
