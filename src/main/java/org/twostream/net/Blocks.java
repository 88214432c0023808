
package org.twostream.net;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * How many convolutions an encoder-decoder has at each resolution.
 *
 * @param encoder on the way down, finest resolution first, the bottom last
 * @param decoder on the way up, finest resolution first: one less
 * @param flat how many of the finest resolutions work within sections (1 x 3 x
 *          3) and not in 3-D (3 x 3 x 3)
 */
public record Blocks(List<Integer> encoder, List<Integer> decoder, int flat)
		implements
			Serializable {

	/** Those of a family that has one form only. */
	public static final Blocks FIXED = new Blocks(List.of(), List.of(), 0);

	/** Most resolutions, and most convolutions of a block. */
	static final int MOST = 6;

	public Blocks {
		encoder = List.copyOf(encoder);
		decoder = List.copyOf(decoder);
	}

	/**
	 * @throws UserError if they do not belong to so many filters
	 */
	void check(final List<Integer> filters) {
		final int n = filters.size();
		if (n < 2 || n > MOST) throw wrong(n + " resolutions", "2 to " + MOST);
		if (encoder.size() != n) throw wrong(encoder.size() + " encoder blocks",
			"as many as filters, " + n);
		if (decoder.size() != n - 1) throw wrong(decoder.size() + " decoder blocks",
			"one less than filters, " + (n - 1));
		if (flat < 0 || flat > n) throw wrong(flat + " flat resolutions", "0 to " +
			n);
		if (Collections.min(filters) < 1 || Collections.max(filters) > 1024)
			throw wrong("filters " + filters, "numbers from 1 to 1024");
		for (final List<Integer> side : Arrays.asList(encoder, decoder))
			if (Collections.min(side) < 1 || Collections.max(side) > MOST)
				throw wrong("blocks of " + side + " convolutions", "1 to " + MOST +
					" in each");
	}

	private static UserError wrong(final String found, final String wanted) {
		return new UserError("The encoder-decoder has " + found + "; give " +
			wanted + ".");
	}

	/** Nothing where the blocks are fixed. */
	Json json() {
		return equals(FIXED) ? new Json() : new Json().put("encoder", encoder).put(
			"decoder", decoder).put("flat", flat);
	}

	static Blocks fromJson(final Json json) {
		return json.has("encoder") ? new Blocks(integers(json, "encoder"), integers(
			json, "decoder"), (int) json.integer("flat")) : FIXED;
	}

	private static List<Integer> integers(final Json json, final String key) {
		return Arrays.stream(json.numbers(key)).mapToObj(d -> (int) d).toList();
	}
}
