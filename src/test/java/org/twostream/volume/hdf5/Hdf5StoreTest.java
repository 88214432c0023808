
package org.twostream.volume.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.EmVolumeContract;
import org.twostream.volume.VolumeUri;

class Hdf5StoreTest {

	private static final Path CREMI = Path.of("test-data", "volume", "cremi.h5");

	private static EmVolume open(final String uri) {
		return new Hdf5Store().open(VolumeUri.parse(uri));
	}

	/** The golden file holds the contract's size with its own pattern. */
	private abstract static class Golden extends EmVolumeContract {

		private final String dataset;
		private final long factor;

		Golden(final String dataset, final long factor) {
			this.dataset = dataset;
			this.factor = factor;
		}

		@Override
		protected long voxel(final long x, final long y, final long z) {
			return (7 * x + 13 * y + 29 * z + x * y % 5) % 256 * factor;
		}

		@Override
		protected EmVolume open() {
			return Hdf5StoreTest.open(CREMI + "?" + dataset);
		}
	}

	@Nested
	class Deflated extends Golden {

		Deflated() {
			super("volumes/raw", 1);
		}
	}

	@Nested
	class Contiguous extends Golden {

		Contiguous() {
			super("contiguous", 257);
		}
	}

	@Nested
	class Ids extends Golden {

		Ids() {
			super("volumes/labels/clefts", 1L << 40);
		}
	}

	@TempDir
	Path folder;

	@Test
	void withoutADatasetItTakesTheRawVolume() {
		try (EmVolume volume = open(CREMI.toString())) {
			assertEquals(1, volume.info().type().bytes());
			assertEquals(40, volume.info().voxelSize().orElseThrow().z());
		}
	}

	@Test
	void aMissingDatasetIsRefusedWithThoseThatAreThere() {
		final UserError error = assertThrows(UserError.class, () -> open(CREMI +
			"?volumes/labels/neurons"));
		assertTrue(error.getMessage().contains("volumes/labels/clefts"), error
			.getMessage());
		assertTrue(!error.getMessage().contains("table"), error.getMessage());
	}

	@Test
	void otherFilesAndCutOffOnesAreRefused() throws IOException {
		final Path text = Files.writeString(folder.resolve("a.h5"), "text");
		assertThrows(UserError.class, () -> open(text.toString()));
		final byte[] whole = Files.readAllBytes(CREMI);
		final Path file = folder.resolve("cut.h5");
		for (int part = 1; part < 10; part++) {
			Files.write(file, Arrays.copyOf(whole, whole.length * part / 10));
			final String message = "cut to " + part + "/10";
			assertThrows(UserError.class, () -> open(file.toString()), message);
		}
	}
}
