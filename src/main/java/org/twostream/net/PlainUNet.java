
package org.twostream.net;

import org.twostream.net.Architecture.Option;

/**
 * The U-Nets that the dissertation compares with (4.4.4; reference model.md
 * 6.2). 2-D: Ronneberger et al. 2015, two unpadded 3 x 3 convolutions per
 * block, section by section, 572 pixels become 388. 3-D: after Çiçek et al.
 * 2016, three zero-padded 3 x 3 x 3 convolutions per block, two poolings, in
 * the section only (thin) or along all axes (thick). The widths 32, 64, 128 and
 * transposed convolutions are not printed; they give the printed 2.0 and 2.1
 * million parameters. Thin is printed with 5 x 300 x 300 becoming 5 x 296 x
 * 296, which padded convolutions do not do: the rim is cut off at the end.
 */
final class PlainUNet {

	private final NetworkCode code = new NetworkCode();
	private final PlainLayers plain;
	private final int[] f;
	private final int convs;
	private final int[] kernel;
	private final int[] factor;

	private PlainUNet(final Architecture a, final boolean flat) {
		plain = new PlainLayers(code, !flat);
		f = a.filters().stream().mapToInt(i -> i).toArray();
		convs = flat ? 2 : 3;
		kernel = flat ? PlainLayers.IN_PLANE : PlainLayers.CUBE;
		factor = a.has(Option.THICK) ? PlainLayers.EIGHTH : PlainLayers.HALF;
	}

	static NetworkCode flat(final Architecture a) {
		final PlainUNet net = new PlainUNet(a, true);
		net.code.result(net.describe(a.channels()));
		return net.code;
	}

	static NetworkCode deep(final Architecture a) {
		final PlainUNet net = new PlainUNet(a, false);
		final String y = net.describe(a.channels());
		net.code.result(a.has(Option.THICK) ? y : net.code.both("(self).inner(" +
			y + ", 2)"));
		return net.code;
	}

	/** Any sections; 188, 204 ... 572 ... pixels lose 92 at each end. */
	static InputSizes flatSizes() {
		final InputSizes.Axis side = new InputSizes.Axis(188, 16, 92);
		return new InputSizes(InputSizes.Axis.multiple(1), side, side);
	}

	static InputSizes deepSizes(final Architecture a) {
		if (a.has(Option.THICK)) return InputSizes.multiples(4, 4, 4);
		final InputSizes.Axis side = new InputSizes.Axis(8, 4, 2);
		return new InputSizes(InputSizes.Axis.multiple(1), side, side);
	}

	private String describe(final int channels) {
		final String[] maps = new String[f.length];
		String x = plain.input();
		for (int i = 0; i < f.length; i++) {
			if (i > 0) x = plain.pool(x, factor);
			x = block(x, "encode." + i, i == 0 ? 1 : f[i - 1], f[i]);
			maps[i] = x;
		}
		for (int i = f.length - 2; i >= 0; i--) {
			x = plain.join(maps[i], plain.up(x, "decode." + i + ".up", f[i + 1], f[i],
				factor));
			x = block(x, "decode." + i, 2 * f[i], f[i]);
		}
		return plain.conv(x, "predict", f[0], channels, PlainLayers.ONE);
	}

	private String block(final String x, final String name, final int in,
		final int out)
	{
		String y = x;
		for (int i = 0; i < convs; i++)
			y = plain.convRelu(y, name + "." + i, i == 0 ? in : out, out, kernel);
		return y;
	}
}
