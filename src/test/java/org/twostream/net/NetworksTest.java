
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Architecture.Family;
import org.twostream.net.Architecture.Option;

import ai.djl.ndarray.types.DataType;

/**
 * Every network that needs no file of weights, in a narrow form, against plain
 * PyTorch modules: both sides make weights and windows from the same hash.
 */
class NetworksTest {

	private static final Optimizer AMSGRAD = new Optimizer(Optimizer.Rule.AMSGRAD,
		new Schedule(Schedule.Shape.CONSTANT, 1e-3, 3, 0, List.of()), 1e-2, 0, 0);

	private static final double TOLERANCE = 1e-4;
	private static final List<Integer> GATED = List.of(8, 8, 16, 32, 32);
	private static final List<Integer> HYBRID = List.of(8, 12, 16, 20);
	private static final List<Integer> DEEP = List.of(4, 6, 8);

	/** Where the table of docs/results/net.md comes from. */
	private static final Path TABLE = Path.of("target",
		"network-differences.tsv");
	private static final Map<String, double[]> DIFFERENCES = new TreeMap<>();

	private static TorchEngine engine;

	@BeforeAll
	static void open() {
		engine = TorchEngine.open("cpu", 1);
	}

	@AfterAll
	static void close() throws IOException {
		engine.close();
		final StringBuilder table = new StringBuilder(
			"network\tprobability\tgradient\n");
		DIFFERENCES.forEach((name, d) -> table.append(String.format(Locale.ROOT,
			"%s\t%.1e\t%.1e%n", name, d[0], d[1])));
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, table);
	}

	/** One network, with the sides of its input. */
	private record Case(String name, Architecture architecture, int... shape) {

		Case(final String name, final Family family, final List<Integer> filters,
			final int channels, final Set<Option> options, final int... shape)
		{
			this(name, new Architecture(family, filters, channels, options), shape);
		}

		private int[] sides(final int channels) {
			return new int[] { shape[0], channels, shape[1], shape[2], shape[3] };
		}

		/** As the script makes it: squares of 8 pixels where they fit. */
		Tensor input() {
			final Tensor t = Tensor.zeros(sides(1));
			final float[] values = t.values();
			final int rows = shape[2] / 8;
			final int row = shape[3] / 8;
			final boolean squares = shape[2] % 8 == 0;
			final float[] coarse = Golden.hashed(squares ? shape[0] * shape[1] *
				rows * row : values.length, 1);
			final float[] fine = Golden.hashed(values.length, 3);
			for (int i = 0; i < values.length; i++) {
				final int y = i / shape[3] % shape[2];
				final int section = i / shape[3] / shape[2];
				values[i] = squares ? (coarse[(section * rows + y / 8) * row + i %
					shape[3] / 8] + 0.2f * fine[i] + 1) / 2 : (coarse[i] + 1) / 2;
			}
			return t;
		}

		Tensor target() {
			final int channels = architecture.channels();
			final boolean classes = architecture.has(Option.SOFTMAX);
			final Tensor t = Tensor.zeros(sides(channels));
			final int n = shape[1] * shape[2] * shape[3];
			final float[] h = Golden.hashed(shape[0] * n * (classes ? 1 : channels),
				2);
			for (int i = 0; i < h.length; i++)
				if (!classes) t.values()[i] = h[i] > 0.6f ? 1 : 0;
				else t.values()[(i / n * channels + Math.min(channels - 1,
					(int) ((h[i] + 1) / 2 * channels))) * n + i % n] = 1;
			return t;
		}

		Tensor weights() {
			final Tensor t = Tensor.zeros(sides(1));
			final float[] h = Golden.hashed(t.values().length, 4);
			for (int i = 0; i < h.length; i++)
				t.values()[i] = (h[i] + 1.2f) / 2;
			return t;
		}

		TorchSegmentation network() {
			final TorchSegmentation net = (TorchSegmentation) engine.segmentation(
				architecture, new Seed(1));
			Golden.hash(net.network().weights());
			net.network().weightsChanged();
			return net;
		}

		@Override
		public String toString() {
			return name;
		}
	}

	static Stream<Case> networks() {
		return Stream.of(new Case("paper", Family.FEATURE_PYRAMID, GATED, 3, Set
			.of(), 2, 2, 64, 64), new Case("paper_text", Family.FEATURE_PYRAMID,
				GATED, 3, Set.of(Option.TEXT_POOLING), 2, 2, 64, 64), new Case(
					"paper_loss", Family.FEATURE_PYRAMID, GATED, 1, Set.of(
						Option.LOSS_HEAD), 4, 2, 32, 32), new Case("se_unet",
							Family.GATED_UNET, GATED, 3, Set.of(), 2, 2, 64, 64), new Case(
								"se_unet_deep", Family.GATED_UNET, GATED, 1, Set.of(
									Option.TWO_BLOCKS), 2, 2, 64, 64), new Case("light_norm",
										Family.RESIDUAL_UNET, List.of(4, 5, 6, 7, 8), 3, Set.of(
											Option.OUTPUT_NORM), 2, 3, 16, 16), new Case("light_half",
												Family.RESIDUAL_UNET, List.of(4, 5, 6, 7, 8), 3, Set.of(
													Option.HALF), 2, 3, 32, 32), new Case("hybrid",
														Family.HYBRID, HYBRID, 1, Set.of(), 2, 3, 20, 20),
			new Case("hybrid_flat", Family.HYBRID, HYBRID, 3, Set.of(Option.FLAT), 2,
				3, 20, 20), new Case("hybrid_single", Family.HYBRID, HYBRID, 1, Set.of(
					Option.SINGLE_LOSS), 2, 3, 20, 20), new Case("hybrid_2d",
						Family.HYBRID, HYBRID, 1, Set.of(Option.NO_PYRAMID), 2, 3, 20, 20),
			new Case("hybrid_classes", Family.HYBRID, HYBRID, 7, Set.of(
				Option.SOFTMAX), 2, 3, 20, 20), new Case("unet2d", Family.UNET_2D, List
					.of(2, 3, 4, 5, 6), 1, Set.of(), 1, 2, 188, 204), new Case(
						"unet3d_thin", Family.UNET_3D, DEEP, 3, Set.of(), 2, 3, 16, 16),
			new Case("unet3d_thick", Family.UNET_3D, DEEP, 7, Set.of(Option.THICK,
				Option.SOFTMAX), 2, 4, 8, 8));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void agreesWithPyTorch(final Case c) {
		final Golden golden = new Golden(c.name);
		final Tensor input = c.input(), target = c.target(), weights = c.weights();
		try (TorchSegmentation net = c.network()) {
			final Tensor out = net.predict(input);
			final int[] margin = net.margin();
			assertArrayEquals(new int[] { c.shape[0], c.architecture.channels(),
				c.shape[1] - 2 * margin[0], c.shape[2] - 2 * margin[1], c.shape[3] - 2 *
					margin[2] }, out.shape());
			final double d = Golden.sampled(golden.tensor("probability").values(), out
				.values());
			assertTrue(d < TOLERANCE, "probability differs by " + d);
			try (SegmentationTraining training = net.train(AMSGRAD)) {
				assertEquals(1, training.loss(input, target, weights) / golden.number(
					"eval_loss"), TOLERANCE);
				DIFFERENCES.put(c.name, new double[] { d, new Gradients(net.network(),
					golden, "gradient.").compare("loss", "loss_gradient", p -> true,
						input, target, weights) });
				for (int i = 0; i < 3; i++)
					assertEquals(1, training.step(input, target, weights) / golden.tensor(
						"losses").values()[i], TOLERANCE, "loss of step " + i);
			}
		}
	}

	// In float32 the sums over all voxels round differently here, where some
	// gradients are small differences of large numbers.
	@ParameterizedTest
	@MethodSource("networks")
	void gradientsTakenApartAgreeWithPyTorch(final Case c) {
		try (TorchSegmentation net = c.network()) {
			if (net.splits()) new Gradients(net.network(), new Golden(c.name),
				"gradient.").compare(List.of(DataType.FLOAT64), "loss",
					"split_gradient", p -> true, c.input(), c.target(), c.weights());
			else assertTrue(c.architecture.has(Option.LOSS_HEAD) || Objective.plain(
				c.architecture.family()));
		}
	}

	// In float64: Adam makes much of the smallest gradients, and in float32 those
	// are rounding.
	@ParameterizedTest
	@MethodSource("networks")
	void stepsAgreeWithPyTorch(final Case c) {
		final Golden golden = new Golden(c.name);
		try (TorchSegmentation net = c.network()) {
			final Steps steps = new Steps(net.network(), AMSGRAD);
			for (int i = 0; i < 3; i++)
				assertEquals(1, steps.step(c.input(), c.target(), c.weights()) / golden
					.tensor("losses").values()[i], 1e-6, "loss of step " + i);
			final List<Parameter> parameters = net.network().weights().parameters();
			for (int i = 0; i < parameters.size(); i++) {
				final String name = "after." + parameters.get(i).name();
				if (parameters.get(i).learned()) assertTrue(Golden.sampled(golden
					.tensor(name).values(), steps.values(i)) < 1e-5, name);
			}
			steps.close();
		}
	}

	// The folded pass against the pass with running statistics.
	@ParameterizedTest
	@MethodSource("networks")
	void fastPassEqualsSlowPass(final Case c) {
		try (TorchSegmentation net = c.network();
				Session s = net.network().session())
		{
			final float[] slow = net.network().script().run(s.manager(), "evaluate", s
				.array(c.input()), net.network().weights().arrays()).get(0)
				.toFloatArray();
			final double d = Golden.difference(slow, net.predict(c.input()).values());
			assertTrue(d < TOLERANCE / 2, "differs by " + d);
		}
	}

	// Reference model.md 1.1 and 6.1, 6.2: printed 10.3, 9.9, 10.3, 7.9, 31.0,
	// 2.0, 2.1, 7.73, 15.64 million; the loss head has 15617.
	@ParameterizedTest
	@CsvSource({ "hybrid, 7, 10267022", "hybrid-flat, 7, 9916238",
		"hybrid-single, 7, 10267022", "hybrid-2d, 7, 7882311",
		"unet2d, 7, 31030983", "unet3d-thin, 7, 2033767",
		"unet3d-thick, 7, 2074727", "hybrid, 1, 10235138", "se-unet, 1, 7731922",
		"se-unet-deep, 1, 15635794", "paper-loss, 3, 14395639" })
	void hasThePrintedSize(final String name, final int channels,
		final long count)
	{
		final KnownArchitecture known = KnownArchitecture.of(name);
		assertEquals(count, Weights.count(SegmentationCode.of(channels == 7 ? known
			.classes(7) : known.with(channels)).parameters()));
	}

	@ParameterizedTest
	@CsvSource({ "hybrid, 300, 2", "hybrid-2d, 300, 2", "unet2d, 572, 92",
		"unet3d-thin, 300, 2", "unet3d-thick, 180, 0", "paper, 256, 0" })
	void takesThePrintedWindow(final String name, final int side,
		final int margin)
	{
		final InputSizes sizes = SegmentationCode.of(Architecture.named(name, 1))
			.inputSizes();
		assertTrue(sizes.allow(16, side, side));
		assertEquals(margin, sizes.margin()[2]);
		assertTrue(!sizes.allow(16, side, side + 1));
	}

	@Test
	void predictsLossesOfWindows() {
		final Case c = networks().filter(n -> n.architecture.has(Option.LOSS_HEAD))
			.findFirst().orElseThrow();
		try (TorchSegmentation net = c.network()) {
			final double[] losses = net.predictLoss(c.input());
			final float[] expected = new Golden(c.name).tensor("predicted_loss")
				.values();
			assertEquals(expected.length, losses.length);
			for (int i = 0; i < losses.length; i++)
				assertEquals(expected[i], losses[i], TOLERANCE);
			try (SegmentationTraining training = net.train(Optimizer.cosine(1, 1))) {
				assertTrue(assertThrows(UserError.class, () -> training.step(Tensor
					.zeros(3, 1, 2, 32, 32), Tensor.zeros(3, 1, 2, 32, 32))).getMessage()
					.contains("batch=3"));
			}
		}
		try (SegmentationNetwork net = engine.segmentation(Architecture.named(
			"tiny", 1), new Seed(1)))
		{
			assertThrows(UserError.class, () -> net.predictLoss(Tensor.zeros(1, 1, 2,
				16, 16)));
		}
	}

	@Test
	void learnsNothingFromTheMargin() {
		final Case c = new Case("", Family.HYBRID, HYBRID, 1, Set.of(), 1, 2, 20,
			20);
		final Tensor other = c.target();
		for (int i = 0; i < other.values().length; i++)
			if (i % 20 < 2 || i % 20 > 17 || i / 20 % 20 < 2 || i / 20 % 20 > 17)
				other.values()[i] = 1 - other.values()[i];
		try (TorchSegmentation net = c.network();
				SegmentationTraining training = net.train(Optimizer.cosine(1, 1)))
		{
			assertEquals(training.loss(c.input(), c.target()), training.loss(c
				.input(), other), 0);
			assertThrows(IllegalArgumentException.class, () -> training.step(c
				.input(), Tensor.zeros(1, 1, 2, 16, 16)));
		}
	}
}
