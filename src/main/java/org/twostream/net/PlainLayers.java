
package org.twostream.net;

/**
 * Layers without normalisation, as the networks of the dissertation have them:
 * convolution with bias and ReLU, transposed convolution with bias, maximum
 * pooling (reference model.md 6.1).
 */
final class PlainLayers {

	/** The text of the methods used here. */
	static final String METHODS = "plain.torchscript";
	/** Kernel of one voxel. */
	static final int[] ONE = { 1, 1, 1 };
	/** Kernel of 3 x 3 pixels in the section. */
	static final int[] IN_PLANE = { 1, 3, 3 };
	/** Kernel of 3 x 3 x 3 voxels. */
	static final int[] CUBE = { 3, 3, 3 };
	/** Pooling and up-sampling in the section. */
	static final int[] HALF = { 1, 2, 2 };
	/** Pooling and up-sampling along all axes. */
	static final int[] EIGHTH = { 2, 2, 2 };

	private final NetworkCode code;
	private final boolean padded;

	/**
	 * @param padded with zeros to keep the size, or not at all
	 */
	PlainLayers(final NetworkCode code, final boolean padded) {
		this.code = code;
		this.padded = padded;
	}

	/**
	 * The input about 0. Volumes are printed as standardised to mean 0 and
	 * deviation 1; of intensities 0..1 this is about that, without a number to
	 * carry along. Networks without normalisation hardly learn otherwise.
	 */
	String input() {
		return code.both("torch.mul(torch.sub(" + NetworkCode.INPUT +
			", 0.5), 4.)");
	}

	/** Convolution. */
	String conv(final String x, final String name, final int in, final int out,
		final int[] kernel)
	{
		final String pad = ", " + (padded ? list((kernel[0] - 1) / 2, (kernel[1] -
			1) / 2, (kernel[2] - 1) / 2) : list(0, 0, 0));
		return code.layer("zero_conv", x, name, out, new long[] { out, in,
			kernel[0], kernel[1], kernel[2] }, pad);
	}

	/** Convolution, then ReLU. */
	String convRelu(final String x, final String name, final int in,
		final int out, final int[] kernel)
	{
		return relu(conv(x, name, in, out, kernel));
	}

	/** ReLU in place: x is not to be used again. */
	String relu(final String x) {
		return code.both("torch.relu_(" + x + ")");
	}

	/** Transposed convolution whose kernel is its stride, without activation. */
	String up(final String x, final String name, final int in, final int out,
		final int[] factor)
	{
		return code.layer("transposed", x, name, out, new long[] { in, out,
			factor[0], factor[1], factor[2] }, ", " + list(factor));
	}

	/** Maximum over boxes of that size; what does not fill one is left out. */
	String pool(final String x, final int[] factor) {
		return code.both("(self).pool_by(" + x + ", " + list(factor) + ")");
	}

	/** The middle of skip, as large as x, and x, one after the other. */
	String join(final String skip, final String x) {
		return code.both("(self).join(" + skip + ", " + x + ")");
	}

	private static String list(final int... n) {
		return "[" + n[0] + ", " + n[1] + ", " + n[2] + "]";
	}
}
