
package org.twostream.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twostream.core.Seed;
import org.twostream.core.UserError;

class SegmentationNetworkTest {

	private static final Architecture SMALL = new Architecture(
		Architecture.Family.RESIDUAL_UNET, List.of(4, 4, 8, 8, 8), 1, Set.of());

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

	private static Tensor noise(final long seed, final int... shape) {
		final Tensor t = Tensor.zeros(shape);
		final var random = new Seed(seed).random();
		for (int i = 0; i < t.values().length; i++)
			t.values()[i] = (float) random.nextDouble();
		return t;
	}

	/** Bright where the input is. */
	private static Tensor bright(final Tensor input) {
		final Tensor t = Tensor.zeros(input.shape());
		for (int i = 0; i < t.values().length; i++)
			t.values()[i] = input.values()[i] > 0.7f ? 1 : 0;
		return t;
	}

	// Counted by hand from the description of the network; 1.41 M and 14.8 M are
	// the published sizes, less two per channel where we leave out the
	// normalisation.
	@ParameterizedTest
	@CsvSource({ "light, 1, 1410189", "light, 3, 1411591", "wide, 1, 14823937",
		"tiny, 1, 190437", "light-norm, 1, 1410191", "light-half, 1, 1410189",
		"wide-half, 3, 14825539", "wide-norm, 3, 14825545" })
	void hasThePublishedSize(final String name, final int channels,
		final long count)
	{
		assertEquals(count, Weights.count(SegmentationCode.of(Architecture.named(
			name, channels)).parameters()));
	}

	@ParameterizedTest
	@EnumSource(Precision.class)
	void learnsAThreshold(final Precision precision) {
		try (TorchEngine e = TorchEngine.open("cpu", 1, precision);
				SegmentationNetwork net = e.segmentation(SMALL, new Seed(1));
				SegmentationTraining training = net.train(Optimizer.cosine(1e-2, 40)))
		{
			final Tensor x = noise(1, 1, 1, 2, 32, 32);
			final Tensor t = bright(x);
			final double before = training.step(x, t);
			for (int i = 1; i < 40; i++)
				training.step(x, t);
			training.estimateNormalization(List.of(x));
			assertEquals(40, training.step());
			assertTrue(training.loss(x, t) < before / 3, before + " to " + training
				.loss(x, t));
			final float[] p = net.predict(x).values();
			int right = 0;
			for (int i = 0; i < p.length; i++)
				if (p[i] > 0.5f == t.values()[i] > 0.5f) right++;
			// 70 % by calling everything dark.
			assertTrue(right > 0.85 * p.length, right + " of " + p.length);
		}
	}

	@Test
	void reducedPrecisionIsCloseToFull() {
		final Tensor x = noise(2, 1, 1, 2, 32, 32);
		try (TorchEngine reduced = TorchEngine.open("cpu", 1, Precision.REDUCED);
				SegmentationNetwork a = engine.segmentation(SMALL, new Seed(5));
				SegmentationNetwork b = reduced.segmentation(SMALL, new Seed(5)))
		{
			final float[] p = a.predict(x).values();
			final float[] q = b.predict(x).values();
			for (int i = 0; i < p.length; i++)
				assertEquals(p[i], q[i], 0.03);
		}
	}

	@Test
	void sameSeedGivesSameBytes() throws IOException {
		final Path[] files = { folder.resolve("a"), folder.resolve("b") };
		for (final Path file : files)
			try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(7));
					SegmentationTraining training = net.train(Optimizer.cosine(1e-3, 9)))
			{
				for (int i = 0; i < 3; i++) {
					final Tensor x = noise(i, 2, 1, 4, 32, 32);
					training.step(x, bright(x));
				}
				net.save(file);
			}
		assertEquals(-1, Files.mismatch(files[0], files[1]));
	}

	@Test
	void stateGoesOnAsIfNeverInterrupted() throws IOException {
		final Path state = folder.resolve("state");
		final Path[] files = { folder.resolve("a"), folder.resolve("b") };
		final Optimizer optimizer = new Optimizer(Optimizer.Rule.AMSGRAD, Schedule
			.cosine(1e-2, 6), 1e-3, 0, 0.9);
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(7));
				SegmentationTraining training = net.train(optimizer))
		{
			for (int i = 0; i < 6; i++) {
				if (i == 3) training.saveState(state, "a note");
				final Tensor x = noise(i, 1, 1, 2, 32, 32);
				training.step(x, bright(x));
			}
			net.save(files[0]);
		}
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(8));
				SegmentationTraining training = net.train(optimizer))
		{
			assertEquals("a note", training.restoreState(state));
			assertEquals(3, training.step());
			for (int i = 3; i < 6; i++) {
				final Tensor x = noise(i, 1, 1, 2, 32, 32);
				training.step(x, bright(x));
			}
			net.save(files[1]);
		}
		assertEquals(-1, Files.mismatch(files[0], files[1]));
	}

	/** Each mini-batch twice: their mean is the gradient of either. */
	@Test
	void gatheringTakesTheMeanOfMiniBatches() {
		final Tensor x = noise(5, 2, 1, 2, 16, 16);
		final Tensor y = noise(6, 2, 1, 2, 16, 16);
		final Optimizer optimizer = new Optimizer(Optimizer.Rule.SGD, new Schedule(
			Schedule.Shape.CONSTANT, 1e-2, 9, 0, List.of()), 0, 0, 0);
		final List<float[]> moved = new ArrayList<>();
		for (final List<Tensor> inputs : List.of(List.of(x), List.of(x, x), List.of(
			y), List.of(x, y)))
			try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(7));
					SegmentationTraining training = net.train(optimizer))
			{
				final Weights weights = ((TorchSegmentation) net).network().weights();
				final float[] before = weights.get(0);
				for (final Tensor input : inputs)
					training.gather(input, bright(input));
				training.update(1e-2);
				assertEquals(1, training.step());
				final float[] change = weights.get(0);
				for (int i = 0; i < change.length; i++)
					change[i] -= before[i];
				moved.add(change);
			}
		assertArrayEquals(moved.get(0), moved.get(1), 1e-7f);
		for (int i = 0; i < moved.get(0).length; i++)
			assertEquals((moved.get(0)[i] + moved.get(2)[i]) / 2, moved.get(3)[i],
				1e-6);
	}

	@Test
	void lookingAtTheFinishedNetworkChangesNothing() throws IOException {
		final Path[] files = { folder.resolve("a"), folder.resolve("b"), folder
			.resolve("c"), folder.resolve("d") };
		final Tensor x = noise(1, 2, 1, 2, 32, 32);
		final Optimizer optimizer = new Optimizer(Optimizer.Rule.ADAM, Schedule
			.cosine(1e-2, 6), 0, 0, 0.9);
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(7));
				SegmentationTraining training = net.train(optimizer))
		{
			for (int i = 0; i < 4; i++)
				training.step(x, bright(x));
			net.save(files[0]);
			training.asFinished(List.of(x), () -> net.save(files[1]));
			net.save(files[2]);
			training.finish(List.of(x));
			net.save(files[3]);
			assertNotEquals(-1, Files.mismatch(files[0], files[1]));
			assertEquals(-1, Files.mismatch(files[0], files[2]));
			assertEquals(-1, Files.mismatch(files[1], files[3]));
			training.finish(files[0]);
			net.save(files[3]);
			assertEquals(-1, Files.mismatch(files[0], files[3]));
		}
	}

	@Test
	void loadsWhatItSavedAndRefusesOtherNetworks() {
		final Path file = folder.resolve("w.safetensors");
		final Tensor x = noise(3, 2, 1, 2, 16, 48);
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(9))) {
			net.save(file);
			try (SegmentationNetwork again = engine.segmentation(SMALL, file)) {
				assertArrayEquals(net.predict(x).values(), again.predict(x).values());
			}
		}
		final UserError e = assertThrows(UserError.class, () -> engine.segmentation(
			Architecture.named("light", 1), file));
		assertTrue(e.getMessage().contains("another network"), e.getMessage());
	}

	@Test
	void voxelsWithNaNHaveNoSay() {
		final Tensor x = noise(4, 1, 1, 2, 16, 16);
		final Tensor t = bright(x), u = bright(x);
		for (int i = 0; i < 100; i++) {
			t.values()[i] = Float.NaN;
			u.values()[i] = Float.NaN;
		}
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(2));
				SegmentationTraining training = net.train(Optimizer.cosine(1, 1)))
		{
			final double masked = training.loss(x, t);
			for (int i = 0; i < 100; i++)
				u.values()[i] = 1 - bright(x).values()[i];
			assertTrue(Math.abs(training.loss(x, u) - masked) > 1e-3);
			final Tensor none = Tensor.zeros(x.shape());
			java.util.Arrays.fill(none.values(), Float.NaN);
			assertEquals(0, training.loss(x, none), 1e-6);
		}
	}

	@Test
	void refusesShapesItCannotTake() {
		try (SegmentationNetwork net = engine.segmentation(SMALL, new Seed(2))) {
			assertThrows(IllegalArgumentException.class, () -> net.predict(Tensor
				.zeros(1, 1, 2, 24, 32)));
			assertThrows(IllegalArgumentException.class, () -> net.predict(Tensor
				.zeros(1, 2, 2, 32, 32)));
		}
	}

	@Test
	void refusesUnknownDevices() {
		for (final String device : new String[] { "gpu", "cuda:99", "" })
			assertThrows(UserError.class, () -> TorchEngine.open(device, 1), device);
	}
}
