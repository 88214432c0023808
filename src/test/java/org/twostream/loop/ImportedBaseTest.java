
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.TinyModule;
import org.twostream.net.bioimage.PackageBuilder;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** Models of others predict whole volumes, without seams. */
class ImportedBaseTest {

	private static final int X = 45;
	private static final int Y = 38;
	private static final int Z = 11;
	private static final String SECTIONS =
		"  axes: bcyx\n  data_type: uint8\n  shape: {min: [1, 1, 8, 8], step: [0, 0, 4, 4]}\n" +
			"  preprocessing:\n  - {name: zero_mean_unit_variance, kwargs: {mode: per_sample, axes: cyx}}\n";
	private static final String HALO_04 = "  axes: bcyx\n  halo: [0, 0, 1, 1]\n" +
		"  shape: {reference_tensor: raw, scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]}\n";
	private static final String SQUARE_LOGISTIC = TinyModule.SQUARE.replace(
		"return torch.conv2d(", "return torch.sigmoid(torch.conv2d(").replace(
			"[1, 1], 1)\n", "[1, 1], 1))\n");

	@TempDir
	Path folder;
	private final byte[] raw = new byte[X * Y * Z];

	@BeforeEach
	void volume() {
		new Random(5).nextBytes(raw);
		// Sections differ in brightness and contrast.
		for (int i = 0; i < raw.length; i++)
			raw[i] = (byte) ((raw[i] & 0xFF) / (1 + i / X / Y % 3) + 5 * (i / X / Y));
		try (VolumeWriter out = ChunkedWriter.create(folder.resolve("raw.zarr"),
			ChunkedSpec.of(PixelType.UINT8, X, Y, Z)))
		{
			out.write(0, out.info().box(), raw);
		}
	}

	private ActiveLearning steps() {
		return new ActiveLearning(folder.resolve("p.twostream"),
			SmallProject.WIRING, Progress.NONE);
	}

	private Source source() {
		return new Source(folder.resolve("raw.zarr").toString(), "8,8,30",
			"mitochondria");
	}

	private StepResult predict(final Path base, final String window,
		final String activation)
	{
		return steps().predict(source(), new PredictOptions(base.toString(), window,
			0.25, "", 1, 2, "", activation, SmallProject.compute()));
	}

	private byte[] probability(final StepResult made) {
		try (EmVolume volume = SmallProject.WIRING.stores().open(made.path()
			.toString()))
		{
			return volume.bytes(0, Box.ofSize(X, Y, Z));
		}
	}

	private int grey(final int x, final int y, final int z) {
		return raw[(mirror(z, Z) * Y + mirror(y, Y)) * X + mirror(x, X)] & 0xFF;
	}

	private static int mirror(final int i, final int n) {
		return i < 0 ? -i : i >= n ? 2 * n - 2 - i : i;
	}

	private interface Expected {

		double at(int x, int y, int z);
	}

	private void assertEverywhere(final Expected expected, final byte[] found) {
		int i = 0;
		for (int z = 0; z < Z; z++)
			for (int y = 0; y < Y; y++)
				for (int x = 0; x < X; x++, i++)
					assertEquals(255 * expected.at(x, y, z), found[i] & 0xFF, 1.01, x +
						"," + y + "," + z);
	}

	@Test
	void aPackageForVolumesLeavesNoSeams() {
		final Path zip = PackageBuilder.v05(TinyModule.BOX_SAME,
			PackageBuilder.VOLUMES, PackageBuilder.HALO).zip(folder.resolve("m.zip"));
		assertEverywhere((x, y, z) -> {
			double sum = 0;
			for (int k = 0; k < 27; k++)
				sum += grey(x + k % 3 - 1, y + k / 3 % 3 - 1, z + k / 9 - 1);
			return sum / 27 / 255;
		}, probability(predict(zip, "16,12,5", "")));
	}

	@Test
	void aPackageForSectionsIsNormalizedBySection() {
		final Path place = PackageBuilder.v04(SQUARE_LOGISTIC, SECTIONS, HALO_04)
			.folder(folder.resolve("m"));
		final double[] mean = new double[Z];
		final double[] deviation = new double[Z];
		for (int i = 0; i < raw.length; i++)
			mean[i / X / Y] += (raw[i] & 0xFF) / (double) (X * Y);
		for (int i = 0; i < raw.length; i++)
			deviation[i / X / Y] += Math.pow((raw[i] & 0xFF) - mean[i / X / Y], 2) /
				(X * Y);
		final StepResult made = predict(place, "16,12,1", "");
		assertEverywhere((x, y, z) -> {
			double sum = 0;
			for (int k = 0; k < 9; k++)
				sum += grey(x + k % 3 - 1, y + k / 3 - 1, z);
			return 1 / (1 + Math.exp((mean[z] - sum / 9) / Math.sqrt(deviation[z])));
		}, probability(made));
		final StepResult rois = steps().propose(source(), new ProposeOptions("",
			"0.5", 1, 26, 0, SmallProject.compute()));
		assertEquals("001", rois.id());
	}

	@Test
	void aTorchScriptFileTakesGreyFrom0To1() throws IOException {
		final Path file = Files.write(folder.resolve("net.pt"), TinyModule.of(
			TinyModule.STEEP));
		final byte[] found = probability(predict(file, "16,12,4", ""));
		assertEverywhere((x, y, z) -> 1 / (1 + Math.exp(-12 * (grey(x, y, z) /
			255. - 0.5))), found);
		final Path logits = Files.write(folder.resolve("logits.pt"), TinyModule.of(
			"    return torch.mul(torch.sub(x, 0.5), 12.)\n"));
		final UserError e = assertThrows(UserError.class, () -> predict(logits,
			"16,12,4", ""));
		assertTrue(e.getMessage().contains("add activation=sigmoid"), e
			.getMessage());
		final byte[] activated = probability(predict(logits, "16,12,4", "sigmoid"));
		for (int i = 0; i < found.length; i++)
			assertEquals(found[i] & 0xFF, activated[i] & 0xFF, 1);
	}

	@Test
	void aTorchScriptFileForSectionsIsTried() throws IOException {
		final Path file = Files.write(folder.resolve("net2d.pt"), TinyModule.of(
			SQUARE_LOGISTIC));
		assertEquals(X * Y * Z, probability(predict(file, "16,12,1", "")).length);
		final UserError deep = assertThrows(UserError.class, () -> predict(file,
			"16,12,4", ""));
		assertTrue(deep.getMessage().contains(
			"refuses an input of [1, 1, 4, 12, 16]"), deep.getMessage());
		final UserError none = assertThrows(UserError.class, () -> predict(file, "",
			""));
		assertTrue(none.getMessage().contains("give window=x,y,z"), none
			.getMessage());
	}

	@Test
	void whatIsInThePackageDecidesWhetherAResultIsMadeAgain() throws IOException {
		final PackageBuilder builder = PackageBuilder.v05(TinyModule.BOX_SAME,
			PackageBuilder.VOLUMES, PackageBuilder.HALO);
		final Path zip = builder.zip(folder.resolve("m.zip"));
		assertEquals("001", predict(zip, "16,12,5", "").id());
		assertEquals("001", predict(zip, "16,12,5", "").id());
		Files.delete(zip);
		builder.replace("name: tiny", "name: retrained").zip(zip);
		assertEquals("002", predict(zip, "16,12,5", "").id());
		assertEquals("003", predict(zip, "16,12,5", "sigmoid").id());
	}

	@Test
	void severalModelsAreAveraged() throws IOException {
		final Path steep = Files.write(folder.resolve("a.pt"), TinyModule.of(
			TinyModule.STEEP));
		final Path zip = PackageBuilder.v05(TinyModule.BOX_SAME,
			PackageBuilder.VOLUMES, PackageBuilder.HALO).zip(folder.resolve("m.zip"));
		assertEverywhere((x, y, z) -> {
			double sum = 0;
			for (int k = 0; k < 27; k++)
				sum += grey(x + k % 3 - 1, y + k / 3 % 3 - 1, z + k / 9 - 1);
			return (sum / 27 / 255 + 1 / (1 + Math.exp(-12 * (grey(x, y, z) / 255. -
				0.5)))) / 2;
		}, probability(predict(Path.of(steep + "," + zip), "16,12,5", "")));
	}

	@Test
	void refusesWindowsThatTheModelForbids() {
		final Path zip = PackageBuilder.v05(TinyModule.BOX_SAME,
			PackageBuilder.VOLUMES, PackageBuilder.HALO).zip(folder.resolve("m.zip"));
		final UserError e = assertThrows(UserError.class, () -> predict(zip,
			"17,12,5", ""));
		assertTrue(e.getMessage().contains("give window=20,12,5"), e.getMessage());
	}

	@Test
	void aModelOfOthersCannotLearn() {
		final Path zip = PackageBuilder.v05(TinyModule.BOX_SAME,
			PackageBuilder.VOLUMES, PackageBuilder.HALO).zip(folder.resolve("m.zip"));
		final SmallProject small = SmallProject.in(folder.resolve("s.twostream"));
		final UserError e = assertThrows(UserError.class, () -> BaseModel.of(small
			.project(), zip.toString()));
		assertTrue(e.getMessage().contains("can predict and nothing else"), e
			.getMessage());
		assertThrows(UserError.class, () -> small.steps().predict(new Source("", "",
			""), new PredictOptions("", "", 0.5, "", 1, 1, "2", "", SmallProject
				.compute())));
	}
}
