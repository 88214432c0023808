
package org.twostream.measure;

import org.twostream.core.Json;

/** How numbers that may be undefined stand in metrics.json. */
final class Numbers {

	private Numbers() {}

	/** Leaves the name out if the value is NaN: JSON has no such number. */
	static Json put(final Json json, final String name, final double value) {
		return Double.isNaN(value) ? json : json.put(name, value);
	}
}
