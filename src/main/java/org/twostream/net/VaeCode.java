
package org.twostream.net;

import java.util.ArrayList;
import java.util.List;

import org.twostream.net.Parameter.Kind;

/**
 * The variational autoencoder of Table S-1: four encoder blocks of two 3 x 3
 * convolutions, 2 x 2 maximum between them, two linear heads, a linear layer
 * back and three decoder blocks of a 2 x 2 transposed convolution and two 3 x 3
 * convolutions. The table states neither activation nor normalisation: here
 * group normalisation (Wu and He 2018; 16 channels a group, no weights, so that
 * the parameters are the table's) and SiLU, as the later released encoders
 * have, after every convolution and the linear layer back, nothing after
 * transposed convolutions, heads and the last convolution; zero padding.
 * Without the normalisation the l1 loss of a mask, mostly 0, ends at an empty
 * image.
 */
final class VaeCode {

	/**
	 * Counts the definitions of this network: weights of another one would fit
	 * and compute something else. 1 had ReLU and no normalisation.
	 */
	static final int VERSION = 2;

	/** Side of a patch, pixels. */
	static final int SIDE = 112;

	private static final int[] WIDTHS = { 32, 64, 128, 256 };
	private static final int FLAT = 14 * 14 * 256;

	private VaeCode() {}

	/** In the order in which vae.torchscript counts them. */
	static List<Parameter> parameters(final int latent) {
		final List<Parameter> list = new ArrayList<>();
		int in = 1;
		for (int b = 0; b < 4; b++) {
			conv(list, "encoder." + b + ".0", in, WIDTHS[b]);
			conv(list, "encoder." + b + ".1", WIDTHS[b], WIDTHS[b]);
			in = WIDTHS[b];
		}
		layer(list, "mean", latent, latent, FLAT);
		layer(list, "log_variance", latent, latent, FLAT);
		layer(list, "expand", FLAT, FLAT, latent);
		for (int b = 0; b < 3; b++) {
			final int width = WIDTHS[2 - b];
			layer(list, "decoder." + b + ".up", in, in, in, 2, 2);
			conv(list, "decoder." + b + ".0", in, width);
			conv(list, "decoder." + b + ".1", width, b == 2 ? 1 : width);
			in = width;
		}
		return list;
	}

	/** What the triplet loss learns. */
	static boolean inEncoder(final Parameter p) {
		return p.name().startsWith("encoder.") || p.name().startsWith("mean.");
	}

	static String text(final int latent) {
		final List<Parameter> all = parameters(latent);
		return Script.resource("vae.torchscript") + ParameterLists.text("", all,
			p -> true) + ParameterLists.text("encoder_", all, VaeCode::inEncoder);
	}

	private static void conv(final List<Parameter> list, final String name,
		final int in, final int out)
	{
		layer(list, name, out, out, in, 3, 3);
	}

	private static void layer(final List<Parameter> list, final String name,
		final int out, final long... shape)
	{
		list.add(new Parameter(name + ".weight", Kind.WEIGHT, shape));
		list.add(new Parameter(name + ".bias", Kind.SHIFT, out));
	}
}
