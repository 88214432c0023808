
package org.twostream.volume.n5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;

/**
 * Volumes in a bucket of an S3-compatible server, whose address is given to
 * Amazon's library as a user would give it, here by system properties.
 */
class BucketVolumeTest {

	private static final Path GOLDEN = Path.of("test-data", "volume");
	private static final VolumeStores STORES = new VolumeStores(List.of(
		new ChunkedStore(), new N5Store()));
	private static final String ENDPOINT = "aws.endpointUrlS3";
	private static final String REGION = "aws.region";

	private static BucketServer server;

	@BeforeAll
	static void start() throws IOException {
		server = new BucketServer("golden", GOLDEN);
		System.setProperty(ENDPOINT, server.endpoint());
		System.setProperty(REGION, "us-east-1");
	}

	@AfterAll
	static void stop() {
		System.clearProperty(ENDPOINT);
		System.clearProperty(REGION);
		server.close();
	}

	@ParameterizedTest
	@CsvSource({ "v2-zstd.zarr,", "v2-zstd.zarr,s0", "v2-raw-5d.zarr,",
		"v3-zstd.zarr,", "v3-sharded.zarr,s0", "zstd.n5,raw", "gzip.n5," })
	void readsTheSameAsOurReaderDoesLocally(final String name,
		final String dataset) throws IOException
	{
		final String query = dataset == null ? "" : "?" + dataset;
		final int before = server.handedOut().size();
		try (EmVolume expected = STORES.open(GOLDEN.resolve(name) + query);
				EmVolume actual = STORES.open("s3://golden/" + name + query))
		{
			assertEquals(expected.info().box(), actual.info().box());
			assertEquals(expected.info().type(), actual.info().type());
			assertEquals(expected.info().voxelSize(), actual.info().voxelSize());
			final float[] a = new float[expected.info().box().arrayLength()];
			final float[] b = new float[a.length];
			expected.read(0, expected.info().box(), a);
			actual.read(0, expected.info().box(), b);
			assertArrayEquals(a, b);
		}
		assertTrue(server.handedOut().size() > before);
	}

	@Test
	void nothingThereIsSaid() {
		final UserError e = assertThrows(UserError.class, () -> STORES.open(
			"s3://golden/nothing.zarr"));
		assertTrue(e.getMessage().startsWith("s3://golden/nothing.zarr "), e
			.getMessage());
		assertTrue(e.getMessage().endsWith("."), e.getMessage());
		assertFalse(e.getMessage().contains("\n"), e.getMessage());
	}
}
