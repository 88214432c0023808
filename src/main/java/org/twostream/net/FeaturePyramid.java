
package org.twostream.net;

import org.twostream.core.UserError;

/**
 * Network A, "paper": the feature pyramid with squeeze-and-excitation of the
 * paper's supplement (S-1), as the first published code (2019) builds it. Five
 * stages of three residual blocks; the first two work in the section, the third
 * in 3-D, the last two are dilated bottlenecks; every stage ends with a
 * residual gate x + x * gate. All stages are brought to 32 channels and summed
 * from coarse to fine.
 * <p>
 * The projections that the published code makes for identity blocks and never
 * uses (0.15 of 14.53 million parameters) are left out.
 */
final class FeaturePyramid {

	private static final int STAGES = 5;
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

	private final NetworkCode code = new NetworkCode();
	private final int[] f;
	private final int[][] pooling;

	private FeaturePyramid(final int[] filters, final int[][] pooling) {
		f = filters;
		this.pooling = pooling;
	}

	static NetworkCode of(final Architecture a) {
		final FeaturePyramid net = new FeaturePyramid(a.filters().stream().mapToInt(
			i -> i).toArray(), pooling(a));
		net.describe(a.channels());
		return net.code;
	}

	/** The sides of an input must be multiples of these: {z, y, x}. */
	static int[] multiples(final Architecture a) {
		final int[] m = { 1, 1, 1 };
		for (int i = 0; i < STAGES; i++) {
			m[0] = Math.max(m[0], pooling(a)[i][0]);
			m[1] = Math.max(m[1], pooling(a)[i][1] << i);
		}
		m[2] = m[1];
		return m;
	}

	private static int[][] pooling(final Architecture a) {
		switch (a.sePooling()) {
			case "code":
				return CODE;
			case "text":
				return TEXT;
			default:
				throw new UserError("se_pooling=" + a.sePooling() +
					" is neither code nor text; choose one of them.");
		}
	}

	private void describe(final int channels) {
		final String[] stages = new String[STAGES];
		String x = NetworkCode.INPUT;
		for (int i = 0; i < STAGES; i++) {
			final String name = "stage." + i;
			if (i > 0) x = code.pool(x);
			for (int b = 0; b < 3; b++)
				x = block(x, name + "." + b, i, b == 0 && i == 0 ? 1 : b == 0 ? f[i - 1]
					: f[i], b != 1);
			x = gate(x, name + ".gate", i);
			stages[i] = x;
		}
		// The finest stage has the common width already.
		for (int i = STAGES - 1; i > 0; i--) {
			final String lateral = code.elu(code.convNorm(stages[i], "lateral." + i,
				f[i], f[0], ONE, ONE, false));
			x = i == STAGES - 1 ? lateral : code.add(code.up(x), lateral);
		}
		x = code.add(code.up(x), stages[0]);
		code.result(code.convNorm(x, "head", f[0], channels, CUBE, ONE, false));
	}

	private String block(final String x, final String name, final int stage,
		final int in, final boolean projection)
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

	private String gate(final String x, final String name, final int stage) {
		final int narrow = Math.max(1, f[stage] / RATIO[stage]);
		final String sides = pooling[stage][0] + ", " + pooling[stage][1];
		String g = code.both("(self).shrink(" + x + ", " + sides + ")");
		g = code.elu(code.convNorm(g, name + ".0", f[stage], narrow, ONE, ONE,
			true));
		g = code.convNorm(g, name + ".1", narrow, f[stage], ONE, ONE, true);
		return code.both("(self).excite(" + x + ", " + g + ", " + sides + ")");
	}
}
