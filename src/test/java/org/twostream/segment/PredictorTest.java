
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.DeviceMemory;
import org.twostream.net.Tensor;
import org.twostream.volume.PixelType;

class PredictorTest {

	private static final WindowSize WINDOW = new WindowSize(16, 16, 4);

	@TempDir
	Path folder;

	private static MemoryVolume noise(final int x, final int y, final int z) {
		final SplittableRandom random = new Seed(3).random();
		return MemoryVolume.of(x, y, z, 1, PixelType.UINT8, 8).fill(0, (i, j,
			k) -> random.nextInt(256));
	}

	/** The whole volume at once, straight from the definition. */
	private static byte[] reference(final MemoryVolume raw,
		final FakeNetwork network, final SlidingWindow how, final int channel)
	{
		final int[] m = network.margin();
		final WindowSize w = new WindowSize(how.window().x() - 2 * m[2], how
			.window().y() - 2 * m[1], how.window().z() - 2 * m[0]);
		final Box all = raw.info().box();
		final int n = all.arrayLength();
		final double[] sum = new double[n];
		final double[] norm = new double[n];
		final SlidingWindow inside = how.inside(w);
		final Lattice xs = inside.xLattice(all.xSize());
		final Lattice ys = inside.yLattice(all.ySize());
		final Lattice zs = inside.zLattice(all.zSize());
		for (int k = 0; k < zs.count(); k++)
			for (int j = 0; j < ys.count(); j++)
				for (int i = 0; i < xs.count(); i++) {
					final float[] p = network.predict(new Tensor(input(raw, how.window(),
						xs.start(i) - m[2], ys.start(j) - m[1], zs.start(k) - m[0]), 1, 1,
						how.window().z(), how.window().y(), how.window().x())).values();
					int t = 0;
					for (int z = 0; z < w.z(); z++)
						for (int y = 0; y < w.y(); y++)
							for (int x = 0; x < w.x(); x++, t++) {
								final long vx = xs.start(i) + x;
								final long vy = ys.start(j) + y;
								final long vz = zs.start(k) + z;
								if (!all.contains(vx, vy, vz)) continue;
								final int place = (int) ((vz * all.ySize() + vy) * all.xSize() +
									vx);
								final double weight = weight(how.blending(), x, w.x(), y, w.y(),
									z, w.z());
								sum[place] += weight * p[channel * w.voxels() + t];
								norm[place] += weight;
							}
				}
		final byte[] result = new byte[n];
		for (int i = 0; i < n; i++)
			result[i] = (byte) (int) (255 * sum[i] / norm[i]);
		return result;
	}

	/** A window, reflected at the borders voxel by voxel. */
	private static float[] input(final MemoryVolume raw, final WindowSize w,
		final long x0, final long y0, final long z0)
	{
		final Box all = raw.info().box();
		final float[] input = new float[w.voxels()];
		int t = 0;
		for (int z = 0; z < w.z(); z++)
			for (int y = 0; y < w.y(); y++)
				for (int x = 0; x < w.x(); x++) {
					final long rx = bounce(x0 + x, all.xSize());
					final long ry = bounce(y0 + y, all.ySize());
					final long rz = bounce(z0 + z, all.zSize());
					input[t++] = (raw.bytes(0, new Box(rx, ry, rz, rx + 1, ry + 1, rz +
						1))[0] & 0xFF) / 255f;
				}
		return input;
	}

	/** The formulas of the code of 2020. */
	private static double weight(final Blending blending, final int x,
		final int xn, final int y, final int yn, final int z, final int zn)
	{
		if (blending.form() == Blending.Form.BUMP) return 1e-4 + Math.exp(bump(x,
			xn) + bump(y, yn) + bump(z, zn) - bump((xn - 1) / 2, xn) - bump((yn - 1) /
				2, yn) - bump((zn - 1) / 2, zn));
		final double dx = xn == 1 ? 0 : -1 + 2.0 * x / (xn - 1);
		final double dy = yn == 1 ? 0 : -1 + 2.0 * y / (yn - 1);
		final double dz = zn == 1 ? 0 : -1 + 2.0 * z / (zn - 1);
		return 1e-4 + Math.exp(-(dx * dx + dy * dy + dz * dz) / (2 * blending
			.sigma() * blending.sigma()));
	}

	private static double bump(final int i, final int n) {
		final double u = (i + 1.0) / (n + 1);
		return -Math.pow(u * (1 - u), -1.5);
	}

	private static long bounce(final long index, final long size) {
		long i = index;
		while (i < 0 || i >= size) {
			if (size == 1) return 0;
			i = i < 0 ? -i : 2 * (size - 1) - i;
		}
		return i;
	}

	@ParameterizedTest
	@CsvSource({ "40,33,10,0.5,0", "40,33,10,0.25,3", "16,16,4,0.5,0",
		"7,50,1,0.5,0", "20,5,3,0.5,2" })
	void agreesWithTheDefinitionOnAnyShape(final int x, final int y, final int z,
		final double overlap, final int pad)
	{
		final MemoryVolume raw = noise(x, y, z);
		final FakeNetwork network = new FakeNetwork(3, 0.05);
		final SlidingWindow how = SlidingWindow.of(WINDOW).with(overlap, 1, 1)
			.padded(new SlidingWindow.Pad(pad, pad, 1));
		final MemoryVolume out = MemoryVolume.of(x, y, z, 3, PixelType.UINT8, 8);
		final Predictor.Cost cost = new Predictor(network, how).predict(raw, out,
			RunSettings.of(1, "Predicting"), Progress.NONE);
		assertEquals((long) x * y * z, cost.voxels());
		for (int c = 0; c < 3; c++) {
			final byte[] expected = reference(raw, network, how, c);
			final byte[] found = out.bytes(c, raw.info().box());
			assertClose(expected, found);
		}
	}

	private static void assertClose(final byte[] expected, final byte[] found) {
		for (int i = 0; i < found.length; i++)
			assertEquals(expected[i] & 0xFF, found[i] & 0xFF, 1, "voxel " + i);
	}

	private static byte[] whole(final MemoryVolume raw, final SlidingWindow how,
		final FakeNetwork... networks)
	{
		return new Predictor(List.of(networks), how).predict(raw, raw.info().box(),
			Progress.NONE)[0];
	}

	/** Networks without padding: only the inside of a window comes out. */
	@ParameterizedTest
	@CsvSource({ "0.5,1,3,2", "0,1,2,5", "0.25,0,4,4" })
	void marginsAreReadAroundTheWindows(final double overlap, final int mz,
		final int my, final int mx)
	{
		final MemoryVolume raw = noise(40, 33, 10);
		final FakeNetwork network = new FakeNetwork(1, 0.05);
		network.margin = new int[] { mz, my, mx };
		final SlidingWindow how = SlidingWindow.of(WINDOW).with(overlap, 1, 2);
		assertClose(reference(raw, network, how, 0), whole(raw, how, network));
		if (overlap > 0) return;
		// Without overlap and context no seam is left: every voxel is the
		// network's.
		final FakeNetwork plain = new FakeNetwork(1, 0);
		final byte[] expected = whole(raw, how, plain);
		plain.margin = network.margin;
		assertArrayEquals(expected, whole(raw, how, plain));
	}

	@ParameterizedTest
	@CsvSource({ "gaussian", "gaussian:0.6", "bump" })
	void weightsAreThoseOfTheFormulas(final String blending) {
		final MemoryVolume raw = noise(40, 33, 10);
		final FakeNetwork network = new FakeNetwork(1, 0.3);
		final SlidingWindow how = SlidingWindow.of(WINDOW).blended(Blending.parse(
			blending));
		assertClose(reference(raw, network, how, 0), whole(raw, how, network));
		assertEquals(how.blending(), Blending.parse(how.blending().text()));
	}

	@Test
	void sectionsAreWorkedOnOneByOneByFlatWindows() {
		final MemoryVolume raw = noise(30, 20, 5);
		final FakeNetwork network = new FakeNetwork(1, 0.05);
		network.multiples = new int[] { 1, 4, 4 };
		final SlidingWindow how = SlidingWindow.of(new WindowSize(16, 16, 1)).with(
			0.5, 4, 3);
		final byte[] all = whole(raw, how, network);
		for (int z = 0; z < 5; z++) {
			final int section = z;
			final MemoryVolume one = MemoryVolume.of(30, 20, 1, 1, PixelType.UINT8, 8)
				.fill(0, (x, y, k) -> raw.ids(0, new Box(x, y, section, x + 1, y + 1,
					section + 1))[0]);
			assertArrayEquals(Arrays.copyOfRange(all, z * 600, (z + 1) * 600), whole(
				one, how, network));
		}
	}

	@Test
	void severalNetworksGiveTheMeanOfTheirProbabilities() {
		final MemoryVolume raw = noise(40, 33, 10);
		final FakeNetwork dark = new FakeNetwork(1, 0.05);
		final FakeNetwork bright = new FakeNetwork(1, 0);
		bright.threshold = 0.8;
		bright.margin = new int[] { 0, 1, 2 };
		final SlidingWindow how = SlidingWindow.of(WINDOW).with(0.5, 4, 2);
		final byte[] both = whole(raw, how, dark, bright);
		// The same margin for all, as if all had it.
		dark.margin = bright.margin;
		final byte[] one = whole(raw, how, dark);
		final byte[] other = whole(raw, how, bright);
		for (int i = 0; i < both.length; i++)
			assertEquals(((one[i] & 0xFF) + (other[i] & 0xFF)) / 2.0, both[i] & 0xFF,
				1.01);
		assertTrue(assertThrows(UserError.class, () -> whole(raw, how, dark,
			new FakeNetwork(3, 0))).getMessage().contains("1 and 3 output channels"));
	}

	@Test
	void certaintyIsStoredAs255() {
		final MemoryVolume raw = MemoryVolume.of(40, 33, 10, 1, PixelType.UINT8, 8);
		final FakeNetwork sure = new FakeNetwork(1, 0);
		sure.threshold = 100;
		for (final String blending : List.of("gaussian", "bump"))
			for (final double overlap : new double[] { 0, 0.3, 0.9 })
				for (final byte b : whole(raw, SlidingWindow.of(WINDOW).with(overlap, 1,
					1).blended(Blending.parse(blending)), sure))
					assertEquals(255, b & 0xFF);
	}

	@Test
	void aBatchThatIsTooLargeIsCutAndTheBytesStay() {
		final MemoryVolume raw = noise(40, 33, 10);
		final FakeNetwork network = new FakeNetwork(1, 0.05);
		final SlidingWindow how = SlidingWindow.of(WINDOW).with(0.5, 4, 7);
		final byte[] free = whole(raw, how, network);
		network.shapes.clear();
		network.memory = 2;
		final List<String> said = new ArrayList<>();
		final byte[] tight = new Predictor(network, how).predict(raw, raw.info()
			.box(), new Progress()
		{

				@Override
				public void report(final double fraction, final String message) {
					said.add(message);
				}

				@Override
				public boolean cancelled() {
					return false;
				}
			})[0];
		assertArrayEquals(free, tight);
		// Seven and three are tried once each, then it stays at one.
		assertEquals(2, network.shapes.stream().filter(s -> s[0] > 1).count());
		assertTrue(said.contains("Predicting (memory does for batch 1)"), said
			.toString());
		network.memory = 0;
		assertTrue(assertThrows(UserError.class, () -> whole(raw, how, network))
			.getMessage().contains("not enough memory for one window of 16,16,4"));
	}

	@Test
	void bytesDoNotDependOnTheBlocks() {
		// 512-voxel blocks against one box: x is long enough for three blocks.
		final MemoryVolume raw = noise(1100, 20, 70);
		final FakeNetwork network = new FakeNetwork(1, 0.05);
		final SlidingWindow how = SlidingWindow.of(new WindowSize(64, 16, 16));
		final MemoryVolume out = MemoryVolume.of(1100, 20, 70, 1, PixelType.UINT8,
			8);
		assertTrue(Predictor.grid(out.info()).size() >= 6);
		final Predictor predictor = new Predictor(network, how);
		final Predictor.Cost cost = predictor.predict(raw, out, RunSettings.of(1,
			"Predicting"), Progress.NONE);
		final Box all = raw.info().box();
		assertArrayEquals(predictor.predict(raw, all, Progress.NONE)[0], out.bytes(
			0, all));
		final Box part = new Box(301, 3, 17, 777, 18, 40);
		assertArrayEquals(predictor.predict(raw, part, Progress.NONE)[0], out.bytes(
			0, part));
		// Windows on block borders went through the network once.
		final long lattice = (long) how.xLattice(1100).count() * how.yLattice(20)
			.count() * how.zLattice(70).count();
		assertEquals(lattice, cost.windows());
	}

	@Test
	void goesOnAfterACancelWithTheSameBytes() {
		final MemoryVolume raw = noise(1100, 20, 70);
		final FakeNetwork network = new FakeNetwork(1, 0.05);
		final Predictor predictor = new Predictor(network, SlidingWindow.of(
			new WindowSize(64, 16, 16)));
		final MemoryVolume out = MemoryVolume.of(1100, 20, 70, 1, PixelType.UINT8,
			8);
		final RunSettings settings = RunSettings.of(1, "Predicting").resuming(folder
			.resolve("done"), "test");
		final double[] reached = { 0 };
		final Progress impatient = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				assertTrue(fraction >= reached[0] - 1e-9, fraction + " after " +
					reached[0]);
				reached[0] = fraction;
			}

			@Override
			public boolean cancelled() {
				return reached[0] > 0.6;
			}
		};
		assertThrows(Cancelled.class, () -> predictor.predict(raw, out, settings,
			impatient));
		assertEquals(0, out.unsynced);
		final Predictor.Cost rest = predictor.predict(raw, out, settings,
			Progress.NONE);
		assertTrue(rest.voxels() > 0 && rest.voxels() < raw.info().box().voxels(),
			rest.toString());
		final Box all = raw.info().box();
		assertArrayEquals(predictor.predict(raw, all, Progress.NONE)[0], out.bytes(
			0, all));
	}

	@Test
	void batchesAreAlwaysFull() {
		final MemoryVolume raw = noise(40, 33, 10);
		final FakeNetwork network = new FakeNetwork(1, 0.05);
		final Box all = raw.info().box();
		final byte[] single = new Predictor(network, SlidingWindow.of(WINDOW))
			.predict(raw, all, Progress.NONE)[0];
		network.shapes.clear();
		final byte[] batched = new Predictor(network, SlidingWindow.of(WINDOW).with(
			0.5, 1, 7)).predict(raw, all, Progress.NONE)[0];
		assertArrayEquals(single, batched);
		for (final int[] shape : network.shapes)
			assertEquals(7, shape[0]);
	}

	@ParameterizedTest
	@CsvSource({ "4", "8", "16" })
	void flipsAreUndone(final int tta) {
		final MemoryVolume raw = noise(32, 32, 8);
		final FakeNetwork network = new FakeNetwork(1, 0);
		final Box all = raw.info().box();
		final byte[] plain = new Predictor(network, SlidingWindow.of(WINDOW))
			.predict(raw, all, Progress.NONE)[0];
		network.shapes.clear();
		final byte[] flipped = new Predictor(network, SlidingWindow.of(WINDOW).with(
			0.5, tta, 1)).predict(raw, all, Progress.NONE)[0];
		for (int i = 0; i < plain.length; i++)
			assertEquals(plain[i] & 0xFF, flipped[i] & 0xFF, 1);
		assertEquals(tta * 3 * 3 * 3, network.shapes.size());
	}

	@Test
	void refusesWhatDoesNotFit() {
		final FakeNetwork network = new FakeNetwork(1, 0);
		assertTrue(assertThrows(UserError.class, () -> new Predictor(network,
			SlidingWindow.of(new WindowSize(18, 16, 4)))).getMessage().contains(
				"window=20,16,4"));
		final MemoryVolume deep = MemoryVolume.of(8, 8, 8, 1, PixelType.UINT16, 8);
		assertThrows(UserError.class, () -> new Predictor(network, SlidingWindow.of(
			WINDOW)).predict(deep, deep.info().box(), Progress.NONE));
		assertThrows(UserError.class, () -> SlidingWindow.of(new WindowSize(8, 16,
			4)).with(0.5, 16, 1));
	}

	@Test
	void aBatchFillsTheDeviceButNotItsMemory() {
		assertEquals(6, FittingBatch.fitting(6, new DeviceMemory(0, 0)));
		assertEquals(6, FittingBatch.fitting(6, new DeviceMemory(1000, 100_000)));
		assertEquals(4, FittingBatch.fitting(6, new DeviceMemory(1000, 5000)));
		assertEquals(1, FittingBatch.fitting(6, new DeviceMemory(1000, 500)));
	}
}
