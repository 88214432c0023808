
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.twostream.core.Json;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Architecture;
import org.twostream.net.Architecture.Family;
import org.twostream.net.Blocks;
import org.twostream.net.EncoderDecoder;

/**
 * Random encoder-decoders, the idea of GeneNet (reference model.md 6.3), whose
 * printed nets have 2 to 4 resolutions and 1 to 6 convolutions a block; its
 * other ranges are not stated. The n-th one depends on the seed, the limits and
 * n only. Immutable.
 */
public final class ArchitectureDraw {

	private static final int[] WIDTHS = { 8, 12, 16, 24, 32, 48, 64 };
	private static final int MOST_RESOLUTIONS = 5;
	private static final int MOST_DRAWS = 10_000;

	private final Limits limits;
	private final WindowSize window;
	private final int channels;
	private final Seed seed;

	/**
	 * What a network may take.
	 *
	 * @param megabytes most memory of a training step of one window, estimated
	 * @param gigaOperations most multiplications of a forward pass of one window,
	 *          in thousand millions: what sets the time
	 */
	public record Limits(double megabytes, double gigaOperations) {

		/**
		 * @throws UserError if a limit is not above 0
		 */
		public Limits {
			if (!(megabytes > 0)) throw new UserError("max_memory=" + megabytes +
				" is not above 0; give megabytes of a training step.");
			if (!(gigaOperations > 0)) throw new UserError("max_operations=" +
				gigaOperations +
				" is not above 0; give thousand millions of multiplications of a window.");
		}

		boolean allow(final EncoderDecoder.Cost cost) {
			return cost.bytes() <= megabytes * 1e6 && cost
				.operations() <= gigaOperations * 1e9;
		}

		public Json json() {
			return new Json().put("max_memory", megabytes).put("max_operations",
				gigaOperations);
		}
	}

	/**
	 * One network and how to train it.
	 *
	 * @param architecture an encoder-decoder
	 * @param learningRate peak rate, 0.0003 to 0.003
	 * @param cost of one window
	 */
	public record Candidate(Architecture architecture, double learningRate,
			EncoderDecoder.Cost cost) {

		/** What the key {@code model} takes. */
		public String text() {
			return EncoderDecoder.text(architecture);
		}
	}

	/**
	 * @param window of training, whose edges say how many resolutions fit
	 * @param channels of the target
	 */
	public ArchitectureDraw(final Limits limits, final WindowSize window,
		final int channels, final Seed seed)
	{
		this.limits = limits;
		this.window = window;
		this.channels = channels;
		this.seed = seed.of("architectures");
	}

	/**
	 * The first ones, all different.
	 *
	 * @throws UserError if the limits leave room for fewer
	 */
	public List<Candidate> candidates(final int n) {
		final List<Candidate> found = new ArrayList<>();
		for (int draw = 0; draw < MOST_DRAWS && found.size() < n; draw++) {
			final Candidate c = draw(seed.of(draw).random());
			if (limits.allow(c.cost) && found.stream().noneMatch(f -> f.architecture
				.equals(c.architecture))) found.add(c);
		}
		if (found.size() < n) throw new UserError("Only " + found.size() + " of " +
			MOST_DRAWS + " random networks take at most " + limits.megabytes +
			" MB and " + limits.gigaOperations +
			" thousand million multiplications for window=" + window.text() +
			"; raise max_memory or max_operations, give a smaller window, or ask for fewer tries.");
		return found;
	}

	private Candidate draw(final SplittableRandom random) {
		final int resolutions = 2 + random.nextInt(Math.max(1, mostResolutions() -
			1));
		final double growth = random.nextBoolean() ? 2 : 1.5;
		final List<Integer> filters = new ArrayList<>();
		double width = WIDTHS[random.nextInt(WIDTHS.length)];
		for (int i = 0; i < resolutions; i++) {
			filters.add(4 * (int) Math.round(width / 4));
			width *= growth;
		}
		final List<Integer> encoder = blocks(resolutions, random);
		final List<Integer> decoder = blocks(resolutions - 1, random);
		final Architecture a = new Architecture(Family.ENCODER_DECODER, filters,
			channels, Set.of(), new Blocks(encoder, decoder, random.nextInt(
				resolutions + 1)));
		// Rounded so that the text of the command that trains it again is short.
		final double rate = Math.round(1e5 * StrictMath.pow(10, -3.5 + random
			.nextDouble())) / 1e5;
		return new Candidate(a, rate, EncoderDecoder.cost(a, window.voxels()));
	}

	// One number for the whole side, as GeneNet's genes of the encoder and
	// decoder
	// have, and one convolution more or less here and there.
	private static List<Integer> blocks(final int n,
		final SplittableRandom random)
	{
		final int common = 1 + random.nextInt(4);
		final List<Integer> blocks = new ArrayList<>();
		for (int i = 0; i < n; i++)
			blocks.add(Math.max(1, Math.min(6, common + random.nextInt(3) - 1)));
		return blocks;
	}

	private int mostResolutions() {
		int most = 1;
		while (most < MOST_RESOLUTIONS && window.x() % (1 << most) == 0 && window
			.y() % (1 << most) == 0)
			most++;
		if (most < 2) throw new UserError("window=" + window.text() +
			" cannot be halved in x and y; give even edges, such as 128,128,8.");
		return most;
	}
}
