
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passes, gradients and steps against plain PyTorch modules. */
class ReferenceTest {

	private static final double TOLERANCE = 1e-4;

	private TorchEngine engine;

	@BeforeEach
	void open() {
		engine = TorchEngine.open("cpu", 1);
	}

	@AfterEach
	void close() {
		engine.close();
	}

	private TorchSegmentation network(final String name) {
		final Architecture a = new Architecture(Architecture.Family.RESIDUAL_UNET,
			List.of(4, 5, 6, 7, 8), 3, Set.of());
		return (TorchSegmentation) engine.segmentation(a, Golden.file(name +
			".weights"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "unet" })
	void passesAgreeWithPyTorch(final String name) {
		final Golden golden = new Golden(name);
		try (TorchSegmentation net = network(name);
				SegmentationTraining training = net.train(Optimizer.cosine(1, 1)))
		{
			final Tensor out = net.predict(golden.tensor("input"));
			final double d = Golden.difference(golden.tensor("probability").values(),
				out.values());
			assertTrue(d < TOLERANCE, "probabilities differ by " + d);
			assertEquals(golden.number("eval_loss"), training.loss(golden.tensor(
				"input"), golden.tensor("target")), 1e-4);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "unet" })
	void gradientsAgreeWithPyTorch(final String name) {
		final Golden golden = new Golden(name);
		try (TorchSegmentation net = network(name)) {
			new Gradients(net.network(), golden, "gradient.").compare("loss",
				"loss_gradient", p -> true, golden.tensor("input"), golden.tensor(
					"target"), SegmentationTraining.EQUAL);
			for (final Parameter p : net.network().weights().parameters())
				if (p.kind() == Parameter.Kind.INERT) for (final float g : golden
					.tensor("gradient." + p.name()).values())
					assertEquals(0, g, 1e-12, p.name() + " is not inert");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "unet" })
	void stepsAgreeWithPyTorch(final String name) {
		final Golden golden = new Golden(name);
		try (TorchSegmentation net = network(name);
				SegmentationTraining training = net.train(new Optimizer(1e-3,
					1_000_000_000, 0, 1e-2, true)))
		{
			for (int i = 0; i < 3; i++)
				assertEquals(golden.tensor("losses").values()[i], training.step(golden
					.tensor("input"), golden.tensor("target")), 1e-4);
			final List<Parameter> parameters = net.network().weights().parameters();
			for (int i = 0; i < parameters.size(); i++) {
				final Parameter p = parameters.get(i);
				if (!p.learned() && p.kind() != Parameter.Kind.VARIANCE) continue;
				final double d = Golden.difference(golden.tensor("after." + p.name())
					.values(), net.network().weights().get(i));
				assertTrue(d < TOLERANCE, p.name() + " differs by " + d);
			}
		}
	}
}
