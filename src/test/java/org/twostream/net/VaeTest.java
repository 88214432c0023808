
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.VaeArchitecture.Variant;

class VaeTest {

	private static final double TOLERANCE = 1e-4;

	private static TorchEngine engine;

	@TempDir
	Path folder;

	@BeforeAll
	static void open() {
		engine = TorchEngine.open("cpu", 1);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	/** The three networks by the names of their golden files. */
	private static VaeArchitecture architecture(final String golden) {
		return new VaeArchitecture(golden.equals("vae") ? Variant.PAPER
			: Variant.RELEASED, 20, golden.endsWith("grey"));
	}

	/** The weights of the golden file. */
	private static TorchVae hashed(final String golden) {
		final TorchVae vae = (TorchVae) engine.vae(architecture(golden), new Seed(
			1));
		final Weights weights = vae.network().weights();
		for (int i = 0; i < weights.parameters().size(); i++) {
			final Parameter p = weights.parameters().get(i);
			final double fan = p.decays() ? (double) p.count() / p.shape()[0] : 100;
			final float[] values = Golden.hashed(p.size(), i);
			final float scale = (float) Math.sqrt(3 / fan);
			for (int j = 0; j < values.length; j++)
				values[j] *= scale;
			weights.set(i, values);
		}
		return vae;
	}

	private static Tensor patches() {
		final float[] values = Golden.hashed(3 * 112 * 112, 1000);
		for (int i = 0; i < values.length; i++)
			values[i] += 2 * Math.signum(values[i]);
		return new Tensor(values, 3, 1, 112, 112);
	}

	@ParameterizedTest
	@CsvSource({ "20, 5149065", "1000, 152668465" })
	void hasTheParametersOfTableS1(final int latent, final long count) {
		assertEquals(count, VaeArchitecture.paper(latent).parameterCount());
	}

	@ParameterizedTest
	@CsvSource({ "16, 4716257", "1024, 10911425" })
	void releasedHasAsManyFor112PixelsAsFor128(final int latent,
		final long count)
	{
		// 4.7 M and 10.9 M in reference model.md 3.2
		assertEquals(count, new VaeArchitecture(Variant.RELEASED, latent, true)
			.parameterCount());
	}

	@ParameterizedTest
	@ValueSource(strings = { "vae", "vae_released", "vae_released_grey" })
	void passesAgreeWithPyTorch(final String name) {
		final Golden golden = new Golden(name);
		try (TorchVae vae = hashed(name)) {
			final Matrix mean = vae.encode(patches());
			for (int i = 0; i < 3; i++)
				assertTrue(Golden.difference(java.util.Arrays.copyOfRange(golden.tensor(
					"mean").values(), 20 * i, 20 * i + 20), mean.row(i)) < TOLERANCE);
			assertTrue(Golden.sampled(golden.tensor("reconstruction").values(), vae
				.reconstruct(patches()).values()) < TOLERANCE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "vae", "vae_released", "vae_released_grey" })
	void gradientsAgreeWithPyTorch(final String name) {
		try (TorchVae vae = hashed(name)) {
			new Gradients(vae.network(), new Golden(name), "gradient.").compare(
				"loss", "loss_gradient", p -> true, patches(), new Tensor(Golden.hashed(
					60, 1001), 3, 20));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "vae", "vae_released", "vae_released_grey" })
	void tripletGradientsAgreeWithPyTorch(final String name) {
		try (TorchVae vae = hashed(name)) {
			new Gradients(vae.network(), new Golden(name), "triplet.").compare(
				"triplet", "triplet_gradient", VaeCode::inEncoder, patches());
		}
	}

	/** Bars at one of two angles. */
	private static Tensor bars(final int n, final int upright) {
		final Tensor t = Tensor.zeros(n, 1, 112, 112);
		for (int i = 0; i < n; i++) {
			final int at = 20 + 7 * i % 60;
			for (int a = 20; a < 92; a++)
				for (int b = at; b < at + 12; b++)
					t.values()[(i * 112 + (i < upright ? a : b)) * 112 + (i < upright ? b
						: a)] = 1;
		}
		return t;
	}

	@Test
	void learnsAndGoesOnFromItsStateToTheSameBytes() throws IOException {
		final Path state = folder.resolve("state");
		final Path[] files = { folder.resolve("a"), folder.resolve("b") };
		final Tensor x = bars(4, 2);
		final Optimizer optimizer = Optimizer.cosine(1e-3, 8);
		double first = 0, last = 0;
		try (Vae vae = engine.vae(3, new Seed(2));
				VaeTraining training = vae.train(optimizer, new Seed(3)))
		{
			first = training.loss(x).l1();
			for (int i = 0; i < 8; i++) {
				if (i == 6) training.saveState(state);
				training.step(x);
			}
			last = training.loss(x).l1();
			vae.save(files[0]);
		}
		try (Vae vae = engine.vae(3, new Seed(4));
				VaeTraining training = vae.train(optimizer, new Seed(3)))
		{
			training.restoreState(state);
			assertEquals(6, training.step());
			training.step(x);
			training.step(x);
			vae.save(files[1]);
		}
		assertEquals(-1, Files.mismatch(files[0], files[1]));
		assertTrue(last < 0.7 * first, first + " to " + last);
	}

	@Test
	void tripletsPullAnswersApart() {
		final Tensor a = bars(3, 3), b = bars(3, 3), c = bars(3, 0);
		try (Vae vae = engine.vae(4, new Seed(5));
				TripletTraining training = vae.refine(Optimizer.cosine(3e-4, 12)))
		{
			final double first = training.step(a, b, c);
			double last = first;
			for (int i = 0; i < 8; i++)
				last = training.step(a, b, c);
			assertTrue(last < 0.5 * first, first + " to " + last);
		}
	}

	@Test
	void encodesAnyNumberOfPatchesOneByOneOrTogether() {
		final Path file = folder.resolve("w");
		final Tensor x = bars(66, 30);
		final Tensor one = new Tensor(java.util.Arrays.copyOfRange(x.values(), 65 *
			112 * 112, 66 * 112 * 112), 1, 1, 112, 112);
		try (Vae vae = engine.vae(5, new Seed(6))) {
			vae.save(file);
			final Matrix all = vae.encode(x);
			assertEquals(66, all.rows());
			assertArrayEquals(vae.encode(one).row(0), all.row(65), 1e-4f);
			assertEquals(0, vae.encode(Tensor.zeros(0, 1, 112, 112)).rows());
			try (Vae again = engine.vae(5, file)) {
				assertArrayEquals(all.row(7), again.encode(x).row(7));
			}
		}
		final UserError e = assertThrows(UserError.class, () -> engine.vae(6,
			file));
		assertTrue(e.getMessage().contains("another network"), e.getMessage());
	}

	@Test
	void weightsOfAnotherDefinitionOfTheNetworkAreRefused() throws IOException {
		final Path file = folder.resolve("mask.safetensors");
		try (Vae vae = engine.vae(2, new Seed(1))) {
			vae.save(file);
		}
		engine.vae(2, file).close();
		assertEquals(folder.resolve("later") +
			" holds weights of network version 3, this TwoStream has 2; train again.",
			refusal(changed(file, "later", "version\":\"2\"", "version\":\"3\"")));
		// as files were written before the first change: without a version
		assertEquals(folder.resolve("first") +
			" holds weights of network version 1, this TwoStream has 2; train again.",
			refusal(changed(file, "first", "network_version", "networkXversion")));
	}

	@Test
	void theReleasedNetworkLearnsAndItsWeightsAreNoneOfTableS1() {
		final Path file = folder.resolve("w");
		final VaeArchitecture a = new VaeArchitecture(Variant.RELEASED, 3, false);
		final Tensor x = bars(4, 2);
		try (Vae vae = engine.vae(a, new Seed(2));
				VaeTraining training = vae.train(a.variant().optimizer(25), new Seed(
					3)))
		{
			final VaeTraining.Loss first = training.loss(x);
			for (int i = 0; i < 25; i++)
				training.step(x);
			final VaeTraining.Loss last = training.loss(x);
			assertTrue(last.objective() < 0.5 * first.objective(), first + " to " +
				last);
			vae.save(file);
			try (Vae again = engine.vae(a, file)) {
				assertArrayEquals(vae.reconstruct(x).values(), again.reconstruct(x)
					.values());
			}
		}
		final String message = assertThrows(UserError.class, () -> engine.vae(3,
			file)).getMessage();
		assertTrue(message.contains("another network"), message);
	}

	private static String refusal(final Path file) {
		return assertThrows(UserError.class, () -> engine.vae(2, file))
			.getMessage();
	}

	/** A copy with other text in the heading. */
	private Path changed(final Path file, final String name, final String from,
		final String to) throws IOException
	{
		final String text = Files.readString(file, StandardCharsets.ISO_8859_1);
		assertTrue(text.contains(from));
		return Files.writeString(folder.resolve(name), text.replace(from, to),
			StandardCharsets.ISO_8859_1);
	}
}
