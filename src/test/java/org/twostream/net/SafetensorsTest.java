
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Seed;
import org.twostream.core.UserError;

class SafetensorsTest {

	@TempDir
	Path folder;

	private static final class Found implements Safetensors.Sink {

		private final List<Safetensors.Entry> entries = new ArrayList<>();
		private final List<float[]> arrays = new ArrayList<>();
		private Map<String, String> metadata = Map.of();

		@Override
		public void heading(final Map<String, String> found,
			final List<Safetensors.Entry> e)
		{
			metadata = found;
		}

		@Override
		public void values(final Safetensors.Entry entry, final float[] values) {
			entries.add(entry);
			arrays.add(values);
		}
	}

	private Path write(final float[]... arrays) {
		final Path file = folder.resolve("a.safetensors");
		final List<Safetensors.Entry> entries = new ArrayList<>();
		for (int i = 0; i < arrays.length; i++)
			entries.add(new Safetensors.Entry("array." + i, arrays[i].length, 1));
		Safetensors.write(file, Map.of("what", "a test"), entries, i -> arrays[i]);
		return file;
	}

	@Test
	void readsWhatItWroteAcrossChunks() {
		final float[] large = new float[(1 << 20) + 7];
		final var random = new Seed(1).random();
		for (int i = 0; i < large.length; i++)
			large[i] = (float) random.nextGaussian();
		final float[] odd = { 0, -0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY,
			Float.NaN };
		final Found found = new Found();
		Safetensors.read(write(large, odd, new float[0]), found);
		assertEquals("a test", found.metadata.get("what"));
		assertArrayEquals(large, found.arrays.get(0));
		assertArrayEquals(odd, found.arrays.get(1));
		assertEquals(0, found.arrays.get(2).length);
		assertEquals("array.1", found.entries.get(1).name());
		assertArrayEquals(new long[] { 5, 1 }, found.entries.get(1).shape());
	}

	@Test
	void readsAFileOfThePythonLibrary() {
		final Found found = new Found();
		Safetensors.read(Golden.file("unet.weights"), found);
		assertTrue(found.entries.stream().anyMatch(e -> e.name().equals(
			"embed.0.conv.weight") && java.util.Arrays.equals(e.shape(), new long[] {
				4, 1, 1, 5, 5 })));
	}

	@Test
	void refusesFilesThatAreCutOffAnywhere() throws IOException {
		final byte[] whole = Files.readAllBytes(write(new float[] { 1, 2, 3 }));
		for (int length = 0; length < whole.length; length++) {
			final Path cut = folder.resolve("cut.safetensors");
			Files.write(cut, java.util.Arrays.copyOf(whole, length));
			assertThrows(UserError.class, () -> Safetensors.read(cut, new Found()),
				length + " bytes");
		}
	}

	@Test
	void refusesAMissingFileInOneSentence() {
		final UserError e = assertThrows(UserError.class, () -> Safetensors.read(
			folder.resolve("none.safetensors"), new Found()));
		assertTrue(e.getMessage().contains("none.safetensors"), e.getMessage());
	}
}
