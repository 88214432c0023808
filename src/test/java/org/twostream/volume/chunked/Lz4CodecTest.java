
package org.twostream.volume.chunked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

import net.jpountz.lz4.LZ4BlockOutputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the library that N5 uses. */
class Lz4CodecTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 16, 200, 256 })
	void readsWhatLz4JavaWrote(final int values) throws IOException {
		final SplittableRandom random = new SplittableRandom(values);
		for (int n = 1; n < 200_000; n = n * 3 + 1) {
			final byte[] original = new byte[n];
			for (int i = 0; i < n; i++)
				original[i] = (byte) (random.nextInt(4) == 0 || i < 300 ? random
					.nextInt(values) : original[i - 1 - random.nextInt(300)]);
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			// Blocks of 64 kB: the larger arrays take several.
			try (LZ4BlockOutputStream out = new LZ4BlockOutputStream(bytes,
				1 << 16))
			{
				out.write(original);
			}
			final Bytes in = new Bytes();
			in.array = bytes.toByteArray();
			in.length = in.array.length;
			final Bytes decoded = new Bytes();
			try (Scratch scratch = new Scratch()) {
				new Lz4Codec(true).decode(in, decoded, n, scratch);
				assertArrayEquals(original, Arrays.copyOf(decoded.array,
					decoded.length));
				in.array = Arrays.copyOf(in.array, in.length);
				in.length = Math.min(in.length, 21 + 2);
				final int expected = n;
				if (n > 40) assertThrows(IOException.class, () -> new Lz4Codec(true)
					.decode(in, decoded, expected, scratch));
			}
		}
	}
}
