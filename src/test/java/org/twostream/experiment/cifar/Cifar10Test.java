
package org.twostream.experiment.cifar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.UserError;
import org.twostream.embed.PatchSource;

class Cifar10Test {

	private static final int RECORD = 3073;

	@TempDir
	Path folder;

	private byte[] write(final String name, final int images) throws IOException {
		final byte[] bytes = new byte[images * RECORD];
		new SplittableRandom(name.hashCode()).nextBytes(bytes);
		for (int i = 0; i < images; i++)
			bytes[i * RECORD] = (byte) (i % 10);
		Files.write(folder.resolve(name), bytes);
		return bytes;
	}

	@Test
	void readsLabelsAndPlanesAcrossFiles() throws IOException {
		for (int b = 1; b <= 5; b++)
			write("data_batch_" + b + ".bin", 3);
		final byte[] second = write("data_batch_2.bin", 3);
		final Cifar10 some = Cifar10.training(folder, 5);
		assertEquals(5, some.size());
		assertArrayEquals(new int[] { 0, 1, 2, 0, 1 }, some.labels());
		assertEquals(second[RECORD + 1], some.pixels().get(4)[0]);
		assertEquals(15, Cifar10.training(folder, 1000).size());
	}

	@Test
	void refusesWhatIsNoCifar10() throws IOException {
		assertTrue(assertThrows(UserError.class, () -> Cifar10.test(folder, 5))
			.getMessage().contains("There is no"));
		Files.write(folder.resolve("test_batch.bin"), new byte[100]);
		assertThrows(UserError.class, () -> Cifar10.test(folder, 5));
		final byte[] bad = new byte[RECORD];
		bad[0] = 10;
		Files.write(folder.resolve("test_batch.bin"), bad);
		assertTrue(assertThrows(UserError.class, () -> Cifar10.test(folder, 5))
			.getMessage().contains("label 10"));
	}

	@Test
	void patchesAreTheGreyImageEnlarged() {
		final byte[] flat = new byte[3072];
		java.util.Arrays.fill(flat, (byte) 200);
		final float[] patch = new float[PatchSource.PIXELS];
		new CifarPatches(List.of(flat)).read(0, patch, 0);
		for (final float p : patch)
			assertEquals(200 / 255f, p, 1e-5);
		// a ramp along x stays a ramp between the middles of the outer pixels
		final byte[] ramp = new byte[3072];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = (byte) (4 * (i % 32));
		new CifarPatches(List.of(ramp)).read(0, patch, 0);
		for (int x = 2; x < 110; x++)
			assertEquals(4 * ((x + 0.5) * 32 / 112 - 0.5) / 255, patch[112 * 50 + x],
				1e-5);
	}
}
