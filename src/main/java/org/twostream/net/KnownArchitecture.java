
package org.twostream.net;

import java.util.Arrays;
import java.util.HashSet;
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
		/** PAPER with a second head that predicts its loss, for learning loss. */
		PAPER_LOSS(Family.FEATURE_PYRAMID, List.of(32, 64, 128, 256, 256),
			Option.LOSS_HEAD),
		/** Network B with one block per stage (unetv0 of the 2019 code). */
		SE_UNET(Family.GATED_UNET, List.of(32, 64, 128, 256, 256)),
		/** Network B with two blocks per stage (unetv1). */
		SE_UNET_DEEP(Family.GATED_UNET, List.of(32, 64, 128, 256, 256),
			Option.TWO_BLOCKS),
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
			Option.OUTPUT_NORM),
		/**
		 * LIGHT at half the resolution in the section: a quarter of the work, and
		 * twice the surroundings; for objects many pixels across.
		 */
		LIGHT_HALF(Family.RESIDUAL_UNET, List.of(28, 36, 48, 64, 80), Option.HALF),
		/** WIDE at half the resolution in the section. */
		WIDE_HALF(Family.RESIDUAL_UNET, List.of(32, 64, 128, 256, 256),
			Option.HALF),
		/** The dissertation's 2D-3D network with 3 x 3 x 3 convolutions. */
		HYBRID(Family.HYBRID, List.of(64, 128, 256, 512)),
		/** Its ablation without 3 x 3 x 3 convolutions in the 2-D part. */
		HYBRID_FLAT(Family.HYBRID, List.of(64, 128, 256, 512), Option.FLAT),
		/** Its ablation without the loss of the 2-D predictions. */
		HYBRID_SINGLE(Family.HYBRID, List.of(64, 128, 256, 512),
			Option.SINGLE_LOSS),
		/** Its ablation without the 3-D pyramid. */
		HYBRID_2D(Family.HYBRID, List.of(64, 128, 256, 512), Option.NO_PYRAMID),
		/** The U-Net of 2015, section by section. */
		UNET2D(Family.UNET_2D, List.of(64, 128, 256, 512, 1024)),
		/** The dissertation's 3-D U-Net for few sections. */
		UNET3D_THIN(Family.UNET_3D, List.of(32, 64, 128)),
		/** The dissertation's 3-D U-Net that pools along z too. */
		UNET3D_THICK(Family.UNET_3D, List.of(32, 64, 128), Option.THICK);

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

	/** With so many output channels, each with a sigmoid. */
	public Architecture with(final int channels) {
		return new Architecture(family, filters, channels, options);
	}

	/**
	 * With so many classes and a softmax, as the dissertation's networks are
	 * printed (7 classes).
	 *
	 * @throws UserError for other networks
	 */
	public Architecture classes(final int classes) {
		final Set<Option> all = new HashSet<>(options);
		all.add(Option.SOFTMAX);
		return new Architecture(family, filters, classes, all);
	}
}
