
package org.twostream.volume;

import org.twostream.core.Box;
import org.twostream.core.UserError;

/**
 * A polarity prediction of classes of which each voxel has one (a softmax of
 * background, pre and post) as the channels pre, post and union that all else
 * reads. The union is the likelier side's share beside the background, p / (p +
 * b): it reaches 0.5 exactly where the class of highest probability is not the
 * background, which of equal ones comes first, then pre. The likelier side is
 * 255 in its channel, the other 0. With a threshold of 0.5 that is the
 * exclusive mode of the function polarity2instance as published since 2022; a
 * higher one asks that a side be so much likelier than the background.
 * Thread-safe; closing it closes the prediction.
 */
public final class ExclusiveVolume extends MappedVolume {

	private static final long serialVersionUID = 1L;
	private static final int CHANNELS = 3;
	private static final int BACKGROUND = 0;
	private static final int PRE = 1;
	private static final int POST = 2;
	private static final int UNION = 2;

	private ExclusiveVolume(final EmVolume probability) {
		super(probability);
	}

	/**
	 * @param probability 8-bit, channels background, pre, post
	 * @throws UserError if there are not three channels of 8 bits
	 */
	public static EmVolume of(final EmVolume probability) {
		final VolumeInfo info = probability.info();
		if (info.channels() != CHANNELS || info.type() != PixelType.UINT8)
			throw new UserError("The prediction has " + info.channels() +
				" channel(s) of " + info.type() +
				" where exclusive=yes needs the three background, pre, post of 8 bits; give another prediction or leave exclusive out.");
		return new ExclusiveVolume(probability);
	}

	@Override
	EmVolume mapped(final EmVolume other) {
		return new ExclusiveVolume(other);
	}

	@Override
	void map(final int channel, final Box box, final byte[] target) {
		final byte[] pre = source().bytes(PRE, box);
		final byte[] post = source().bytes(POST, box);
		if (channel != UNION) {
			for (int i = 0; i < pre.length; i++)
				target[i] = (byte) ((pre[i] & 255) >= (post[i] & 255) == (channel == 0)
					? 255 : 0);
			return;
		}
		final byte[] background = source().bytes(BACKGROUND, box);
		for (int i = 0; i < pre.length; i++)
			target[i] = share(Math.max(pre[i] & 255, post[i] & 255), background[i] &
				255);
	}

	/** A half is rounded down: equal ones do not reach 0.5. */
	private static byte share(final int side, final int background) {
		final int both = side + background;
		return both == 0 ? 0 : (byte) ((2 * 255 * side + both - 1) / (2 * both));
	}
}
