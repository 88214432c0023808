
package org.twostream.net;

import org.twostream.net.Architecture.Option;

/**
 * The network of the dissertation (Guay et al. 2021, figure 4.5; reference
 * model.md 6.1): a 2-D encoder and decoder with 3 x 3 x 3 convolutions at the
 * start of its outer blocks, whose features and predictions go into a 3-D
 * pyramid of two levels. Its input of 5 x 300 x 300 becomes 5 x 296 x 296: the
 * pools drop what does not fill one, and encoder maps lose their rim where they
 * are joined.
 * <p>
 * Printed with a softmax of seven classes behind a ReLU; that is
 * {@link Option#SOFTMAX}. With sigmoid outputs there is no ReLU before them,
 * since no probability below ½ would be possible.
 */
final class HybridNetwork {

	private final NetworkCode code = new NetworkCode();
	private final PlainLayers plain = new PlainLayers(code, true);
	private final Architecture a;
	private final int[] f;

	private HybridNetwork(final Architecture a) {
		this.a = a;
		f = a.filters().stream().mapToInt(i -> i).toArray();
	}

	static NetworkCode of(final Architecture a) {
		final HybridNetwork net = new HybridNetwork(a);
		net.describe();
		return net.code;
	}

	/** Any sections; 8 k + 4 pixels become 8 k. */
	static InputSizes inputSizes() {
		final InputSizes.Axis side = new InputSizes.Axis(12, 8, 2);
		return new InputSizes(InputSizes.Axis.multiple(1), side, side);
	}

	private void describe() {
		final String features = encoderAndDecoder();
		final String flat = predictor(features, "predict2d");
		if (a.has(Option.NO_PYRAMID)) {
			code.result(flat);
			return;
		}
		final String both = code.both("torch.cat([" + features + ", " + flat +
			"], 1)");
		code.result(predictor(pyramid(both, f[0] + a.channels()), "predict3d"));
		if (!a.has(Option.SINGLE_LOSS)) code.beside(flat);
	}

	private String encoderAndDecoder() {
		final int[] cube = a.has(Option.FLAT) ? PlainLayers.IN_PLANE
			: PlainLayers.CUBE;
		final String[] maps = new String[3];
		String x = plain.input();
		for (int i = 0; i < 4; i++) {
			final String name = "encode." + i;
			int in = i == 0 ? 1 : f[i - 1];
			if (i > 0) x = plain.pool(x, PlainLayers.HALF);
			if (i < 2) {
				// As wide as the block before, or half as wide as the first.
				final int narrow = f[i] / 2;
				x = plain.convRelu(x, name + ".cube", in, narrow, cube);
				in = narrow;
			}
			x = two(x, name, in, f[i]);
			if (i < 3) maps[i] = x;
		}
		for (int i = 2; i >= 0; i--) {
			final String name = "decode." + i;
			final int narrow = i < 2 ? f[i] / 2 : f[i];
			x = plain.join(maps[i], plain.up(x, name + ".up", f[i + 1], narrow,
				PlainLayers.HALF));
			int in = f[i] + narrow;
			if (i < 2) {
				x = plain.convRelu(x, name + ".cube", in, narrow, cube);
				in = narrow;
			}
			x = two(x, name, in, f[i]);
		}
		return x;
	}

	private String two(final String x, final String name, final int in,
		final int out)
	{
		return plain.convRelu(plain.convRelu(x, name + ".0", in, out,
			PlainLayers.IN_PLANE), name + ".1", out, out, PlainLayers.IN_PLANE);
	}

	private String pyramid(final String x, final int in) {
		String fine = x;
		for (int i = 0; i < 3; i++)
			fine = plain.convRelu(fine, "pyramid.0." + i, i == 0 ? in : f[0], f[0],
				PlainLayers.CUBE);
		String coarse = plain.pool(x, PlainLayers.HALF);
		for (int i = 0; i < 5; i++)
			coarse = plain.convRelu(coarse, "pyramid.1." + i, i == 0 ? in : f[1],
				f[1], PlainLayers.CUBE);
		coarse = plain.convRelu(coarse, "pyramid.1.5", f[1], f[0], PlainLayers.ONE);
		coarse = plain.up(coarse, "pyramid.1.up", f[0], f[0], PlainLayers.HALF);
		return code.add(fine, coarse);
	}

	private String predictor(final String x, final String name) {
		final String y = plain.conv(x, name, f[0], a.channels(), PlainLayers.ONE);
		return a.has(Option.SOFTMAX) ? plain.relu(y) : y;
	}
}
