
package org.twostream.net;

/** One named array of a network. */
final class Parameter {

	/** What an array is for, and so how it starts and whether it is learned. */
	enum Kind {
			/** Convolution or linear weight: learned, decays, starts at random. */
			WEIGHT,
			/** Bias or normalisation shift: learned, starts at 0. */
			SHIFT,
			/**
			 * A bias before a normalisation: batch statistics take it out again and
			 * its gradient is 0, so it stays what it is.
			 */
			INERT,
			/** Normalisation scale: learned, starts at 1. */
			SCALE,
			/** Running mean: not learned, starts at 0. */
			MEAN,
			/** Running variance: not learned, starts at 1. */
			VARIANCE
	}

	private final String name;
	private final Kind kind;
	private final long[] shape;

	/**
	 * @param name as PyTorch's state_dict would call it
	 * @param kind what it is for
	 * @param shape (out, in, z, y, x) for convolutions, (channels) otherwise
	 */
	Parameter(final String name, final Kind kind, final long... shape) {
		this.name = name;
		this.kind = kind;
		this.shape = shape;
	}

	String name() {
		return name;
	}

	Kind kind() {
		return kind;
	}

	long[] shape() {
		return shape.clone();
	}

	boolean learned() {
		return kind == Kind.WEIGHT || kind == Kind.SHIFT || kind == Kind.SCALE;
	}

	/** Whether it counts as a parameter; running statistics do not. */
	boolean counts() {
		return learned() || kind == Kind.INERT;
	}

	boolean decays() {
		return kind == Kind.WEIGHT;
	}

	/** Numbers it holds, also where they would not fit one array. */
	long count() {
		long n = 1;
		for (final long s : shape)
			n = Math.multiplyExact(n, s);
		return n;
	}

	/** Numbers it holds. */
	int size() {
		return Math.toIntExact(count());
	}
}
