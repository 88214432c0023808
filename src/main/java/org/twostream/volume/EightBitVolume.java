
package org.twostream.volume;

import java.util.Arrays;

import org.twostream.core.Box;

/**
 * Raw data of any type as 8-bit grey. 8-bit volumes stay as they are. Others
 * are stretched so that the 0.1st percentile becomes 0 and the 99.9th 255; the
 * percentiles are those of a sample of blocks spread evenly over the volume,
 * the same for each channel and each time. NaN becomes 0; a volume of one value
 * only becomes 0.
 */
public final class EightBitVolume extends MappedVolume {

	private static final double LOW = 0.001;
	private static final double HIGH = 0.999;
	/** Blocks of the sample along each axis. */
	private static final int BLOCKS = 4;
	/** Largest edges of such a block. */
	private static final int EDGE = 48;
	private static final int DEPTH = 4;

	private final float low;
	private final float high;

	private EightBitVolume(final EmVolume volume, final float low,
		final float high)
	{
		super(volume);
		this.low = low;
		this.high = high;
	}

	/**
	 * Reads the sample where the volume is not 8-bit.
	 *
	 * @throws org.twostream.core.UserError if a part of the file is missing or
	 *           damaged
	 */
	public static EmVolume of(final EmVolume volume) {
		if (volume.info().type() == PixelType.UINT8) return volume;
		final float[] sample = sample(volume);
		if (sample.length == 0) return new EightBitVolume(volume, 0, 0);
		Arrays.sort(sample);
		return new EightBitVolume(volume, at(sample, LOW), at(sample, HIGH));
	}

	/** What {@link #of} has made a volume of, or the volume itself. */
	public static EmVolume stored(final EmVolume volume) {
		return volume instanceof EightBitVolume mapped ? mapped.source() : volume;
	}

	private static float at(final float[] sorted, final double quantile) {
		return sorted[(int) Math.round(quantile * (sorted.length - 1))];
	}

	/** The finite values of evenly spread blocks of the first channel. */
	private static float[] sample(final EmVolume volume) {
		final VolumeInfo i = volume.info();
		final int blocks = BLOCKS * BLOCKS * BLOCKS;
		final float[] values = new float[blocks * EDGE * EDGE * DEPTH];
		int n = 0;
		for (int b = 0; b < blocks; b++) {
			final long x = start(i.xSize(), EDGE, b % BLOCKS);
			final long y = start(i.ySize(), EDGE, b / BLOCKS % BLOCKS);
			final long z = start(i.zSize(), DEPTH, b / BLOCKS / BLOCKS);
			final Box box = new Box(x, y, z, Math.min(x + EDGE, i.xSize()), Math.min(
				y + EDGE, i.ySize()), Math.min(z + DEPTH, i.zSize()));
			final float[] block = new float[box.arrayLength()];
			volume.read(0, box, block);
			for (final float v : block)
				if (Float.isFinite(v)) values[n++] = v;
		}
		return Arrays.copyOf(values, n);
	}

	private static long start(final long size, final int edge, final int block) {
		return Math.max(0, size - edge) * block / (BLOCKS - 1);
	}

	/** The value that becomes 0. */
	public float low() {
		return low;
	}

	/** The value that becomes 255. */
	public float high() {
		return high;
	}

	@Override
	EmVolume mapped(final EmVolume other) {
		return new EightBitVolume(other, low, high);
	}

	@Override
	void map(final int channel, final Box box, final byte[] target) {
		final float[] values = new float[box.arrayLength()];
		source().read(channel, box, values);
		final float scale = high > low ? 255 / (high - low) : 0;
		for (int i = 0; i < values.length; i++) {
			final float grey = (values[i] - low) * scale + 0.5f;
			target[i] = (byte) (int) Math.max(0, Math.min(255, grey));
		}
	}
}
