
package org.twostream.net;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * Which segmentation network: enough to build it again. What users call them
 * are the {@link KnownArchitecture}s.
 *
 * @param family the kind of network
 * @param filters channels per resolution, finest first, as many as the family
 *          has
 * @param channels output channels: 1, or 3 for polarity (pre, post, union)
 * @param options how it departs from the plain form of its family
 * @param blocks convolutions per resolution, for the family that leaves them
 *          open, else {@link Blocks#FIXED}
 */
public record Architecture(Family family, List<Integer> filters, int channels,
		Set<Option> options, Blocks blocks) implements Serializable {

	private static final int OPEN = 0;

	/** Kinds of networks. */
	public enum Family {

			/** Network A of reference model.md 1.2. */
			FEATURE_PYRAMID(5, EnumSet.of(Option.TEXT_POOLING, Option.LOSS_HEAD)),
			/** Network B of reference model.md 1.3. */
			GATED_UNET(5, EnumSet.of(Option.TEXT_POOLING, Option.TWO_BLOCKS)),
			/** Network C of reference model.md 1.4. */
			RESIDUAL_UNET(5, EnumSet.of(Option.OUTPUT_NORM, Option.HALF)),
			/** The 2D-3D network of reference model.md 6.1. */
			HYBRID(4, EnumSet.of(Option.FLAT, Option.SINGLE_LOSS, Option.NO_PYRAMID,
				Option.SOFTMAX)),
			/** U-Net in the section, unpadded (reference model.md 6.2). */
			UNET_2D(5, EnumSet.of(Option.SOFTMAX)),
			/** U-Net in 3-D (reference model.md 6.2). */
			UNET_3D(3, EnumSet.of(Option.THICK, Option.SOFTMAX)),
			/** Any depth and width: what an architecture search draws from. */
			ENCODER_DECODER(OPEN, EnumSet.noneOf(Option.class));

		private final int resolutions;
		private final Set<Option> allowed;

		Family(final int resolutions, final Set<Option> allowed) {
			this.resolutions = resolutions;
			this.allowed = allowed;
		}
	}

	/** What a family can have otherwise. */
	public enum Option {
			/**
			 * Gates average over 4 x 4 pixels, as the paper's text says; else over
			 * 16, 8, 4, 2 and 2 pixels and in the last two stages 2 sections, as its
			 * code does.
			 */
			TEXT_POOLING,
			/** A second head that predicts the loss of a window (model.md 4). */
			LOSS_HEAD,
			/** Two blocks per stage instead of one. */
			TWO_BLOCKS,
			/** A normalisation between the last convolution and the sigmoid. */
			OUTPUT_NORM,
			/** Works on sections of half the width and height, and interpolates. */
			HALF,
			/** Without 3 x 3 x 3 convolutions in encoder and decoder. */
			FLAT,
			/** The 2-D predictions are not learned from. */
			SINGLE_LOSS,
			/** The 2-D predictions are the result. */
			NO_PYRAMID,
			/** Pools along z too. */
			THICK,
			/**
			 * The channels are classes of which each voxel has one (softmax and
			 * cross-entropy); else each is a yes or no of its own (sigmoid).
			 */
			SOFTMAX
	}

	/**
	 * @throws UserError if the family has another number of resolutions or not
	 *           such options, as in a damaged model.json
	 */
	public Architecture {
		filters = List.copyOf(filters);
		options = Set.copyOf(options);
		if (family.resolutions == OPEN) blocks.check(filters);
		else if (filters.size() != family.resolutions) throw new UserError(
			"The architecture " + key(family) + " has " + filters.size() +
				" filters instead of " + family.resolutions +
				"; choose an undamaged model.");
		if (!family.allowed.containsAll(options)) throw new UserError(
			"The architecture " + key(family) + " has no options " + keys(options) +
				"; choose an undamaged model.");
		if (channels < 1) throw new UserError("The architecture has " + channels +
			" output channels; choose an undamaged model.");
	}

	/** Of a family whose blocks are fixed. */
	public Architecture(final Family family, final List<Integer> filters,
		final int channels, final Set<Option> options)
	{
		this(family, filters, channels, options, Blocks.FIXED);
	}

	/**
	 * @param name a {@link KnownArchitecture} or the text of an
	 *          {@link EncoderDecoder}
	 * @throws UserError if no network has that name or the text describes none
	 */
	public static Architecture named(final String name, final int channels) {
		return EncoderDecoder.describes(name) ? EncoderDecoder.parse(name, channels)
			: KnownArchitecture.of(name).with(channels);
	}

	/** Whether it has an option. */
	public boolean has(final Option option) {
		return options.contains(option);
	}

	/** Whether it is trained with a weight per voxel (reference model.md 6.2). */
	public boolean weighsVoxels() {
		return Objective.plain(family);
	}

	/** As model.json has it (docs/format/project.md). */
	public Json json() {
		return new Json().put("family", key(family)).put("filters", filters).put(
			"channels", channels).put("options", keys(options)).putAll(blocks.json());
	}

	/**
	 * Reads {@link #json}, and the first form, which had a name (paper, light,
	 * wide, tiny) and se_pooling (code, text) instead of family and options.
	 *
	 * @throws UserError if it is neither
	 */
	public static Architecture fromJson(final Json json) {
		final List<Integer> filters = new ArrayList<>();
		for (final double f : json.numbers("filters"))
			filters.add((int) f);
		final int channels = (int) json.integer("channels");
		final Set<Option> options = EnumSet.noneOf(Option.class);
		if (json.has("family")) {
			for (final String o : json.strings("options"))
				options.add(of(Option.values(), o));
			return new Architecture(of(Family.values(), json.string("family")),
				filters, channels, options, Blocks.fromJson(json));
		}
		if ("text".equals(json.string("se_pooling", ""))) options.add(
			Option.TEXT_POOLING);
		return new Architecture(KnownArchitecture.of(json.string("name")).family(),
			filters, channels, options);
	}

	private static <E extends Enum<E>> E of(final E[] values, final String key) {
		for (final E e : values)
			if (key(e).equals(key)) return e;
		throw new UserError("The model's architecture names \"" + key +
			"\", which this TwoStream does not have; use a newer one.");
	}

	private static List<String> keys(final Set<Option> options) {
		return options.stream().sorted().map(Architecture::key).toList();
	}

	private static String key(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
