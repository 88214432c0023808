
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.block.BlockSize;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.roi.split.SplitRule;
import org.twostream.roi.split.Splitter;

/** Splitting inside the step propose. */
class ObjectSplittingTest {

	private static final VoxelSize SIZE = new VoxelSize(10, 10, 30);
	private static final int X = 110;
	private static final int Y = 90;
	private static final int Z = 12;

	/** Balls that often touch, the more probable the further inside. */
	private static MemoryVolume balls() {
		final SplittableRandom random = new Seed(6).random();
		final byte[] voxels = new byte[X * Y * Z];
		for (int n = 0; n < 26; n++) {
			final double x = random.nextDouble(X);
			final double y = random.nextDouble(Y);
			final double z = random.nextDouble(Z);
			final double r = random.nextDouble(6, 11);
			for (int i = 0; i < voxels.length; i++) {
				final double d = Math.hypot(Math.hypot(i % X - x, i / X % Y - y), 3 *
					(i / X / Y - z)) / r;
				if (d <= 1) voxels[i] = (byte) Math.max(voxels[i] & 255, 250 - Math
					.round(100 * d));
			}
		}
		return MemoryVolume.of(X, Y, Z, voxels);
	}

	private static ProposerOptions options(final int threads,
		final BlockSize block, final double peak, final SplitRule rule,
		final int minVoxels)
	{
		return new ProposerOptions(new LabellingOptions(0.5, peak, minVoxels,
			Connectivity.TWENTY_SIX, Optional.empty(), threads, block), OptionalDouble
				.empty(), PatchScale.KEPT, rule.splitter(rule == SplitRule.DISTANCE ? 15
					: 0.1, minVoxels));
	}

	/** Keeps nothing. */
	private static final class NoPatches implements PatchSink {

		private static final long serialVersionUID = 1L;

		@Override
		public void write(final int firstRoi, final byte[] patches) {
			// not looked at
		}

		@Override
		public void sync() {
			// not looked at
		}
	}

	private record Result(Proposer.Proposal proposal, long[] labels) {
	}

	private static Result run(final Proposer proposer,
		final MemoryVolume prediction)
	{
		final MemoryVolume labels = MemoryVolume.labels(prediction.info(), 5);
		final Proposer.Proposal proposal = proposer.through(() -> MemoryVolume
			.labels(prediction.info(), 5)).propose(prediction, prediction, SIZE,
				labels, n -> new NoPatches(), Progress.NONE);
		return new Result(proposal, labels.voxels[0]);
	}

	private static Result run(final ProposerOptions options,
		final MemoryVolume prediction)
	{
		return run(new Proposer(options), prediction);
	}

	@Test
	void blocksAndThreadsChangeNothing() {
		final MemoryVolume prediction = balls();
		for (final SplitRule rule : List.of(SplitRule.PROBABILITY,
			SplitRule.DISTANCE))
		{
			final Result one = run(options(1, new BlockSize(500, 500, 500), 0, rule,
				20), prediction);
			final Result many = run(options(3, new BlockSize(25, 15, 5), 0, rule, 20),
				prediction);
			assertTrue(one.proposal().cuts().split() > 0);
			assertEquals(one.proposal().cuts(), many.proposal().cuts());
			assertEquals(one.proposal().table().rois(), many.proposal().table()
				.rois());
			assertArrayEquals(one.labels(), many.labels());
		}
	}

	/** What the table says, worked out from the label volume. */
	@Test
	void tableAndLabelsAgreeAndPartsMakeUpTheComponents() {
		final MemoryVolume prediction = balls();
		final BlockSize block = new BlockSize(40, 40, 10);
		final Result whole = run(options(2, block, 0, SplitRule.NONE, 20),
			prediction);
		final Result split = run(options(2, block, 0, SplitRule.DISTANCE, 20),
			prediction);
		final RoiTable table = split.proposal().table();
		assertTrue(table.size() > whole.proposal().table().size());
		final Map<Long, long[]> found = new HashMap<>();
		final Map<Long, Long> component = new HashMap<>();
		for (int i = 0; i < split.labels().length; i++) {
			final long id = split.labels()[i];
			assertEquals(whole.labels()[i] == 0, id == 0);
			if (id == 0) continue;
			final long[] f = found.computeIfAbsent(id, k -> new long[] { 0, 0, 0,
				X });
			f[0]++;
			f[1] += prediction.voxels[0][i];
			f[2] = Math.max(f[2], prediction.voxels[0][i]);
			f[3] = Math.min(f[3], i % X);
			assertEquals(whole.labels()[i], component.merge(id, whole.labels()[i],
				Math::max), "one component per part");
		}
		assertEquals(table.size(), found.size());
		long last = 0;
		for (final Roi roi : table.rois()) {
			final long[] f = found.get(roi.id());
			assertEquals(f[0], roi.voxels());
			assertTrue(roi.voxels() >= 20);
			assertEquals(f[1] / 255.0 / f[0], roi.meanProbability(), 1e-12);
			assertEquals(f[2] / 255.0, roi.maxProbability());
			assertEquals(f[3], roi.box().xMin());
			assertTrue(component.get(roi.id()) >= last, "in order of components");
			last = component.get(roi.id());
		}
	}

	/**
	 * The hash of a part is that of the same voxels as an object by themselves.
	 */
	@Test
	void aPartIsLikeAnObjectOfItsOwn() {
		final MemoryVolume prediction = balls();
		final BlockSize block = new BlockSize(40, 40, 10);
		final Result split = run(options(2, block, 0, SplitRule.DISTANCE, 20),
			prediction);
		for (final Roi roi : split.proposal().table().rois()) {
			if (roi.id() % 4 != 0) continue;
			final byte[] alone = new byte[X * Y * Z];
			for (int i = 0; i < alone.length; i++)
				if (split.labels()[i] == roi.id()) alone[i] =
					(byte) prediction.voxels[0][i];
			final Roi own = run(options(1, block, 0, SplitRule.NONE, 1), MemoryVolume
				.of(X, Y, Z, alone)).proposal().table().get(0);
			assertEquals(own.withId(roi.id()), roi);
		}
	}

	@Test
	void partsThatReachNoPeakAreLeftOut() {
		final MemoryVolume prediction = balls();
		final BlockSize block = new BlockSize(40, 40, 10);
		final List<Roi> all = new ArrayList<>(run(options(1, block, 0,
			SplitRule.DISTANCE, 20), prediction).proposal().table().rois());
		all.removeIf(r -> r.maxProbability() * 255 < 245);
		final Result high = run(options(2, block, 245 / 255.0, SplitRule.DISTANCE,
			20), prediction);
		assertEquals(all.stream().map(r -> r.withId(0)).toList(), high.proposal()
			.table().rois().stream().map(r -> r.withId(0)).toList());
		assertEquals(all.size(), Arrays.stream(high.labels()).max().getAsLong());
		for (int id = 1; id <= all.size(); id++)
			assertEquals(id, high.proposal().table().get(id - 1).id());
	}

	@Test
	void cancelledRunGoesOn(@TempDir final Path folder) {
		final MemoryVolume prediction = balls();
		final ProposerOptions options = options(2, new BlockSize(30, 30, 5), 0,
			SplitRule.DISTANCE, 20);
		final Result whole = run(options, prediction);
		final MemoryVolume labels = MemoryVolume.labels(prediction.info(), 5);
		final MemoryVolume components = MemoryVolume.labels(prediction.info(), 5);
		final Proposer proposer = new Proposer(options).resuming(folder, "a")
			.through(() -> components);
		for (final double at : new double[] { 0.3, 0.45, 0.55, 0.65 })
			assertThrows(Cancelled.class, () -> proposer.propose(prediction,
				prediction, SIZE, labels, n -> new NoPatches(), new Progress()
				{

					private volatile boolean stop;

					@Override
					public void report(final double fraction, final String message) {
						if (fraction >= at) stop = true;
					}

					@Override
					public boolean cancelled() {
						return stop;
					}
				}));
		assertEquals(whole.proposal().table().rois(), proposer.propose(prediction,
			prediction, SIZE, labels, n -> new NoPatches(), Progress.NONE).table()
			.rois());
		assertArrayEquals(whole.labels(), labels.voxels[0]);
	}

	@Test
	void emptyFullAndSingle() {
		final ProposerOptions options = options(1, new BlockSize(9, 9, 9), 0,
			SplitRule.DISTANCE, 1);
		final byte[] voxels = new byte[7 * 6 * 5];
		assertEquals(0, run(options, MemoryVolume.of(7, 6, 5, voxels)).proposal()
			.table().size());
		voxels[60] = (byte) 200;
		assertEquals(1, run(options, MemoryVolume.of(7, 6, 5, voxels)).proposal()
			.table().get(0).voxels());
		Arrays.fill(voxels, (byte) 200);
		assertEquals(7 * 6 * 5, run(options, MemoryVolume.of(7, 6, 5, voxels))
			.proposal().table().get(0).voxels());
	}

	@Test
	void polarityIsNotSplit() {
		final Optional<Splitter> splitter = SplitRule.DISTANCE.splitter(40, 1);
		final LabellingOptions polarity = new LabellingOptions(0.5, 1,
			Connectivity.SIX, Optional.of(PolarityRule.SMALL_PIECES_REMOVED), 1,
			new BlockSize(4, 4, 4));
		assertThrows(UserError.class, () -> new ProposerOptions(polarity,
			OptionalDouble.empty(), PatchScale.KEPT, splitter));
	}
}
