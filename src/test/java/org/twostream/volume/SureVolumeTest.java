
package org.twostream.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.twostream.core.Target;

class SureVolumeTest {

	private static final ArrayVolume LABELS = ArrayVolume.of(new long[] { 0, 1, 2,
		7, 1L << 40, 0 }, 3, 2, 1);

	private static int[] channel(final EmVolume volume, final int channel) {
		final byte[] bytes = volume.bytes(channel, volume.info().box());
		final int[] values = new int[bytes.length];
		for (int i = 0; i < values.length; i++)
			values[i] = bytes[i] & 0xFF;
		return values;
	}

	@Test
	void objectsAreSure() {
		final EmVolume sure = new SureVolume(LABELS, Target.CLEFT);
		assertEquals(PixelType.UINT8, sure.info().type());
		assertEquals(1, sure.info().channels());
		assertArrayEquals(new int[] { 0, 255, 255, 255, 255, 0 }, channel(sure, 0));
		final float[] numbers = new float[6];
		sure.read(0, sure.info().box(), numbers);
		assertArrayEquals(new float[] { 0, 255, 255, 255, 255, 0 }, numbers);
	}

	@Test
	void polarityHasOddEvenAndBoth() {
		final EmVolume sure = new SureVolume(LABELS, Target.POLARITY);
		assertEquals(3, sure.info().channels());
		assertArrayEquals(new int[] { 0, 255, 0, 255, 0, 0 }, channel(sure, 0));
		assertArrayEquals(new int[] { 0, 0, 255, 0, 255, 0 }, channel(sure, 1));
		assertArrayEquals(new int[] { 0, 255, 255, 255, 255, 0 }, channel(sure, 2));
	}
}
