
package org.twostream.net;

/**
 * Network C: the residual 3-D U-Net of pytorch_connectomics' 2020 snapshot
 * (unet_residual_3d): in-plane convolutions where the sections are much thicker
 * than the pixels, 3 x 3 x 3 in the residual blocks below, pooling in y and x
 * only.
 * <p>
 * One deliberate difference: no normalisation between the last convolution and
 * the sigmoid, unless the option {@link Architecture.Option#OUTPUT_NORM} asks
 * for it. With batch statistics it lifts windows without foreground to the
 * probabilities of windows with some, and training becomes unstable.
 * <p>
 * With {@link Architecture.Option#HALF} all of it works on sections averaged
 * over 2 x 2 pixels, and the logits are interpolated; ours, in no source.
 */
final class ResidualUNet {

	private static final int[] NO_DILATION = { 1, 1, 1 };

	private final NetworkCode code = new NetworkCode();

	private ResidualUNet() {}

	static NetworkCode of(final Architecture a) {
		final ResidualUNet net = new ResidualUNet();
		net.describe(a.filters().stream().mapToInt(f -> f).toArray(), a.channels(),
			a.has(Architecture.Option.OUTPUT_NORM), a.has(Architecture.Option.HALF));
		return net.code;
	}

	static InputSizes inputSizes(final Architecture a) {
		final int multiple = a.has(Architecture.Option.HALF) ? 32 : 16;
		return InputSizes.multiples(1, multiple, multiple);
	}

	private void describe(final int[] f, final int channels,
		final boolean outputNorm, final boolean half)
	{
		final String[] skips = new String[4];
		String x = half ? code.shrunkInput() : NetworkCode.INPUT;
		x = code.convNormElu(x, "embed.0", 1, f[0], 1, 5, 5);
		x = code.convNormElu(x, "embed.1", f[0], f[0], 1, 3, 3);
		x = residual(x, "embed.2", f[0], false, 1, 3, 3);
		skips[0] = x;
		for (int i = 1; i <= 3; i++) {
			final String name = "down." + (i - 1);
			x = code.convNormElu(code.pool(x), name + ".0", f[i - 1], f[i], 1, 3, 3);
			x = residual(x, name + ".1", f[i], false, 3, 3, 3);
			skips[i] = x;
		}
		x = code.convNormElu(code.pool(x), "center.0", f[3], f[4], 1, 3, 3);
		x = residual(x, "center.1", f[4], true, 3, 3, 3);
		for (int i = 3; i >= 0; i--) {
			final String name = "up." + i;
			x = code.convNormElu(x, name + ".0", f[i + 1], f[i], 1, 1, 1);
			x = code.add(code.up(x), skips[i]);
			if (i == 0) break;
			x = code.convNormElu(x, name + ".1", f[i], f[i], 1, 3, 3);
			x = residual(x, name + ".2", f[i], false, 3, 3, 3);
		}
		x = code.convNormElu(x, "last.0", f[0], f[0], 1, 3, 3);
		x = residual(x, "last.1", f[0], false, 1, 3, 3);
		x = outputNorm ? code.convNorm(x, "last.2", f[0], channels, new int[] { 1,
			5, 5 }, NO_DILATION, true) : code.conv(x, "last.2.conv", f[0], channels,
				1, 5, 5);
		code.result(half ? code.up(x) : x);
	}

	private String residual(final String x, final String name, final int width,
		final boolean projection, final int... kernel)
	{
		String y = code.convNormElu(x, name + ".0", width, width, kernel);
		y = code.convNorm(y, name + ".1", width, width, kernel, NO_DILATION, true);
		final String skip = projection ? code.convNorm(x, name + ".skip", width,
			width, new int[] { 1, 1, 1 }, NO_DILATION, true) : x;
		return code.elu(code.addInto(y, skip));
	}
}
