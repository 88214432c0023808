
package org.twostream.core;

import java.util.Locale;

/** What the network looks for; the key {@code target}. */
public enum Target {

		/** One channel, instances are 26-connected components. */
		MITOCHONDRIA(1, 300, "mitochondria"),
		/** Synaptic clefts: one channel. */
		CLEFT(1, 100, "clefts"),
		/**
		 * Synapses as pre- and post-synaptic sides: three channels pre, post,
		 * union; label ids odd = pre, even = post, 2n-1 and 2n a pair.
		 */
		POLARITY(3, 128, "synapses");

	private final int channels;
	private final int minVoxels;
	private final String objects;

	Target(final int channels, final int minVoxels, final String objects) {
		this.channels = channels;
		this.minVoxels = minVoxels;
		this.objects = objects;
	}

	/** Output channels of the network and of a prediction. */
	public int channels() {
		return channels;
	}

	/** Default of the key {@code min_voxels}. */
	public int minVoxels() {
		return minVoxels;
	}

	/** What a reader calls the objects: a plural. */
	public String objects() {
		return objects;
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
