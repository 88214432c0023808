
package org.twostream.net;

import org.twostream.net.Architecture.Option;

/**
 * Network B: the encoder and decoder with squeeze-and-excitation of the first
 * published code (2019: unetv0 with one block per stage, unetv1 with two;
 * reference model.md 1.3). The encoder's stages are those of network A, all
 * blocks with a projection; the decoder brings a map to the finer width,
 * doubles it in y and x, adds the encoder's map and applies a stage of the same
 * kind.
 */
final class GatedUNet {

	private static final int STAGES = 5;
	private static final int[] ONE = { 1, 1, 1 };
	private static final int[] CUBE = { 3, 3, 3 };

	// Channels last: what normalisation takes out of the gradient of its first
	// projection cancels to fewer digits in the other layout.
	private final NetworkCode code = new NetworkCode(true);
	private final GatedStages stages;
	private final int[] f;
	private final int blocks;

	private GatedUNet(final Architecture a) {
		f = a.filters().stream().mapToInt(i -> i).toArray();
		stages = GatedStages.of(a, code);
		blocks = a.has(Option.TWO_BLOCKS) ? 2 : 1;
	}

	static NetworkCode of(final Architecture a) {
		final GatedUNet net = new GatedUNet(a);
		net.describe(a.channels());
		return net.code;
	}

	private void describe(final int channels) {
		final String[] maps = new String[STAGES];
		String x = NetworkCode.INPUT;
		for (int i = 0; i < STAGES; i++) {
			if (i > 0) x = code.pool(x);
			x = stage(x, "encode." + i, i, i == 0 ? 1 : f[i - 1]);
			maps[i] = x;
		}
		for (int i = STAGES - 2; i >= 0; i--) {
			final String name = "decode." + i;
			x = code.elu(code.convNorm(x, name + ".up", f[i + 1], f[i], ONE, ONE,
				false));
			x = stage(code.add(code.up(x), maps[i]), name, i, f[i]);
		}
		code.result(code.convNorm(x, "head", f[0], channels, CUBE, ONE, false));
	}

	private String stage(final String x, final String name, final int stage,
		final int in)
	{
		String y = x;
		for (int b = 0; b < blocks; b++)
			y = stages.block(y, name + "." + b, stage, b == 0 ? in : f[stage], true);
		return stages.gate(y, name + ".gate", stage);
	}
}
