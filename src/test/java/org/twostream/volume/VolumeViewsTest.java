
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.UserError;

class VolumeViewsTest {

	@Test
	void eightBitsStayAsTheyAre() {
		final ArrayVolume volume = ArrayVolume.of(new byte[8], 2, 2, 2);
		assertSame(volume, EightBitVolume.of(volume));
		assertSame(volume, ProbabilityVolume.of(volume));
	}

	@Test
	void rawIsStretchedBetweenItsPercentiles() {
		final int n = 40 * 30 * 10;
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = 1000 + i * 7919 % n;
		values[5] = Float.NaN;
		values[6] = 1e9f;
		final EightBitVolume view = (EightBitVolume) EightBitVolume.of(ArrayVolume
			.of(values, 40, 30, 10));
		// The values but two are 1000 .. 1000 + n - 1, each about as often.
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		assertEquals(1000 + 0.001 * n, view.low(), 3);
		assertEquals(1000 + 0.999 * n, view.high(), 3);
		assertEquals(PixelType.UINT8, view.info().type());
		final byte[] bytes = view.bytes(0, view.info().box());
		assertEquals(0, bytes[5]);
		assertEquals((byte) 255, bytes[6]);
		for (int i = 7; i < n; i++) {
			final double expected = Math.max(0, Math.min(255, 255.0 * (values[i] -
				view.low()) / (view.high() - view.low())));
			assertEquals(expected, bytes[i] & 0xff, 0.51);
		}
		final float[] floats = new float[4];
		view.read(0, new Box(2, 3, 4, 6, 4, 5), floats);
		for (int i = 0; i < 4; i++)
			assertEquals(bytes[2 + i + 40 * (3 + 30 * 4)] & 0xff, floats[i], 0f);
	}

	@Test
	void theSampleCoversLargeVolumesAndIsTheSameEachTime() {
		final long[] values = new long[400 * 300 * 4];
		final Random random = new Random(1);
		for (int i = 0; i < values.length; i++)
			values[i] = 20000 + (long) (1000 * random.nextGaussian());
		final ArrayVolume volume = ArrayVolume.of(values, 400, 300, 4);
		final EightBitVolume one = (EightBitVolume) EightBitVolume.of(volume);
		final EightBitVolume two = (EightBitVolume) EightBitVolume.of(volume);
		assertEquals(one.low(), two.low());
		assertEquals(one.high(), two.high());
		// The normal distribution's 0.1st percentile lies 3.09 sigma out.
		assertEquals(20000 - 3090, one.low(), 60);
		assertEquals(20000 + 3090, one.high(), 60);
	}

	@Test
	void oneValueOnlyBecomesZero() {
		final EmVolume view = EightBitVolume.of(ArrayVolume.of(new float[] { 3, 3 },
			2, 1, 1));
		assertArrayEquals(new byte[2], view.bytes(0, Box.ofSize(2, 1, 1)));
	}

	@Test
	void probabilitiesAreRoundedAndOthersRefused() {
		final EmVolume view = ProbabilityVolume.of(ArrayVolume.of(new float[] { 0,
			0.5f, 1, 0.1f }, 4, 1, 1));
		assertArrayEquals(new byte[] { 0, (byte) 128, (byte) 255, 26 }, view.bytes(
			0, Box.ofSize(4, 1, 1)));
		for (final float bad : new float[] { -0.1f, 1.01f, 255, Float.NaN }) {
			final EmVolume wrong = ProbabilityVolume.of(ArrayVolume.of(new float[] {
				0.5f, bad }, 2, 1, 1));
			final UserError error = assertThrows(UserError.class, () -> wrong.bytes(0,
				Box.ofSize(2, 1, 1)));
			assertTrue(error.getMessage().contains(Float.toString(bad)), error
				.getMessage());
		}
		assertThrows(UserError.class, () -> ProbabilityVolume.of(ArrayVolume.of(
			new long[1], 1, 1, 1)));
	}

	@Test
	void foregroundIsWhateverIsNotZero() {
		assertArrayEquals(new byte[] { 0, -1, -1, 0 }, ForegroundVolume.of(
			ArrayVolume.of(new long[] { 0, 1L << 40, 256, -1 }, 4, 1, 1)).bytes(0, Box
				.ofSize(4, 1, 1)));
		assertArrayEquals(new byte[] { 0, -1, -1 }, ForegroundVolume.of(ArrayVolume
			.of(new byte[] { 0, 1, -1 }, 3, 1, 1)).bytes(0, Box.ofSize(3, 1, 1)));
		assertThrows(UserError.class, () -> ForegroundVolume.of(ArrayVolume.of(
			new float[1], 1, 1, 1)));
	}
}
