
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
				SegmentationTraining training = net.train(new Optimizer(
					Optimizer.Rule.AMSGRAD, new Schedule(Schedule.Shape.CONSTANT, 1e-3, 3,
						0, List.of()), 1e-2, 0, 0)))
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

	/** Each rule with another schedule: src/test/python says the same again. */
	static Map<String, Optimizer> optimizers() {
		final Map<String, Optimizer> all = new TreeMap<>();
		all.put("adam", new Optimizer(Optimizer.Rule.ADAM, new Schedule(
			Schedule.Shape.COSINE, 3e-3, 8, 3, List.of()), 1e-2, 0, 0));
		all.put("adamw", new Optimizer(Optimizer.Rule.ADAMW, new Schedule(
			Schedule.Shape.STEP, 3e-3, 8, 2, List.of(0.5, 0.75)), 0.1, 0, 0));
		all.put("sgd", new Optimizer(Optimizer.Rule.SGD, new Schedule(
			Schedule.Shape.COSINE, 1e-2, 8, 2, List.of()), 1e-2, 0.5, 0));
		all.put("adam_hybrid", new Optimizer(Optimizer.Rule.ADAM_HYBRID,
			new Schedule(Schedule.Shape.STAIRCASE, 3e-3, 8, 0, List.of()), 0, 0, 0));
		all.put("average", new Optimizer(Optimizer.Rule.SGD, new Schedule(
			Schedule.Shape.CONSTANT, 1e-2, 8, 0, List.of()), 0, 0, 0.3));
		return all;
	}

	// In float64: Adam makes much of the smallest gradients, and in float32 those
	// are rounding.
	@Test
	void optimizersAgreeWithPyTorch() {
		final Golden input = new Golden("unet");
		final Golden golden = new Golden("optimizers");
		optimizers().forEach((name, optimizer) -> {
			try (TorchSegmentation net = network("unet");
					Steps steps = new Steps(net.network(), optimizer))
			{
				for (int i = 0; i < 8; i++)
					assertEquals(golden.tensor(name + ".losses").values()[i], steps.step(
						input.tensor("input"), input.tensor("target"),
						SegmentationTraining.EQUAL), 1e-6, name);
				final List<Parameter> parameters = net.network().weights().parameters();
				for (int i = 0; i < parameters.size(); i++) {
					final Parameter p = parameters.get(i);
					if (p.learned()) assertClose(golden, name, p, optimizer.average() > 0
						? steps.average(p) : steps.values(i));
				}
			}
		});
	}

	/** The same through the training, for rules that float32 cannot upset. */
	@Test
	void trainingAgreesWithPyTorch() {
		final Golden input = new Golden("unet");
		final Golden golden = new Golden("optimizers");
		for (final String name : List.of("sgd", "average"))
			try (TorchSegmentation net = network("unet");
					SegmentationTraining training = net.train(optimizers().get(name)))
			{
				for (int i = 0; i < 8; i++)
					training.step(input.tensor("input"), input.tensor("target"));
				training.finish(List.of());
				final List<Parameter> parameters = net.network().weights().parameters();
				for (int i = 0; i < parameters.size(); i++)
					if (parameters.get(i).learned()) assertClose(golden, name, parameters
						.get(i), net.network().weights().get(i));
			}
	}

	private static void assertClose(final Golden golden, final String name,
		final Parameter p, final float[] values)
	{
		final double d = Golden.sampled(golden.tensor(name + "." + p.name())
			.values(), values, 1e-2);
		assertTrue(d < TOLERANCE, name + ": " + p.name() + " differs by " + d);
	}
}
