
package org.twostream.net;

import java.util.List;

import org.twostream.core.Json;

/**
 * Which segmentation network: enough to build it again.
 *
 * @param name paper (network A), light (network C, 28,36,48,64,80), wide
 *          (network C, 32,64,128,256,256) or tiny (network C, narrower)
 * @param filters channels per stage, five numbers
 * @param channels output channels: 1, or 3 for polarity (pre, post, union)
 * @param sePooling network A only: "code" (16/8/4/2/2, z halved in stages 4 and
 *          5) or "text" (4x in x and y); "" otherwise
 */
public record Architecture(String name, List<Integer> filters, int channels,
		String sePooling) {

	public Architecture {
		filters = List.copyOf(filters);
	}

	/**
	 * @throws org.twostream.core.UserError if no network has that name
	 */
	public static Architecture named(final String name, final int channels) {
		switch (name) {
			case "paper":
				return new Architecture(name, List.of(32, 64, 128, 256, 256), channels,
					"code");
			case "light":
				return new Architecture(name, List.of(28, 36, 48, 64, 80), channels,
					"");
			case "wide":
				return new Architecture(name, List.of(32, 64, 128, 256, 256), channels,
					"");
			case "tiny":
				return new Architecture(name, List.of(8, 12, 16, 24, 32), channels, "");
			default:
				throw new org.twostream.core.UserError("model=" + name +
					" is none of paper, light, wide, tiny, nor a model folder; choose one of them.");
		}
	}

	public Json json() {
		return new Json().put("name", name).put("filters", filters).put("channels",
			channels).put("se_pooling", sePooling);
	}

	public static Architecture fromJson(final Json json) {
		final List<Integer> filters = new java.util.ArrayList<>();
		for (final double f : json.numbers("filters"))
			filters.add((int) f);
		return new Architecture(json.string("name"), filters, (int) json.integer(
			"channels"), json.string("se_pooling", ""));
	}
}
