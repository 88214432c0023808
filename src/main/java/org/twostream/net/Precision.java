
package org.twostream.net;

/** What a network computes in; weights are stored as float32 either way. */
public enum Precision {

		/** float32 throughout. */
		FP32("fp32"),
		/**
		 * bfloat16 between layers, float32 in normalisation statistics, losses and
		 * optimiser; about twice as fast, probabilities differ by about 0.01.
		 * float32 on processors without instructions for bfloat16. On those with
		 * AMX, where libtorch 2.7.1 writes beyond its buffers, the gradients of
		 * weights are taken in float32, and networks with other layers than padded
		 * convolutions learn in float32 altogether.
		 */
		REDUCED("reduced");

	private final String key;

	Precision(final String key) {
		this.key = key;
	}

	/** The value of the key {@code precision}. */
	public String key() {
		return key;
	}

	/**
	 * @throws org.twostream.core.UserError if no precision has that key
	 */
	public static Precision of(final String key) {
		for (final Precision p : values())
			if (p.key.equals(key)) return p;
		throw new org.twostream.core.UserError("precision=" + key +
			" is neither fp32 nor reduced; choose one of them.");
	}
}
