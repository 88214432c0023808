
package org.twostream.segment;

import org.twostream.core.Target;

/**
 * Label ids as one byte per voxel that says all a network learns of them:
 * background, foreground (polarity: pre from odd ids, post from even ids), or
 * no say. The ids 2^64-1 and 2^64-2, by which CREMI marks background and
 * unlabelled voxels, are background and no say.
 */
final class TargetCodes {

	static final byte BACKGROUND = 0;
	/** Foreground, or the pre-synaptic side. */
	static final byte FIRST = 1;
	/** The post-synaptic side. */
	static final byte SECOND = 2;
	static final byte NO_SAY = 3;

	private static final long CREMI_BACKGROUND = -1;
	private static final long CREMI_INVALID = -2;

	private TargetCodes() {}

	static byte code(final long id, final Target target) {
		if (id == 0 || id == CREMI_BACKGROUND) return BACKGROUND;
		if (id == CREMI_INVALID) return NO_SAY;
		return target == Target.POLARITY && (id & 1) == 0 ? SECOND : FIRST;
	}

	static boolean foreground(final byte code) {
		return code == FIRST || code == SECOND;
	}

	static int countForeground(final byte[] codes) {
		int n = 0;
		for (final byte code : codes)
			if (foreground(code)) n++;
		return n;
	}

	/** Channels 0 or 1, NaN for no say: one, or pre, post, union. */
	static float[] channels(final byte[] codes, final Target target) {
		final int n = codes.length;
		final float[] channels = new float[target.channels() * n];
		for (int i = 0; i < n; i++) {
			final byte code = codes[i];
			if (code == BACKGROUND) continue;
			final float value = code == NO_SAY ? Float.NaN : 1;
			if (target.channels() == 1) {
				channels[i] = value;
				continue;
			}
			if (code != SECOND) channels[i] = value;
			if (code != FIRST) channels[n + i] = value;
			channels[2 * n + i] = value;
		}
		return channels;
	}
}
