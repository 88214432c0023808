
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.PixelType;

class TrainingSetTest {

	private static final WindowSize WINDOW = new WindowSize(16, 16, 4);

	/** Intensity and label tell where a voxel lies, so moves can be checked. */
	private static LabelledVolume coordinates(final int x, final int y,
		final int z, final Target target)
	{
		final MemoryVolume raw = MemoryVolume.of(x, y, z, 1, PixelType.UINT8, 8)
			.fill(0, (i, j, k) -> (i * 7 + j * 3 + k * 11) % 251);
		final MemoryVolume labels = MemoryVolume.of(x, y, z, 1, PixelType.UINT64, 8)
			.fill(0, (i, j, k) -> (i * 7 + j * 3 + k * 11) % 251 % 3);
		return new LabelledVolume(raw, labels, target);
	}

	private static AugmentationSet augment(final String text) {
		return AugmentationSet.parse(text, new VoxelSize(8, 8, 30));
	}

	private static TrainingSet set(final LabelledVolume volume,
		final Sampling sampling, final long seed)
	{
		return new TrainingSet(List.of(volume), sampling, new Seed(seed),
			Progress.NONE);
	}

	@Test
	void imageAndTargetMoveTogether() {
		final Sampling flips = new Sampling(WINDOW, 3, RejectSampling.OFF, augment(
			"flips"));
		final Batch batch = set(coordinates(40, 30, 9, Target.POLARITY), flips, 1)
			.batch(5);
		assertArrayEquals(new int[] { 3, 1, 4, 16, 16 }, batch.input().shape());
		assertArrayEquals(new int[] { 3, 3, 4, 16, 16 }, batch.target().shape());
		final int n = WINDOW.voxels();
		for (int b = 0; b < 3; b++)
			for (int i = 0; i < n; i++) {
				final int id = Math.round(batch.input().values()[b * n + i] * 255) % 3;
				final float[] t = batch.target().values();
				assertEquals(id == 1 ? 1 : 0, t[(3 * b) * n + i]);
				assertEquals(id == 2 ? 1 : 0, t[(3 * b + 1) * n + i]);
				assertEquals(id > 0 ? 1 : 0, t[(3 * b + 2) * n + i]);
			}
	}

	@Test
	void oddIdsArePreOnlyForPolarity() {
		assertEquals(TargetCodes.FIRST, TargetCodes.code(2, Target.CLEFT));
		assertEquals(TargetCodes.SECOND, TargetCodes.code(2, Target.POLARITY));
		assertEquals(TargetCodes.BACKGROUND, TargetCodes.code(-1, Target.CLEFT));
		final float[] noSay = TargetCodes.channels(new byte[] { TargetCodes.code(-2,
			Target.POLARITY) }, Target.POLARITY);
		for (final float v : noSay)
			assertTrue(Float.isNaN(v));
	}

	@Test
	void sameSeedSameWindowsWhateverTheThreads() {
		final LabelledVolume volume = coordinates(40, 30, 9, Target.CLEFT);
		final Sampling sampling = Sampling.of(Target.CLEFT, WINDOW, 2, augment(
			"all"));
		final TrainingSet set = set(volume, sampling, 1);
		try (Prefetcher<Batch> one = new Prefetcher<>(set::batch, 0, 20, 1);
				Prefetcher<Batch> four = new Prefetcher<>(set(volume, sampling,
					1)::batch, 0, 20, 4))
		{
			for (int i = 0; i < 20; i++) {
				final Batch expected = set.batch(i);
				for (final Batch b : List.of(one.next(), four.next())) {
					assertArrayEquals(expected.input().values(), b.input().values());
					assertArrayEquals(expected.target().values(), b.target().values());
				}
			}
		}
		assertFalse(Arrays.equals(set.batch(0).input().values(), set.batch(1)
			.input().values()));
		assertFalse(Arrays.equals(set.batch(0).input().values(), set(volume,
			sampling, 2).batch(0).input().values()));
	}

	@Test
	void windowsNeverLookOutsideTheirRegion() {
		// Outside the region intensity is 255.
		final Box region = new Box(5, 4, 2, 29, 16, 5);
		final MemoryVolume raw = MemoryVolume.of(40, 30, 9, 1, PixelType.UINT8, 8)
			.fill(0, (x, y, z) -> region.contains(x, y, z) ? 100 + z : 255);
		final MemoryVolume labels = MemoryVolume.of(40, 30, 9, 1, PixelType.UINT8,
			8).fill(0, (x, y, z) -> 1);
		final TrainingSet set = set(new LabelledVolume(raw, labels,
			Target.MITOCHONDRIA).within(region), Sampling.plain(WINDOW, 1), 1);
		final boolean[] seen = new boolean[256];
		for (int i = 0; i < 50; i++)
			for (final float v : set.batch(i).input().values())
				seen[Math.round(v * 255)] = true;
		for (int v = 0; v < 256; v++)
			assertEquals(v >= 102 && v <= 104, seen[v], "intensity " + v);
	}

	@Test
	void windowsLieEvenly() {
		// Foreground on the left fifth: the mean share over windows is known.
		final MemoryVolume raw = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8, 8);
		final MemoryVolume labels = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8,
			8).fill(0, (x, y, z) -> x < 16 ? 1 : 0);
		final TrainingSet set = set(new LabelledVolume(raw, labels, Target.CLEFT),
			Sampling.plain(WINDOW, 1), 1);
		int touching = 0;
		for (int i = 0; i < 2000; i++)
			for (final float t : set.batch(i).target().values())
				if (t > 0) {
					touching++;
					break;
				}
		// 16 of the 65 starts touch it.
		assertEquals(2000 * 16 / 65.0, touching, 60);
	}

	@Test
	void rejectsEmptyWindowsWithTheGivenProbability() {
		final MemoryVolume raw = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8, 8);
		final MemoryVolume labels = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8,
			8).fill(0, (x, y, z) -> x < 16 ? 1 : 0);
		final TrainingSet set = set(new LabelledVolume(raw, labels, Target.CLEFT),
			new Sampling(WINDOW, 1, new RejectSampling(false, 512, 0.9),
				AugmentationSet.none()), 1);
		int rich = 0;
		for (int i = 0; i < 2000; i++) {
			int foreground = 0;
			for (final float t : set.batch(i).target().values())
				foreground += (int) t;
			if (foreground >= 512) rich++;
		}
		// 9 of 65 starts have at least 8 of the 16 columns; the others stay with
		// 0.1.
		final double p = 9 / 65.0;
		assertEquals(2000 * p / (p + 0.1 * (1 - p)), rich, 90);
	}

	@Test
	void asPrintedWholeBatchesWithoutForegroundAreRejected() {
		final MemoryVolume raw = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8, 8);
		final MemoryVolume labels = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8,
			8).fill(0, (x, y, z) -> x < 5 ? 1 : 0);
		final TrainingSet set = set(new LabelledVolume(raw, labels, Target.CLEFT),
			new Sampling(WINDOW, 2, RejectSampling.PRINTED, AugmentationSet.none()),
			1);
		int batches = 0;
		int windows = 0;
		for (int i = 0; i < 2000; i++) {
			final float[] target = set.batch(i).target().values();
			int touching = 0;
			for (int b = 0; b < 2; b++)
				for (int k = 0; k < WINDOW.voxels(); k++)
					if (target[b * WINDOW.voxels() + k] > 0) {
						touching++;
						break;
					}
			if (touching > 0) batches++;
			windows += touching;
		}
		// 5 of 65 starts touch it, so a batch does with 1 - (60 / 65)^2.
		final double some = 1 - Math.pow(60 / 65.0, 2);
		final double kept = some / (some + 0.05 * (1 - some));
		assertEquals(2000 * kept, batches, 80);
		assertEquals(2000 * kept * 2 * (5 / 65.0) / some, windows, 90);
	}

	@Test
	void foregroundIsCountedAfterAugmentation() {
		// Of these thin lines smoothing leaves nothing: every window is drawn
		// again.
		final MemoryVolume raw = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8, 8)
			.fill(0, (x, y, z) -> x);
		final MemoryVolume labels = MemoryVolume.of(80, 16, 4, 1, PixelType.UINT8,
			8).fill(0, (x, y, z) -> x % 12 == 0 ? 1 : 0);
		final LabelledVolume lines = new LabelledVolume(raw, labels, Target.CLEFT);
		final int[] drawnAgain = new int[2];
		for (int k = 0; k < 2; k++) {
			final AugmentationSet set = k == 0 ? AugmentationSet.none() : augment(
				"smooth-labels");
			final TrainingSet keeping = set(lines, new Sampling(WINDOW, 1,
				RejectSampling.OFF, set), 1);
			final TrainingSet rejecting = set(lines, new Sampling(WINDOW, 1,
				new RejectSampling(false, 1, 0.9), set), 1);
			for (int i = 0; i < 100; i++)
				if (!Arrays.equals(keeping.batch(i).input().values(), rejecting.batch(i)
					.input().values())) drawnAgain[k]++;
		}
		assertEquals(0, drawnAgain[0]);
		assertEquals(89, drawnAgain[1], 11);
	}

	@Test
	void refusesWhatCannotBeLearned() {
		final MemoryVolume raw = MemoryVolume.of(8, 8, 8, 1, PixelType.UINT8, 8);
		final MemoryVolume other = MemoryVolume.of(8, 8, 7, 1, PixelType.UINT8, 8);
		final String message = assertThrows(UserError.class,
			() -> new LabelledVolume(raw, other, Target.CLEFT)).getMessage();
		assertTrue(message.contains("8 x 8 x 7") && message.contains("8 x 8 x 8"),
			message);
		final MemoryVolume floats = MemoryVolume.of(8, 8, 8, 1, PixelType.FLOAT32,
			8);
		assertThrows(UserError.class, () -> new LabelledVolume(raw, floats,
			Target.CLEFT));
		assertThrows(UserError.class, () -> new LabelledVolume(floats, raw,
			Target.CLEFT));
		assertTrue(assertThrows(UserError.class, () -> set(new LabelledVolume(raw,
			raw, Target.CLEFT), Sampling.plain(WINDOW, 1), 1)).getMessage().contains(
				"no cleft voxel"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 40 })
	void splitHoldsOutTheEnd(final int sections) {
		final LabelledVolume volume = coordinates(20, 40, sections, Target.CLEFT);
		final LabelledVolume.Split split = volume.split(0.15);
		final Box a = split.training().region();
		final Box b = split.validation().region();
		assertTrue(a.intersect(b).isEmpty());
		assertEquals(volume.region().voxels(), a.voxels() + b.voxels());
		assertEquals(sections == 40 ? new Box(0, 0, 34, 20, 40, 40) : new Box(0, 34,
			0, 20, 40, 6), b);
	}
}
