
package org.twostream.net.bioimage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.net.Engine;
import org.twostream.net.InferenceNetwork;
import org.twostream.net.Tensor;
import org.twostream.net.TinyModule;
import org.twostream.net.TorchEngine;

class PackagedModelTest {

	private static final String VOLUMES =
		"  axes:\n  - {type: batch}\n  - {type: channel, channel_names: [grey]}\n" +
			"  - {type: space, id: z, size: {min: 5, step: 2}}\n" +
			"  - {type: space, id: y, size: {min: 8, step: 4}}\n" +
			"  - {type: space, size: {min: 8, step: 4}}\n" +
			"  data: {type: uint8}\n  preprocessing:\n" +
			"  - {id: scale_linear, kwargs: {gain: 0.00392156862745098}}\n" +
			"  - {id: ensure_dtype, kwargs: {dtype: float32}}\n";
	private static final String PROBABILITIES =
		"  axes:\n  - {type: batch}\n  - {type: channel, channel_names: [mito]}\n" +
			"  - {type: space, id: z, size: {tensor_id: raw, axis_id: z}, halo: 1}\n" +
			"  - {type: space, id: y, size: {tensor_id: raw, axis_id: y}, halo: 1}\n" +
			"  - {type: space, id: x, size: {tensor_id: raw, axis_id: x}, halo: 1}\n";
	private static final String SECTIONS_04 =
		"  axes: bcyx\n  data_type: uint8\n  data_range: [0, 255]\n  shape: {min: [1, 1, 8, 8], step: [0, 0, 4, 4]}\n" +
			"  preprocessing:\n  - {name: scale_linear, kwargs: {gain: 0.00392156862745098}}\n";
	private static final String PROBABILITIES_04 =
		"  axes: bcyx\n  data_type: float32\n  halo: [0, 0, 1, 1]\n" +
			"  shape: {reference_tensor: raw, scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]}\n";
	private static final OutputChoice MITOCHONDRIA = new OutputChoice("", "",
		Target.MITOCHONDRIA);

	private static Engine engine;

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

	private static PackageBuilder volumes() {
		return PackageBuilder.v05(TinyModule.BOX_SAME, VOLUMES, PROBABILITIES);
	}

	private static PackageBuilder sections() {
		return PackageBuilder.v04(TinyModule.SQUARE, SECTIONS_04, PROBABILITIES_04);
	}

	private static InferenceNetwork open(final Path place,
		final OutputChoice choice)
	{
		final ImportedModel model = ImportedModel.of(place);
		return model.open(engine, new int[] { 16, 12, 5 }, new long[][] {
			new long[256] }, choice);
	}

	private String refusal(final PackageBuilder builder) {
		final UserError e = assertThrows(UserError.class, () -> open(builder.folder(
			folder.resolve("model")), MITOCHONDRIA).close());
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		return e.getMessage();
	}

	/** Bytes of a window, as they come out of a volume. */
	private static int[] window(final int n) {
		return new Random(n).ints(n, 0, 256).toArray();
	}

	private static Tensor given(final InferenceNetwork network, final int[] bytes,
		final int... shape)
	{
		final float[] values = new float[bytes.length];
		for (int i = 0; i < values.length; i++)
			values[i] = network.intensities().of(0)[bytes[i]];
		return new Tensor(values, shape);
	}

	@Test
	void volumesThroughAPackageOf05() {
		try (InferenceNetwork network = open(volumes().zip(folder.resolve("m.zip")),
			MITOCHONDRIA))
		{
			assertEquals(1, network.channels());
			assertArrayEquals(new int[] { 1, 1, 1 }, network.margin());
			assertTrue(network.inputSizes().allow(5, 12, 16));
			assertTrue(network.inputSizes().allow(7, 8, 8));
			assertFalse(network.inputSizes().allow(6, 12, 16));
			assertFalse(network.inputSizes().allow(5, 12, 10));
			final int[] bytes = window(2 * 5 * 12 * 16);
			final Tensor found = network.predict(given(network, bytes, 2, 1, 5, 12,
				16));
			assertArrayEquals(new int[] { 2, 1, 3, 10, 14 }, found.shape());
			int i = 0;
			for (int b = 0; b < 2; b++)
				for (int z = 1; z < 4; z++)
					for (int y = 1; y < 11; y++)
						for (int x = 1; x < 15; x++) {
							double sum = 0;
							for (int k = 0; k < 27; k++)
								sum += bytes[((b * 5 + z + k / 9 - 1) * 12 + y + k / 3 % 3 -
									1) * 16 + x + k % 3 - 1];
							assertEquals(sum / 27 / 255, found.values()[i++], 1e-5);
						}
		}
	}

	@Test
	void sectionsThroughAPackageOf04() {
		try (InferenceNetwork network = open(sections().folder(folder.resolve("m")),
			MITOCHONDRIA))
		{
			assertArrayEquals(new int[] { 0, 1, 1 }, network.margin());
			assertTrue(network.inputSizes().allow(1, 8, 12));
			assertFalse(network.inputSizes().allow(2, 8, 12));
			final int[] bytes = window(3 * 8 * 12);
			final Tensor found = network.predict(given(network, bytes, 3, 1, 1, 8,
				12));
			assertArrayEquals(new int[] { 3, 1, 1, 6, 10 }, found.shape());
			int i = 0;
			for (int b = 0; b < 3; b++)
				for (int y = 1; y < 7; y++)
					for (int x = 1; x < 11; x++) {
						double sum = 0;
						for (int k = 0; k < 9; k++)
							sum += bytes[(b * 8 + y + k / 3 - 1) * 12 + x + k % 3 - 1];
						assertEquals(sum / 9 / 255, found.values()[i++], 1e-5);
					}
		}
	}

	@Test
	void axesInAnyOrder() {
		final String body =
			"    return torch.permute(torch.stack([torch.select(x, 2, 0), torch.sub(1., torch.select(x, 2, 0))], 2), [0, 1, 2])\n";
		final PackageBuilder builder = PackageBuilder.v05(body,
			"  axes:\n  - {type: space, id: x, size: 4}\n  - {type: space, id: y, size: 3}\n  - {type: channel, channel_names: [grey]}\n" +
				"  data: {type: float32, range: [0, 1]}\n",
			"  axes:\n  - {type: space, id: x, size: {tensor_id: raw, axis_id: x}}\n  - {type: space, id: y, size: {tensor_id: raw, axis_id: y}}\n" +
				"  - {type: channel, channel_names: [background, foreground]}\n");
		try (InferenceNetwork network = open(builder.folder(folder),
			MITOCHONDRIA))
		{
			final int[] bytes = window(24);
			final Tensor found = network.predict(given(network, bytes, 2, 1, 1, 3,
				4));
			assertArrayEquals(new int[] { 2, 1, 1, 3, 4 }, found.shape());
			for (int i = 0; i < 24; i++)
				assertEquals(1 - bytes[i] / 255f, found.values()[i], 1e-6f);
		}
	}

	@Test
	void outputsSmallerThanInputs() {
		final String smaller = PROBABILITIES.replace(", halo: 1", "").replace("z}",
			"z, offset: -2}").replace("y}", "y, offset: -2}").replace("x}",
				"x, offset: -2}");
		try (InferenceNetwork network = open(PackageBuilder.v05(
			TinyModule.BOX_VALID, VOLUMES, smaller).folder(folder), MITOCHONDRIA))
		{
			assertArrayEquals(new int[] { 1, 1, 1 }, network.margin());
			assertArrayEquals(new int[] { 1, 1, 3, 6, 6 }, network.predict(Tensor
				.zeros(1, 1, 5, 8, 8)).shape());
		}
	}

	@Test
	void reproducesItsTest() {
		final Tensor in = Tensor.zeros(1, 1, 5, 8, 8);
		Arrays.fill(in.values(), 255);
		final Tensor out = Tensor.zeros(1, 1, 5, 8, 8);
		for (int i = 0; i < out.values().length; i++) {
			final int[] at = { i / 64, i / 8 % 8, i % 8 };
			final int[] sides = { 5, 8, 8 };
			float share = 1;
			for (int a = 0; a < 3; a++)
				if (at[a] == 0 || at[a] == sides[a] - 1) share *= 2f / 3;
			out.values()[i] = share;
		}
		open(volumes().test(in, out).folder(folder.resolve("good")), MITOCHONDRIA)
			.close();
		assertEquals("passed", ImportedModel.of(folder.resolve("good")).report(
			engine).string("test"));
		out.values()[3] += 0.1f;
		final String message = refusal(volumes().test(in, out));
		assertTrue(message.contains("gives 1 of 320 test values otherwise"),
			message);
		// A tolerance that the package itself asks for.
		open(volumes().test(in, out).replace("weights:",
			"config:\n  bioimageio:\n    reproducibility_tolerance:\n    - {absolute_tolerance: 0.2}\nweights:")
			.folder(folder.resolve("tolerant")), MITOCHONDRIA).close();
		out.values()[3] = Float.NaN;
		assertTrue(refusal(volumes().test(in, out)).contains("test values"));
	}

	@Test
	void reproducesItsTestIn04() {
		final Tensor in = Tensor.zeros(1, 1, 8, 8);
		final Tensor out = Tensor.zeros(1, 1, 8, 8);
		open(sections().test(in, out).folder(folder.resolve("good")), MITOCHONDRIA)
			.close();
		Arrays.fill(out.values(), 1);
		assertTrue(refusal(sections().test(in, out)).contains(
			"gives 64 of 64 test values otherwise than its package says, at worst 0.000 instead of 1.000"));
		assertTrue(refusal(sections().test(in, Tensor.zeros(1, 1, 8, 4))).contains(
			"its test output has [1, 1, 1, 8, 4]"));
	}

	@Test
	void findsTheDescriptionInAFolderOfTheZip() {
		final PackageBuilder builder = volumes();
		open(builder.zip(folder.resolve("nested.zip"), "my-model/"), MITOCHONDRIA)
			.close();
		final Path place = builder.folder(folder.resolve("m"));
		open(place.resolve("rdf.yaml"), MITOCHONDRIA).close();
		assertEquals(ImportedModel.of(place).fingerprint(), ImportedModel.of(folder
			.resolve("nested.zip")).fingerprint());
		assertNotEquals(ImportedModel.of(place).fingerprint(), ImportedModel.of(
			builder.replace("name: tiny", "name: other").folder(folder.resolve("o")))
			.fingerprint());
	}

	@Test
	void usualWindowsObeyTheSizes() {
		assertArrayEquals(new int[] { 132, 132, 35 }, ImportedModel.of(volumes()
			.folder(folder.resolve("v"))).usualWindow());
		assertArrayEquals(new int[] { 260, 260, 1 }, ImportedModel.of(sections()
			.folder(folder.resolve("s"))).usualWindow());
	}

	@Test
	void onlyProbabilitiesComeOut() {
		final PackageBuilder logits = PackageBuilder.v05(
			"    return torch.mul(torch.sub(x, 0.5), 8.)\n", VOLUMES, PROBABILITIES)
			.replace(", halo: 1", "");
		try (InferenceNetwork network = open(logits.folder(folder), MITOCHONDRIA)) {
			final UserError e = assertThrows(UserError.class, () -> network.predict(
				Tensor.zeros(1, 1, 5, 8, 8)));
			assertTrue(e.getMessage().contains(
				"gives -4.0, which is no probability in 0..1; if it gives logits, add activation=sigmoid"));
		}
		try (InferenceNetwork network = open(folder, new OutputChoice("", "sigmoid",
			Target.MITOCHONDRIA)))
		{
			assertEquals(1 / (1 + Math.exp(4)), network.predict(Tensor.zeros(1, 1, 5,
				8, 8)).values()[0], 1e-6);
		}
	}

	@Test
	void refusesWhatIsNoPackage() throws IOException {
		assertTrue(refusal(volumes().without("rdf.yaml")).contains(
			"holds no rdf.yaml or bioimageio.yaml"));
		final Path zip = volumes().without("rdf.yaml").zip(folder.resolve("e.zip"));
		assertThrows(UserError.class, () -> ImportedModel.of(zip));
		final byte[] whole = Files.readAllBytes(volumes().zip(folder.resolve(
			"w.zip")));
		Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length /
			2));
		final UserError e = assertThrows(UserError.class, () -> ImportedModel.of(
			folder.resolve("half.zip")));
		assertTrue(e.getMessage().contains("is no whole zip"), e.getMessage());
		assertThrows(UserError.class, () -> ImportedModel.of(folder.resolve(
			"nowhere.zip")));
	}

	@Test
	void refusesDamagedPackages() {
		assertTrue(refusal(volumes().without("w.pt")).contains(
			"lacks w.pt, which its description names"));
		assertTrue(refusal(volumes().with("w.pt", TinyModule.of(TinyModule.STEEP)))
			.contains("has the sha256 "));
		assertTrue(refusal(sections().with("w.pt", "rubbish".getBytes(
			StandardCharsets.UTF_8))).contains("is no TorchScript module"));
		assertTrue(refusal(volumes().replace("name: tiny", "name: [tiny")).contains(
			"is not valid YAML"));
		assertTrue(refusal(volumes().with("rdf.yaml", "just text".getBytes(
			StandardCharsets.UTF_8))).contains("does not hold a YAML mapping"));
		final Tensor t = Tensor.zeros(1, 1, 5, 8, 8);
		assertTrue(refusal(volumes().test(t, t).with("in.npy", new byte[100]))
			.contains("is no whole .npy array"));
		assertTrue(refusal(volumes().test(t, t).with("in.npy", Arrays.copyOf(
			PackageBuilder.npy(t), 300))).contains("it is cut off"));
		assertTrue(refusal(volumes().replace("source: w.pt",
			"source: https://example.com/w.pt")).contains("not inside"));
		assertTrue(refusal(volumes().replace("source: w.pt", "source: ../../w.pt"))
			.contains("outside of the package"));
	}

	@Test
	void refusesModelsForSomethingElse() {
		assertTrue(refusal(volumes().replace("torchscript:", "onnx:")).contains(
			"has weights as onnx only"));
		assertTrue(refusal(volumes().replace("type: model", "type: dataset"))
			.contains("describes a dataset"));
		assertTrue(refusal(volumes().replace("0.5.4", "0.3.6")).contains(
			"format version 0.3.6, TwoStream reads 0.4 and 0.5"));
		assertTrue(refusal(volumes().replace("id: z, size: {min",
			"id: t, size: {min")).contains("has an axis t"));
		assertTrue(refusal(volumes().replace("{type: space, id: z, size: {min",
			"{type: time, size: {min")).contains("has an axis time"));
		assertTrue(refusal(sections().replace("axes: bcyx\n  data_type: uint8",
			"axes: bciy\n  data_type: uint8")).contains("has an axis i"));
		assertTrue(refusal(volumes().replace("[grey]", "[red, green]")).contains(
			"wants the input channels [red, green]"));
		assertTrue(refusal(volumes().replace("outputs:", "- id: more\noutputs:"))
			.contains("has 2 inputs"));
		assertTrue(refusal(volumes().replace("axis_id: x}",
			"axis_id: x, offset: 4}")).contains("gives 4 voxels more than it takes"));
		assertTrue(refusal(volumes().replace("id: x, size: {tensor_id",
			"id: x, scale: 0.5, size: {tensor_id")).contains(
				"gives voxels of another size"));
		assertTrue(refusal(volumes().replace("dtype: float32", "dtype: uint16"))
			.contains("numbers of type uint16"));
	}

	@Test
	void refusesOutputsThatItsDescriptionDoesNotTell() {
		final PackageBuilder builder = volumes().replace("[mito]",
			"[mito, boundary]");
		try (InferenceNetwork network = open(builder.folder(folder),
			MITOCHONDRIA))
		{
			final UserError e = assertThrows(UserError.class, () -> network.predict(
				Tensor.zeros(1, 1, 5, 8, 8)));
			assertTrue(e.getMessage().contains(
				"gives 1 times 1 channels, its description says 1 times 2"), e
					.getMessage());
		}
	}
}
