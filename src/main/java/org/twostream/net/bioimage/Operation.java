
package org.twostream.net.bioimage;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** A step of a model's pre- or postprocessing. */
sealed interface Operation {

	/** What a statistic is taken over. */
	enum Scope {
			/** One section. */
			SECTION,
			/** The whole volume. */
			VOLUME
	}

	/** A value made from a value and the number of its channel. */
	@FunctionalInterface
	interface PerChannel {

		double of(double value, int channel);
	}

	/** Every number by itself. */
	record Pointwise(PerChannel function) implements Operation {

		static Pointwise of(final DoubleUnaryOperator function) {
			return new Pointwise((v, c) -> function.applyAsDouble(v));
		}
	}

	/** Every number by what all of them are. */
	record Fitted(Scope scope, Function<Distribution, DoubleUnaryOperator> fit)
			implements
				Operation {
	}

	/** exp(v) over its sum, across the channels. */
	record Softmax() implements Operation {
	}
}
