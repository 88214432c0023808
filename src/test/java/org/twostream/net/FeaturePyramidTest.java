
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Seed;
import org.twostream.net.Architecture.Family;
import org.twostream.net.Architecture.Option;

class FeaturePyramidTest {

	private static final double TOLERANCE = 1e-4;

	private static TorchEngine engine;

	@BeforeAll
	static void open() {
		engine = TorchEngine.open("cpu", 1);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	// The table of the published network counts, in every stage, one projection
	// of width x width + 2 x width that it never uses.
	@ParameterizedTest
	@CsvSource({ "stage.0, 50192, 32", "stage.1, 216432, 64",
		"stage.2, 2480816, 128", "stage.3, 5847856, 256", "stage.4, 5913392, 256",
		"lateral, 22784, 0", "head, 2598, 0" })
	void stagesHaveThePublishedSize(final String prefix, final long published,
		final long unused)
	{
		for (final String name : new String[] { "paper", "paper-text" }) {
			final List<Parameter> parameters = SegmentationCode.of(Architecture.named(
				name, 3)).parameters();
			assertEquals(published - unused * (unused + 2), Weights.count(parameters
				.stream().filter(p -> p.name().startsWith(prefix + ".")).toList()));
		}
	}

	@Test
	void wholeNetworkHasThePublishedSize() {
		assertEquals(14_534_070 - 154_048, Weights.count(SegmentationCode.of(
			Architecture.named("paper", 3)).parameters()));
	}

	@Test
	void saysWhatInputsItTakes() {
		assertEquals(InputSizes.multiples(2, 32, 32), SegmentationCode.of(
			Architecture.named("paper", 1)).inputSizes());
		assertEquals(InputSizes.multiples(1, 64, 64), SegmentationCode.of(
			Architecture.named("paper-text", 1)).inputSizes());
	}

	private static TorchSegmentation hashed(final Set<Option> options) {
		final TorchSegmentation net = (TorchSegmentation) engine.segmentation(
			new Architecture(Family.FEATURE_PYRAMID, List.of(8, 8, 16, 32, 32), 3,
				options), new Seed(1));
		Golden.hash(net.network().weights());
		return net;
	}

	private static Tensor input() {
		final float[] squares = Golden.hashed(2 * 2 * 8 * 8, 1);
		final float[] values = Golden.hashed(2 * 2 * 64 * 64, 3);
		for (int i = 0; i < values.length; i++)
			values[i] = (squares[(i / 512 * 8) + i % 64 / 8] + 0.2f * values[i] + 1) /
				2;
		return new Tensor(values, 2, 1, 2, 64, 64);
	}

	private static Tensor target() {
		final float[] values = Golden.hashed(2 * 3 * 2 * 64 * 64, 2);
		for (int i = 0; i < values.length; i++)
			values[i] = values[i] > 0.6f ? 1 : 0;
		return new Tensor(values, 2, 3, 2, 64, 64);
	}

	@ParameterizedTest
	@ValueSource(strings = { "code", "text" })
	void agreesWithPyTorch(final String pooling) {
		final Golden golden = new Golden("pyramid_" + pooling);
		try (TorchSegmentation net = hashed("text".equals(pooling) ? Set.of(
			Option.TEXT_POOLING) : Set.of());
				SegmentationTraining training = net.train(Optimizer.cosine(1, 1)))
		{
			assertTrue(Golden.sampled(golden.tensor("probability").values(), net
				.predict(input()).values()) < TOLERANCE);
			assertEquals(golden.number("eval_loss"), training.loss(input(), target()),
				1e-4);
			new Gradients(net.network(), golden, "gradient.").compare("loss",
				"loss_gradient", p -> true, input(), target(),
				SegmentationTraining.EQUAL);
		}
	}
}
