
package org.twostream.review;

import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * How a missed object was found. Its mask is the component that holds the place
 * in that prediction at that threshold, so it can be made again; where the
 * threshold is 0 there is none, and the place is a bare point.
 *
 * @param x voxels, the place that was marked
 * @param y voxels
 * @param z voxels
 * @param prediction number of the prediction, such as "001"
 * @param threshold probability, 0..1
 */
public record Find(long x, long y, long z, String prediction,
		double threshold) {

	/** Whether there is no mask. */
	public boolean isPoint() {
		return threshold == 0;
	}

	Json json() {
		return new Json().put("place_px", java.util.List.of(x, y, z)).put(
			"prediction", prediction).put("threshold", threshold);
	}

	static Find of(final Json json) {
		final double[] p = json.numbers("place_px");
		if (p.length != 3) throw new UserError("A marked place has " + p.length +
			" coordinates instead of 3; correct the file.");
		return new Find((long) p[0], (long) p[1], (long) p[2], json.string(
			"prediction"), json.number("threshold"));
	}
}
