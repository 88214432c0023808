
package org.twostream.measure;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/**
 * Which voxels of a volume count as foreground: a probability at a threshold,
 * or labels that are not background. Read box by box, arrays x fastest.
 * Thread-safe.
 */
public final class ForegroundMask {

	/** Value of a background voxel in what {@link #read} returns. */
	public static final byte BACKGROUND = 0;
	/** Value of a foreground voxel. */
	public static final byte FOREGROUND = 1;
	/** Value of a voxel that is counted nowhere. */
	public static final byte IGNORED = 2;

	private final EmVolume volume;
	private final int channel;
	// -1: a label volume
	private final int lowest;

	private ForegroundMask(final EmVolume volume, final int channel,
		final int lowest)
	{
		if (channel < 0 || channel >= volume.info().channels()) throw new UserError(
			"Channel " + channel + " does not exist; there are " + volume.info()
				.channels() + ", counted from 0.");
		this.volume = volume;
		this.channel = channel;
		this.lowest = lowest;
	}

	/**
	 * Foreground where stored value / 255 &gt;= threshold.
	 *
	 * @param probability {@link PixelType#UINT8}, 0..255
	 * @param channel 0-based
	 * @param threshold 0..1
	 * @throws UserError if the threshold is outside 0..1, the volume of another
	 *           type, or there is no such channel
	 */
	public static ForegroundMask atThreshold(final EmVolume probability,
		final int channel, final double threshold)
	{
		if (probability.info().type() != PixelType.UINT8) throw new UserError(
			"A prediction of type " + probability.info().type() +
				" cannot be compared at a threshold; give 8-bit probabilities.");
		return new ForegroundMask(probability, channel, lowestValue(threshold));
	}

	/**
	 * Foreground where the label is not 0. In 64-bit labels also 2^64-1 is
	 * background and 2^64-2 is counted nowhere, as in the CREMI challenge's
	 * volumes.
	 *
	 * @param channel 0-based
	 * @throws UserError if the volume is {@link PixelType#FLOAT32} or there is no
	 *           such channel
	 */
	public static ForegroundMask ofLabels(final EmVolume labels,
		final int channel)
	{
		if (labels.info().type() == PixelType.FLOAT32) throw new UserError(
			"Labels of type FLOAT32 are not ids; give an integer volume.");
		return new ForegroundMask(labels, channel, -1);
	}

	/**
	 * The lowest 8-bit value that counts at a threshold, 0..255.
	 *
	 * @throws UserError if the threshold is outside 0..1
	 */
	static int lowestValue(final double threshold) {
		if (!(threshold >= 0 && threshold <= 1)) throw new UserError("threshold=" +
			threshold + " is not a probability; give 0 to 1.");
		int value = 0;
		while (value / 255.0 < threshold)
			value++;
		return value;
	}

	public VolumeInfo info() {
		return volume.info();
	}

	/**
	 * {@link #BACKGROUND}, {@link #FOREGROUND} or {@link #IGNORED} per voxel of
	 * the box.
	 *
	 * @throws UserError if the file is damaged
	 */
	public byte[] read(final Box box) {
		if (info().type() == PixelType.UINT8) {
			final byte[] values = volume.bytes(channel, box);
			final int least = Math.max(lowest, lowest < 0 ? 1 : 0);
			for (int i = 0; i < values.length; i++)
				values[i] = (values[i] & 0xFF) >= least ? FOREGROUND : BACKGROUND;
			return values;
		}
		final long[] ids = volume.ids(channel, box);
		final boolean cremi = info().type() == PixelType.UINT64;
		final byte[] values = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			values[i] = ids[i] == 0 || cremi && ids[i] == -1 ? BACKGROUND : cremi &&
				ids[i] == -2 ? IGNORED : FOREGROUND;
		return values;
	}
}
