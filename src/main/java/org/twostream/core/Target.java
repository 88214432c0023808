
package org.twostream.core;

import java.util.Locale;

/** What the network looks for; the key {@code target}. */
public enum Target {

		/** One channel, instances are 26-connected components. */
		MITOCHONDRIA(1, 300),
		/** Synaptic clefts: one channel. */
		CLEFT(1, 100),
		/**
		 * Synapses as pre- and post-synaptic sides: three channels pre, post,
		 * union; label ids odd = pre, even = post, 2n-1 and 2n a pair.
		 */
		POLARITY(3, 128);

	private final int channels;
	private final int minVoxels;

	Target(final int channels, final int minVoxels) {
		this.channels = channels;
		this.minVoxels = minVoxels;
	}

	/** Output channels of the network and of a prediction. */
	public int channels() {
		return channels;
	}

	/** Default of the key {@code min_voxels}. */
	public int minVoxels() {
		return minVoxels;
	}

	/** The form in keys and files: lower case. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @throws UserError if the text names no target
	 */
	public static Target parse(final String text) {
		for (final Target t : values())
			if (t.name().equalsIgnoreCase(text.trim())) return t;
		throw new UserError("target=" + text +
			" is none of mitochondria, cleft, polarity; choose one of them.");
	}
}
