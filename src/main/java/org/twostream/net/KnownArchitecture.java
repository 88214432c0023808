
package org.twostream.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.twostream.core.UserError;
import org.twostream.net.Architecture.Family;
import org.twostream.net.Architecture.Option;

/** The networks by the names that users give (docs/segmentation.md). */
public enum KnownArchitecture {

		/** Network A, gates as the published code pools them. */
		PAPER(Family.FEATURE_PYRAMID, List.of(32, 64, 128, 256, 256)),
		/** Network A, gates as the paper's text pools them. */
		PAPER_TEXT(Family.FEATURE_PYRAMID, List.of(32, 64, 128, 256, 256),
			Option.TEXT_POOLING),
		/**
		 * Network C as the tutorials of 2020 use it for mitochondria and clefts.
		 */
		LIGHT(Family.RESIDUAL_UNET, List.of(28, 36, 48, 64, 80)),
		/** Network C as the tutorials of 2020 use it for polarity. */
		WIDE(Family.RESIDUAL_UNET, List.of(32, 64, 128, 256, 256)),
		/** Network C, narrow enough for a short try. */
		TINY(Family.RESIDUAL_UNET, List.of(8, 12, 16, 24, 32)),
		/** LIGHT exactly as in 2020, with normalisation before the sigmoid. */
		LIGHT_NORM(Family.RESIDUAL_UNET, List.of(28, 36, 48, 64, 80),
			Option.OUTPUT_NORM),
		/** WIDE exactly as in 2020, with normalisation before the sigmoid. */
		WIDE_NORM(Family.RESIDUAL_UNET, List.of(32, 64, 128, 256, 256),
			Option.OUTPUT_NORM);

	private final Family family;
	private final List<Integer> filters;
	private final Set<Option> options;

	KnownArchitecture(final Family family, final List<Integer> filters,
		final Option... options)
	{
		this.family = family;
		this.filters = filters;
		this.options = Set.of(options);
	}

	/** The value of the key {@code model}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * @throws UserError if no network has that name
	 */
	public static KnownArchitecture of(final String key) {
		for (final KnownArchitecture a : values())
			if (a.key().equals(key)) return a;
		throw new UserError("model=" + key + " is none of " + Arrays.stream(
			values()).map(KnownArchitecture::key).collect(Collectors.joining(", ")) +
			", nor a model folder; choose one of them.");
	}

	Family family() {
		return family;
	}

	/** With so many output channels. */
	public Architecture with(final int channels) {
		return new Architecture(family, filters, channels, options);
	}
}
