
package org.twostream.net;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.twostream.core.UserError;

/**
 * An encoder-decoder of any depth and width, as GeneNet draws them (reference
 * model.md 6.3): per resolution a block of convolutions with normalisation and
 * ELU, pooling by (1, 2, 2); on the way up 1 x 1 x 1 to the finer width,
 * trilinear up-sampling, and the encoder's map beside it. Padding keeps the
 * size.
 * <p>
 * Its text, which users may give as {@code model}, is {@code encoder-decoder:}
 * with four lists between colons: filters, convolutions of the encoder's
 * blocks, of the decoder's, both finest first, and how many of the finest
 * resolutions work within sections, as in
 * {@code encoder-decoder:16,32,64:2,2,2:2,2:1}.
 */
public final class EncoderDecoder {

	private static final String PREFIX = "encoder-decoder:";
	private static final int[] ONE = { 1, 1, 1 };
	private static final int[] IN_PLANE = { 1, 3, 3 };
	private static final int[] CUBE = { 3, 3, 3 };

	private final NetworkCode code = new NetworkCode();
	private final List<Integer> f;
	private final Blocks blocks;

	private EncoderDecoder(final Architecture a) {
		f = a.filters();
		blocks = a.blocks();
	}

	/** Whether a model's name is meant to be the text of one. */
	public static boolean describes(final String name) {
		return name.startsWith(PREFIX);
	}

	/**
	 * @throws UserError if the text describes none
	 */
	static Architecture parse(final String text, final int channels) {
		final String[] lists = text.substring(PREFIX.length()).split(":", -1);
		if (lists.length != 4) throw wrong(text, "has " + lists.length +
			" lists instead of 4");
		final Blocks blocks = new Blocks(numbers(text, lists[1]), numbers(text,
			lists[2]), numbers(text, lists[3]).get(0));
		return new Architecture(Architecture.Family.ENCODER_DECODER, numbers(text,
			lists[0]), channels, Set.of(), blocks);
	}

	/** The text that {@link #parse} reads. */
	public static String text(final Architecture a) {
		return PREFIX + String.join(":", join(a.filters()), join(a.blocks()
			.encoder()), join(a.blocks().decoder()), String.valueOf(a.blocks()
				.flat()));
	}

	private static List<Integer> numbers(final String text, final String list) {
		if (!list.matches("\\d{1,4}(,\\d{1,4})*")) throw wrong(text, "holds \"" +
			list + "\" where whole numbers belong");
		return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
	}

	private static UserError wrong(final String text, final String what) {
		return new UserError("model=" + text + " " + what +
			"; give filters, encoder and decoder blocks and flat resolutions, as in " +
			PREFIX + "16,32,64:2,2,2:2,2:1.");
	}

	private static String join(final List<Integer> numbers) {
		return numbers.stream().map(String::valueOf).collect(Collectors.joining(
			","));
	}

	static InputSizes inputSizes(final Architecture a) {
		final int side = 1 << a.filters().size() - 1;
		return InputSizes.multiples(1, side, side);
	}

	static NetworkCode of(final Architecture a) {
		final EncoderDecoder net = new EncoderDecoder(a);
		net.describe(a.channels());
		return net.code;
	}

	private void describe(final int channels) {
		final int bottom = f.size() - 1;
		final String[] skips = new String[bottom];
		String x = NetworkCode.INPUT;
		for (int i = 0; i <= bottom; i++) {
			if (i > 0) x = code.pool(x);
			x = block(x, "encoder." + i, i, i == 0 ? 1 : f.get(i - 1), blocks
				.encoder().get(i));
			if (i < bottom) skips[i] = x;
		}
		for (int i = bottom - 1; i >= 0; i--) {
			final int width = f.get(i);
			x = code.up(code.elu(code.convNorm(x, "up." + i, f.get(i + 1), width, ONE,
				ONE, true)));
			x = code.both("torch.cat([" + x + ", " + skips[i] + "], 1)");
			x = block(x, "decoder." + i, i, 2 * width, blocks.decoder().get(i));
		}
		code.result(code.conv(x, "head.conv", f.get(0), channels, 1, 1, 1));
	}

	private String block(final String from, final String name, final int scale,
		final int in, final int convolutions)
	{
		final int[] kernel = scale < blocks.flat() ? IN_PLANE : CUBE;
		String x = from;
		for (int c = 0; c < convolutions; c++)
			x = code.convNormElu(x, name + "." + c, c == 0 ? in : f.get(scale), f.get(
				scale), kernel);
		return x;
	}

	/**
	 * What an encoder-decoder takes to train.
	 *
	 * @param parameters learned numbers
	 * @param operations multiplications and additions of a forward pass of one
	 *          window, each pair counted once
	 * @param bytes estimate of what a training step of one window holds: of each
	 *          convolution its padded input, its result and the normalised one,
	 *          float32, and four times the weights
	 */
	public record Cost(long parameters, long operations, long bytes) {
	}

	/**
	 * @param voxels of a window
	 */
	public static Cost cost(final Architecture a, final long voxels) {
		final List<Parameter> parameters = of(a).parameters();
		long operations = 0;
		long floats = 0;
		for (final Parameter p : parameters) {
			if (p.kind() != Parameter.Kind.WEIGHT) continue;
			final long n = voxels >> 2 * scale(p.name());
			operations += p.count() * n;
			floats += n * (p.shape()[1] + 2 * p.shape()[0]);
		}
		final long count = Weights.count(parameters);
		return new Cost(count, operations, Float.BYTES * (floats + 4 * count));
	}

	// The convolution before an up-sampling works on the coarser side.
	private static int scale(final String name) {
		final String[] parts = name.split("\\.");
		return "head".equals(parts[0]) ? 0 : Integer.parseInt(parts[1]) + ("up"
			.equals(parts[0]) ? 1 : 0);
	}
}
