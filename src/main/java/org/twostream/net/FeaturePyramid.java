
package org.twostream.net;

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
	private static final int[] CUBE = { 3, 3, 3 };

	private final NetworkCode code = new NetworkCode();
	private final int[] f;
	private final GatedStages stages;

	private FeaturePyramid(final Architecture a) {
		f = a.filters().stream().mapToInt(i -> i).toArray();
		stages = GatedStages.of(a, code);
	}

	static NetworkCode of(final Architecture a) {
		final FeaturePyramid net = new FeaturePyramid(a);
		final String[] maps = net.describe(a.channels());
		if (a.has(Architecture.Option.LOSS_HEAD)) net.predictLoss(maps);
		return net.code;
	}

	private String[] describe(final int channels) {
		final String[] maps = new String[STAGES];
		String x = NetworkCode.INPUT;
		for (int i = 0; i < STAGES; i++) {
			final String name = "stage." + i;
			if (i > 0) x = code.pool(x);
			for (int b = 0; b < 3; b++)
				x = stages.block(x, name + "." + b, i, b == 0 && i == 0 ? 1 : b == 0
					? f[i - 1] : f[i], b != 1);
			x = stages.gate(x, name + ".gate", i);
			maps[i] = x;
		}
		// The finest stage has the common width already.
		for (int i = STAGES - 1; i > 0; i--) {
			final String lateral = code.elu(code.convNorm(maps[i], "lateral." + i,
				f[i], f[0], ONE, ONE, false));
			x = i == STAGES - 1 ? lateral : code.add(code.up(x), lateral);
		}
		x = code.add(code.up(x), maps[0]);
		code.result(code.convNorm(x, "head", f[0], channels, CUBE, ONE, false));
		return maps;
	}

	/**
	 * The head of learning loss (the paper's supplement; Yoo and Kweon 2019;
	 * reference model.md 4): means of four stages' maps, 32 features of each, one
	 * number. The text names widths 256, 128, 64, 32: the first four stages.
	 */
	private void predictLoss(final String[] maps) {
		final int features = f[0];
		final String[] parts = new String[4];
		for (int i = 0; i < 4; i++)
			parts[i] = code.both("torch.relu_(" + code.layer("linear", code.both(
				"(self).means(" + maps[i] + ")"), "loss." + i, features, new long[] {
					features, f[i] }, "") + ")");
		code.beside(code.layer("linear", code.both("torch.cat([" + String.join(", ",
			parts) + "], 1)"), "loss.4", 1, new long[] { 1, 4 * features }, ""));
	}
}
