
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Json;
import org.twostream.core.Seed;
import org.twostream.core.UserError;

class EncoderDecoderTest {

	private static final String TEXT = "encoder-decoder:4,6,8:1,2,1:2,1:1";

	@Test
	void comesBackFromItsTextAndItsJson() {
		final Architecture a = Architecture.named(TEXT, 3);
		assertEquals(TEXT, EncoderDecoder.text(a));
		assertEquals(a, Architecture.fromJson(Json.parse(a.json().line(), "test")));
		assertEquals(new Blocks(List.of(1, 2, 1), List.of(2, 1), 1), a.blocks());
	}

	@ParameterizedTest
	@ValueSource(strings = { "encoder-decoder:", "encoder-decoder:4,6:1,1:1",
		"encoder-decoder:4,6:1,1:1:x", "encoder-decoder:4:1::0",
		"encoder-decoder:4,6:1:1:0", "encoder-decoder:4,6:1,1:1,1:0",
		"encoder-decoder:4,6:1,7:1:0", "encoder-decoder:4,6:0,1:1:0",
		"encoder-decoder:4,6:1,1:1:3", "encoder-decoder:0,6:1,1:1:0",
		"encoder-decoder:4,2000:1,1:1:0", "encoder-decoder:4,6:1,-1:1:0" })
	void refusesATextThatDescribesNone(final String text) {
		final UserError e = assertThrows(UserError.class, () -> Architecture.named(
			text, 1));
		assertTrue(e.getMessage().contains("give "), e.getMessage());
	}

	// Counted by hand: weights, biases, scale and shift of every convolution.
	@Test
	void parametersOperationsAndMemoryAreThoseOfTheDescription() {
		final long flat = 9;
		final long cube = 27;
		final long encoder = conv(1, 4, flat) + conv(4, 6, cube) + conv(6, 6,
			cube) + conv(6, 8, cube);
		final long decoder = conv(8, 6, 1) + conv(12, 6, cube) + conv(6, 4, 1) +
			conv(8, 4, flat) + conv(4, 4, flat);
		final EncoderDecoder.Cost cost = EncoderDecoder.cost(Architecture.named(
			TEXT, 2), 1024);
		assertEquals(encoder + decoder + 4 * 2 + 2, cost.parameters());
		assertEquals(1024 * (1 * 4 * flat + 8 * 4 * flat + 4 * 4 * flat + 4 * 2) +
			256 * (4 * 6 * cube + 6 * 6 * cube + 12 * 6 * cube + 6 * 4) + 64 * (6 *
				8 * cube + 8 * 6), cost.operations());
		assertEquals(4 * (1024 * (1 + 8 + 8 + 8 + 4 + 8 + 4 + 4) + 256 * (4 + 12 +
			6 + 12 + 12 + 12 + 6 + 8) + 64 * (6 + 16 + 8 + 12) + 4 * cost
				.parameters()), cost.bytes());
	}

	private static long conv(final int in, final int out, final long kernel) {
		return in * out * kernel + 3 * out;
	}

	@Test
	void learnsAndItsFastPassIsItsSlowOne() {
		try (TorchEngine engine = TorchEngine.open("cpu", 1);
				SegmentationNetwork net = engine.segmentation(Architecture.named(TEXT,
					1), new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-2, 60)))
		{
			assertArrayEquals(new int[3], net.margin());
			final Tensor x = Tensor.zeros(2, 1, 3, 16, 20);
			final Tensor t = Tensor.zeros(2, 1, 3, 16, 20);
			final var random = new Seed(2).random();
			for (int i = 0; i < x.values().length; i++) {
				x.values()[i] = (float) random.nextDouble();
				t.values()[i] = x.values()[i] > 0.6f ? 1 : 0;
			}
			final double before = training.step(x, t);
			for (int i = 1; i < 60; i++)
				training.step(x, t);
			training.estimateNormalization(List.of(x));
			assertTrue(training.loss(x, t) < before / 3, before + " to " + training
				.loss(x, t));
		}
	}

	@Test
	void agreesWithPyTorch() {
		final Golden golden = new Golden("encoder-decoder");
		try (TorchEngine engine = TorchEngine.open("cpu", 1);
				TorchSegmentation net = (TorchSegmentation) engine.segmentation(
					Architecture.named(TEXT, 1), Golden.file("encoder-decoder.weights")))
		{
			final double d = Golden.difference(golden.tensor("probability").values(),
				net.predict(golden.tensor("input")).values());
			assertTrue(d < 1e-4, "probabilities differ by " + d);
			new Gradients(net.network(), golden, "gradient.").compare("loss",
				"loss_gradient", p -> true, golden.tensor("input"), golden.tensor(
					"target"), SegmentationTraining.EQUAL);
		}
	}
}
