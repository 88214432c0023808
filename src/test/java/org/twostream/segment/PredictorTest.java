
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
		final Box all = raw.info().box();
		final int n = all.arrayLength();
		final double[] sum = new double[n];
		final double[] norm = new double[n];
		final Lattice xs = how.xLattice(all.xSize());
		final Lattice ys = how.yLattice(all.ySize());
		final Lattice zs = how.zLattice(all.zSize());
		final WindowSize w = how.window();
		for (int k = 0; k < zs.count(); k++)
			for (int j = 0; j < ys.count(); j++)
				for (int i = 0; i < xs.count(); i++) {
					final float[] input = new float[w.voxels()];
					final int[] place = new int[w.voxels()];
					int t = 0;
					for (int z = 0; z < w.z(); z++)
						for (int y = 0; y < w.y(); y++)
							for (int x = 0; x < w.x(); x++, t++) {
								final long vx = xs.start(i) + x;
								final long vy = ys.start(j) + y;
								final long vz = zs.start(k) + z;
								place[t] = all.contains(vx, vy, vz) ? (int) ((vz * all.ySize() +
									vy) * all.xSize() + vx) : -1;
								final long rx = bounce(vx, all.xSize());
								final long ry = bounce(vy, all.ySize());
								final long rz = bounce(vz, all.zSize());
								input[t] = (raw.bytes(0, new Box(rx, ry, rz, rx + 1, ry + 1,
									rz + 1))[0] & 0xFF) / 255f;
							}
					final float[] p = network.predict(new Tensor(input, 1, 1, w.z(), w
						.y(), w.x())).values();
					for (t = 0; t < place.length; t++) {
						if (place[t] < 0) continue;
						final double dx = -1 + 2.0 * (t % w.x()) / (w.x() - 1);
						final double dy = -1 + 2.0 * (t / w.x() % w.y()) / (w.y() - 1);
						final double dz = -1 + 2.0 * (t / w.x() / w.y()) / (w.z() - 1);
						final double weight = 1e-4 + Math.exp(-(dx * dx + dy * dy + dz *
							dz) / (2 * how.sigma() * how.sigma()));
						sum[place[t]] += weight * p[channel * w.voxels() + t];
						norm[place[t]] += weight;
					}
				}
		final byte[] result = new byte[n];
		for (int i = 0; i < n; i++)
			result[i] = (byte) (int) (255 * sum[i] / norm[i]);
		return result;
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
			for (int i = 0; i < found.length; i++)
				assertEquals(expected[i] & 0xFF, found[i] & 0xFF, 1, "voxel " + i);
		}
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
}
