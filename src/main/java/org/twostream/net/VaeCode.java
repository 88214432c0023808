
package org.twostream.net;

import java.util.ArrayList;
import java.util.List;

import org.twostream.net.Parameter.Kind;
import org.twostream.net.VaeArchitecture.Variant;

/**
 * The variational autoencoders.
 * <p>
 * Table S-1: four encoder blocks of two 3 x 3 convolutions, 2 x 2 maximum
 * between them, two linear heads, a linear layer back and three decoder blocks
 * of a 2 x 2 transposed convolution and two 3 x 3 convolutions. The table
 * states neither activation nor normalisation: here group normalisation (Wu and
 * He 2018; 16 channels a group, no weights, so that the parameters are the
 * table's) and SiLU, as the later released encoders have, after every
 * convolution and the linear layer back, nothing after transposed convolutions,
 * heads and the last convolution; zero padding. Without the normalisation the
 * l1 loss of a mask, mostly 0, ends at an empty image.
 * </p>
 * <p>
 * Released: six 3 x 3 convolutions of stride 2, the heads, a linear layer back,
 * six 3 x 3 transposed convolutions of stride 2, each with group normalisation
 * (16 groups, with weights) and SiLU, then a 3 x 3 convolution and tanh.
 * </p>
 */
final class VaeCode {

	/**
	 * Counts the definitions of these networks: weights of another one would fit
	 * and compute something else. 1 had ReLU and no normalisation.
	 */
	static final int VERSION = 2;

	/** Side of a patch, pixels. */
	static final int SIDE = 112;

	private static final int[] WIDTHS = { 32, 64, 128, 256 };
	private static final int FLAT = 14 * 14 * 256;
	private static final int[] RELEASED = { 64, 128, 128, 256, 256, 512 };
	private static final int RELEASED_FLAT = 2 * 2 * 512;

	private VaeCode() {}

	/** In the order in which the scripts count them. */
	static List<Parameter> parameters(final VaeArchitecture a) {
		return a.variant() == Variant.PAPER ? paper(a.latent()) : released(a
			.latent());
	}

	private static List<Parameter> paper(final int latent) {
		final List<Parameter> list = new ArrayList<>();
		int in = 1;
		for (int b = 0; b < 4; b++) {
			conv(list, "encoder." + b + ".0", in, WIDTHS[b]);
			conv(list, "encoder." + b + ".1", WIDTHS[b], WIDTHS[b]);
			in = WIDTHS[b];
		}
		bottleneck(list, latent, FLAT);
		for (int b = 0; b < 3; b++) {
			final int width = WIDTHS[2 - b];
			layer(list, "decoder." + b + ".up", in, in, in, 2, 2);
			conv(list, "decoder." + b + ".0", in, width);
			conv(list, "decoder." + b + ".1", width, b == 2 ? 1 : width);
			in = width;
		}
		return list;
	}

	private static List<Parameter> released(final int latent) {
		final List<Parameter> list = new ArrayList<>();
		int in = 1;
		for (int b = 0; b < RELEASED.length; b++) {
			conv(list, "encoder." + b + ".conv", in, RELEASED[b]);
			norm(list, "encoder." + b + ".norm", RELEASED[b]);
			in = RELEASED[b];
		}
		bottleneck(list, latent, RELEASED_FLAT);
		for (int b = 0; b < RELEASED.length; b++) {
			final int out = RELEASED[Math.max(0, RELEASED.length - 2 - b)];
			layer(list, "decoder." + b + ".up", out, in, out, 3, 3);
			norm(list, "decoder." + b + ".norm", out);
			in = out;
		}
		conv(list, "last", in, 1);
		return list;
	}

	private static void bottleneck(final List<Parameter> list, final int latent,
		final int flat)
	{
		layer(list, "mean", latent, latent, flat);
		layer(list, "log_variance", latent, latent, flat);
		layer(list, "expand", flat, flat, latent);
	}

	/** What the triplet loss learns. */
	static boolean inEncoder(final Parameter p) {
		return p.name().startsWith("encoder.") || p.name().startsWith("mean.");
	}

	static String text(final VaeArchitecture a) {
		final List<Parameter> all = parameters(a);
		return Script.resource("vae.torchscript") + Script.resource("vae_" + a
			.variant().text() + ".torchscript") + (a.variant() == Variant.RELEASED
				? range(a.grey()) : "") + ParameterLists.text("", all, p -> true) +
			ParameterLists.text("encoder_", all, VaeCode::inEncoder);
	}

	/** From the range of patches to that of the network, and back. */
	private static String range(final boolean grey) {
		return one("enter", grey ? "torch.sub(torch.mul(x, 2.), 1.)" : "x") + one(
			"leave", grey ? "torch.mul(torch.add(x, 1.), 0.5)" : "x");
	}

	private static String one(final String name, final String value) {
		return "  def " + name +
			"(self: __torch__.Ops, x: Tensor) -> Tensor:\n    return " + value + "\n";
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

	private static void norm(final List<Parameter> list, final String name,
		final int channels)
	{
		list.add(new Parameter(name + ".weight", Kind.SCALE, channels));
		list.add(new Parameter(name + ".bias", Kind.SHIFT, channels));
	}
}
