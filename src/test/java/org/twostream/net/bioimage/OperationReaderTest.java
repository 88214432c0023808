
package org.twostream.net.bioimage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.net.Intensities;
import org.twostream.net.NumberType;
import org.twostream.net.Tensor;
import org.twostream.net.bioimage.Operation.Fitted;

/**
 * Against bioimageio.core (golden values of
 * src/test/python/bioimage_processing.py) and against plain arithmetic.
 */
class OperationReaderTest {

	private static final Json GOLDEN = Json.read(Path.of("test-data", "net",
		"bioimage", "processing.json"));
	private static final int SECTIONS = 4;
	private static final int PIXELS = 30;

	private static Stream<Arguments> pre() {
		return GOLDEN.objects("pre").stream().map(c -> Arguments.of(c.string(
			"version") + " " + c.string("axes") + " " + c.string("type") + " " + c
				.string("steps"), c));
	}

	private static Stream<Arguments> post() {
		return GOLDEN.objects("post").stream().map(c -> Arguments.of(c.string(
			"steps"), c));
	}

	/** As a description would have it. */
	private static Preprocessing preprocessing(final Json c) {
		final boolean old = "0.4".equals(c.string("version"));
		final String letters = c.string("axes");
		final Json tensor = new Json().put("preprocessing", c.objects("steps"));
		final List<Json> axes = new ArrayList<>();
		for (final String a : letters.split(""))
			switch (a) {
				case "b":
					axes.add(new Json().put("type", "batch"));
					break;
				case "c":
					axes.add(new Json().put("type", "channel").put("channel_names", List
						.of("grey")));
					break;
				default:
					axes.add(new Json().put("type", "space").put("id", a).put("size", 6));
			}
		if (old) tensor.put("axes", letters).put("data_type", c.string("type")).put(
			"shape", letters.chars().mapToObj(a -> a == 'b' || a == 'c' ? 1 : 6)
				.toList());
		else tensor.put("axes", axes).put("data", new Json().put("type", c.string(
			"type")));
		final Json output = old ? new Json().put("axes", letters).put("shape",
			tensor.strings("shape").stream().map(Integer::valueOf).toList())
			: new Json().put("axes", axes);
		final Json rdf = new Json().put("format_version", c.string("version") +
			".1").put("inputs", List.of(tensor)).put("outputs", List.of(output)).put(
				"weights", new Json().put("torchscript", new Json().put("source",
					"w.pt")));
		return (old ? new Description04(rdf, "m.zip").read() : new Description05(
			rdf, "m.zip").read()).input().preprocessing();
	}

	private static int voxel(final int i) {
		return (int) GOLDEN.numbers("volume")[i];
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pre")
	void preprocessesVolumesAsTheReferenceDoes(final String name, final Json c) {
		final long[][] histograms = new long[SECTIONS][256];
		for (int i = 0; i < SECTIONS * PIXELS; i++)
			histograms[i / PIXELS][voxel(i)]++;
		final Intensities tables = preprocessing(c).intensities(histograms);
		final double[] expected = c.numbers("expected");
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], tables.of(i / PIXELS)[voxel(i)], tolerance(
				expected[i]), "voxel " + i);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pre")
	void preprocessesTensorsAsTheReferenceDoes(final String name, final Json c) {
		final boolean volumes = c.string("axes").contains("z");
		final Tensor x = volumes ? Tensor.zeros(1, 1, SECTIONS, 5, 6) : Tensor
			.zeros(SECTIONS, 1, 1, 5, 6);
		for (int i = 0; i < x.values().length; i++)
			x.values()[i] = voxel(i);
		final float[] found = preprocessing(c).apply(x).values();
		final double[] expected = c.numbers("expected");
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], found[i], tolerance(expected[i]), "voxel " + i);
	}

	private static double tolerance(final double expected) {
		return 1e-6 * Math.max(1, Math.abs(expected));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("post")
	void postprocessesAsTheReferenceDoes(final String name, final Json c) {
		final double[] logits = GOLDEN.numbers("logits");
		final Tensor x = Tensor.zeros(2, 2, SECTIONS, 5, 6);
		for (int i = 0; i < logits.length; i++)
			x.values()[i] = (float) logits[i];
		new Postprocessing(reader(2).read(c.objects("steps"))).apply(x);
		final double[] expected = c.numbers("expected");
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], x.values()[i], tolerance(expected[i]),
				"number " + i);
	}

	private static OperationReader reader(final int channels) {
		return new OperationReader("m.zip", AxisOrder.OURS, channels);
	}

	private static Operation read(final int channels, final String step) {
		return reader(channels).read(List.of(Json.parse(step, "step"))).get(0);
	}

	// The reference's own operation fails there (bioimageio.core 0.11).
	@Test
	void binarizesEachChannelByItsThreshold() {
		final Operation.Pointwise o = (Operation.Pointwise) read(2,
			"{\"id\":\"binarize\",\"kwargs\":{\"axis\":\"channel\",\"threshold\":[1,-1]}}");
		assertEquals(0, o.function().of(0, 0));
		assertEquals(1, o.function().of(0, 1));
		assertEquals(0, o.function().of(-1, 1));
	}

	// The reference forgets it.
	@Test
	void addsEpsToTheDeviation() {
		final Operation o = read(1,
			"{\"id\":\"zero_mean_unit_variance\",\"kwargs\":{\"eps\":0.1}}");
		final long[][] h = new long[1][256];
		h[0][10] = h[0][30] = 5;
		final float[] table = new Preprocessing(1, List.of(o), NumberType.FLOAT32)
			.intensities(h).of(0);
		assertEquals(10 / 10.1, table[30], 1e-6);
		assertEquals(-20 / 10.1, table[0], 1e-6);
	}

	@Test
	void conversionsToIntegersStayInRange() {
		final Operation.Pointwise o = (Operation.Pointwise) read(1,
			"{\"id\":\"ensure_dtype\",\"kwargs\":{\"dtype\":\"uint8\"}}");
		final double[] from = { -3.5, -0.5, 0.99, 254.5, 300, Double.NaN };
		final double[] to = { 0, 0, 0, 254, 255, 0 };
		for (int i = 0; i < from.length; i++)
			assertEquals(to[i], o.function().of(from[i], 0), 0, from[i] + "");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void statisticsOfCountsAreThoseOfTheNumbers(final long seed) {
		final Random random = new Random(seed);
		final long[] counts = new long[20];
		final double[] values = new double[20];
		final List<Double> all = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			values[i] = random.nextInt(12) - 3;
			counts[i] = random.nextInt(4);
			for (int n = 0; n < counts[i]; n++)
				all.add(values[i]);
		}
		all.add(values[0]);
		counts[0]++;
		all.sort(null);
		final Distribution d = new Distribution(new double[][] { values },
			new long[][] { counts });
		final double mean = all.stream().mapToDouble(v -> v).average()
			.orElseThrow();
		assertEquals(mean, d.mean(), 1e-12);
		assertEquals(Math.sqrt(all.stream().mapToDouble(v -> (v - mean) * (v -
			mean)).average().orElseThrow()), d.deviation(), 1e-12);
		for (double q = 0; q <= 1; q += 1 / 64.) {
			final double at = q * (all.size() - 1);
			final int low = (int) at;
			final int high = Math.min(low + 1, all.size() - 1);
			assertEquals(all.get(low) + (at - low) * (all.get(high) - all.get(low)), d
				.quantile(q), 1e-12, "q " + q);
			int rank = 0;
			while ((rank + 1.) / all.size() < q)
				rank++;
			assertEquals(all.get(rank), d.nearestQuantile(q), "q " + q);
		}
	}

	@Test
	void sectionsOfVolumesAreNotMixed() {
		final Operation o = read(1,
			"{\"id\":\"scale_range\",\"kwargs\":{\"axes\":[\"y\",\"x\"]}}");
		assertEquals(Operation.Scope.SECTION, ((Fitted) o).scope());
		final Preprocessing p = new Preprocessing(1, List.of(o),
			NumberType.FLOAT32);
		final long[][] h = new long[2][256];
		h[0][10] = h[0][30] = 5;
		h[1][100] = h[1][200] = 1;
		assertArrayEquals(new float[] { 0, 0.5f, 1 }, new float[] { p.intensities(h)
			.of(0)[10], p.intensities(h).of(0)[20], p.intensities(h).of(0)[30] },
			1e-6f);
		assertEquals(0.5f, p.intensities(h).of(1)[150], 1e-6f);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"stardist_postprocessing\",\"kwargs\":{}}",
		"{\"id\":\"zero_mean_unit_variance\",\"kwargs\":{\"axes\":[\"x\"]}}",
		"{\"name\":\"zero_mean_unit_variance\",\"kwargs\":{\"axes\":\"z\",\"mode\":\"per_sample\"}}",
		"{\"id\":\"scale_range\",\"kwargs\":{\"axes\":[\"y\",\"x\"],\"reference_tensor\":\"other\"}}",
		"{\"id\":\"scale_linear\",\"kwargs\":{\"axis\":\"x\",\"gain\":[1,2]}}",
		"{\"id\":\"scale_linear\",\"kwargs\":{\"axis\":\"channel\",\"gain\":[1,2,3]}}",
		"{\"id\":\"softmax\",\"kwargs\":{\"axis\":\"z\"}}",
		"{\"id\":\"ensure_dtype\",\"kwargs\":{\"dtype\":\"complex64\"}}" })
	void refusesWhatItDoesNotDo(final String step) {
		final UserError e = assertThrows(UserError.class, () -> read(2, step));
		assertEquals(1, e.getMessage().lines().count());
		assertTrue(e.getMessage().startsWith("The model m.zip asks for "), e
			.getMessage());
	}
}
