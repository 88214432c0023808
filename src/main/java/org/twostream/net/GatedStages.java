
package org.twostream.net;

import org.twostream.net.Architecture.Option;

/**
 * The stages that networks A and B share (reference model.md 1.2): residual
 * blocks, in the section in the first two stages, in 3-D in the third, dilated
 * bottlenecks in the last two, and the residual gate x + x * gate (squeeze and
 * excitation) that ends a stage.
 */
final class GatedStages {

	private static final int[] ONE = { 1, 1, 1 };
	private static final int[] IN_PLANE = { 1, 3, 3 };
	private static final int[] CUBE = { 3, 3, 3 };
	private static final int[] DILATED = { 1, 2, 2 };
	/** Channels over gate channels, per stage: 16 gate channels everywhere. */
	private static final int[] RATIO = { 2, 4, 8, 16, 16 };
	/** Gate pooling of the code: sections, pixels. */
	private static final int[][] CODE = { { 1, 16 }, { 1, 8 }, { 1, 4 }, { 2, 2 },
		{ 2, 2 } };
	/** Gate pooling of the text: "only by 4" in x and y. */
	private static final int[][] TEXT = { { 1, 4 }, { 1, 4 }, { 1, 4 }, { 1, 4 },
		{ 1, 4 } };

	private final NetworkCode code;
	private final int[] f;
	private final int[][] pooling;

	private GatedStages(final NetworkCode code, final int[] filters,
		final int[][] pooling)
	{
		this.code = code;
		f = filters;
		this.pooling = pooling;
	}

	static GatedStages of(final Architecture a, final NetworkCode code) {
		return new GatedStages(code, a.filters().stream().mapToInt(i -> i)
			.toArray(), pooling(a));
	}

	static InputSizes inputSizes(final Architecture a) {
		int depth = 1;
		int side = 1;
		for (int i = 0; i < RATIO.length; i++) {
			depth = Math.max(depth, pooling(a)[i][0]);
			side = Math.max(side, pooling(a)[i][1] << i);
		}
		return InputSizes.multiples(depth, side, side);
	}

	private static int[][] pooling(final Architecture a) {
		return a.has(Option.TEXT_POOLING) ? TEXT : CODE;
	}

	/** A residual block of a stage, from so many channels to the stage's. */
	String block(final String x, final String name, final int stage, final int in,
		final boolean projection)
	{
		final int width = f[stage];
		String y;
		if (stage < 3) {
			final int[] kernel = stage < 2 ? IN_PLANE : CUBE;
			y = code.elu(code.convNorm(x, name + ".0", in, width, kernel, ONE,
				false));
			y = code.convNorm(y, name + ".1", width, width, kernel, ONE, false);
		}
		else {
			y = code.elu(code.convNorm(x, name + ".0", in, width, ONE, ONE, false));
			y = code.elu(code.convNorm(y, name + ".1", width, width, CUBE, DILATED,
				false));
			y = code.convNorm(y, name + ".2", width, width, ONE, ONE, false);
		}
		final String skip = projection ? code.convNorm(x, name + ".skip", in, width,
			ONE, ONE, false) : x;
		return code.elu(code.addInto(y, skip));
	}

	/** The gate of a stage. */
	String gate(final String x, final String name, final int stage) {
		final int narrow = Math.max(1, f[stage] / RATIO[stage]);
		final String sides = pooling[stage][0] + ", " + pooling[stage][1];
		String g = code.both("(self).shrink(" + x + ", " + sides + ")");
		g = code.elu(code.convNorm(g, name + ".0", f[stage], narrow, ONE, ONE,
			true));
		g = code.convNorm(g, name + ".1", narrow, f[stage], ONE, ONE, true);
		return code.excite(x, g, sides);
	}
}
