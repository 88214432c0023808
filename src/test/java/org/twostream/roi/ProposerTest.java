
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.block.BlockSize;
import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

class ProposerTest {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);
	private static final int X = 400;
	private static final int Y = 300;
	private static final int Z = 6;
	private static final int PIXELS = PatchFrame.PIXELS;

	/** Keeps the groups it is given. */
	private static final class Patches implements PatchSink {

		private final Map<Integer, byte[]> groups = new ConcurrentHashMap<>();
		private int rois;

		Patches open(final int n) {
			rois = n;
			return this;
		}

		@Override
		public void write(final int firstRoi, final byte[] patches) {
			assertEquals(0, firstRoi % GROUP);
			groups.put(firstRoi, patches);
		}

		@Override
		public void sync() {
			// in memory
		}

		byte[] all() {
			final byte[] all = new byte[rois * 2 * PIXELS];
			groups.forEach((first, p) -> System.arraycopy(p, 0, all, first * 2 *
				PIXELS, p.length));
			return all;
		}

		byte[] mask(final int row) {
			return Arrays.copyOfRange(all(), (2 * row + 1) * PIXELS, (2 * row + 2) *
				PIXELS);
		}

		byte[] image(final int row) {
			return Arrays.copyOfRange(all(), 2 * row * PIXELS, (2 * row + 1) *
				PIXELS);
		}
	}

	/**
	 * Synapses as ellipses cut along their long axis, at random angles, on a
	 * lattice so that none touch; channels pre, post, union.
	 */
	private static MemoryVolume synapses() {
		final SplittableRandom random = new Seed(3).random();
		final byte[][] c = new byte[3][X * Y * Z];
		for (int row = 0; row < Y / 40; row++)
			for (int column = 0; column < X / 40; column++) {
				final double angle = random.nextDouble(2 * Math.PI);
				final double cos = Math.cos(angle);
				final double sin = Math.sin(angle);
				final double xc = column * 40 + 20 + random.nextDouble(-1, 1);
				final double yc = row * 40 + 20 + random.nextDouble(-1, 1);
				for (int z = 1; z < 5; z++)
					for (int y = row * 40; y < row * 40 + 40; y++)
						for (int x = column * 40; x < column * 40 + 40; x++) {
							final double u = (x - xc) * cos + (y - yc) * sin;
							final double v = (y - yc) * cos - (x - xc) * sin;
							final int i = x + X * (y + Y * z);
							if (u * u / 81 + v * v / 256 > (z == 2 ? 1 : 0.8)) continue;
							c[2][i] = (byte) 200;
							c[u < 0 ? 0 : 1][i] = (byte) 220;
						}
			}
		return MemoryVolume.of(X, Y, Z, c);
	}

	private static ProposerOptions options(final int threads,
		final BlockSize block)
	{
		return new ProposerOptions(new LabellingOptions(0.5, 20,
			Connectivity.TWENTY_SIX, Optional.of(PolarityRule.SMALL_PIECES_REMOVED),
			threads, block), OptionalDouble.empty());
	}

	private record Result(Proposer.Proposal proposal, long[] labels,
			Patches patches) {
	}

	private static Result run(final Proposer proposer,
		final MemoryVolume prediction)
	{
		final MemoryVolume labels = MemoryVolume.labels(prediction.info(), 5);
		final Patches patches = new Patches();
		final Proposer.Proposal proposal = proposer.propose(prediction, prediction,
			SIZE, labels, patches::open, Progress.NONE);
		return new Result(proposal, labels.voxels[0], patches);
	}

	@Test
	void patchesShowSynapsesUprightWithPreLeft() {
		final Result result = run(new Proposer(options(2, new BlockSize(64, 64,
			3))), synapses());
		final RoiTable table = result.proposal().table();
		assertEquals(70, table.size());
		for (int row = 0; row < table.size(); row++) {
			final Roi roi = table.get(row);
			assertEquals(2, roi.bestSlice());
			final byte[] mask = result.patches().mask(row);
			final double[] x = new double[3];
			final double[] n = new double[3];
			double xx = 0;
			double yy = 0;
			double xy = 0;
			for (int i = 0; i < mask.length; i++) {
				if (mask[i] == 0) continue;
				final double u = i % 112 - 55.5;
				final double v = i / 112 - 55.5;
				x[mask[i]] += u;
				n[mask[i]]++;
				xx += u * u;
				yy += v * v;
				xy += u * v;
			}
			assertTrue(x[1] / n[1] < 0 && x[2] / n[2] > 0, "ROI " + roi.id());
			assertTrue(yy > 2 * xx, "ROI " + roi.id());
			assertTrue(Math.abs(xy) < 0.05 * yy, "ROI " + roi.id());
			// the raw volume of this test is channel 0: the pre-synaptic side
			final byte[] image = result.patches().image(row);
			int same = 0;
			for (int i = 0; i < mask.length; i++)
				if (mask[i] != 0 && mask[i] == 1 == (image[i] & 255) > 110) same++;
			assertTrue(same > 0.94 * (n[1] + n[2]), "ROI " + roi.id() + ": " + same);
		}
	}

	@Test
	void patchFitsTheObjects() {
		final Result result = run(new Proposer(options(1, new BlockSize(64, 64,
			8))), synapses());
		// ellipses of 18 x 32 voxels
		final double diagonal = Math.hypot(18, 32) * 8 * 1.1;
		assertEquals(diagonal, result.proposal().patchNm(), 16);
		for (int row = 0; row < result.proposal().table().size(); row++) {
			final byte[] mask = result.patches().mask(row);
			for (int i = 0; i < 112; i++) {
				assertEquals(0, mask[i]);
				assertEquals(0, mask[112 * i]);
				assertEquals(0, mask[112 * i + 111]);
				assertEquals(0, mask[112 * 111 + i]);
			}
		}
	}

	@Test
	void threadsAndBlocksChangeNothing() {
		final MemoryVolume prediction = synapses();
		final Result one = run(new Proposer(options(1, new BlockSize(999, 999,
			99))), prediction);
		final Result many = run(new Proposer(options(4, new BlockSize(31, 17, 2))),
			prediction);
		assertEquals(one.proposal().table().rois(), many.proposal().table().rois());
		assertEquals(one.proposal().patchNm(), many.proposal().patchNm());
		assertArrayEquals(one.labels(), many.labels());
		assertArrayEquals(one.patches().all(), many.patches().all());
	}

	@Test
	void maskShowsNoNeighbour() {
		final byte[] voxels = new byte[60 * 60];
		for (int i = 0; i < voxels.length; i++)
			if (i % 60 % 20 < 15 && i / 60 % 20 < 15) voxels[i] = (byte) 255;
		final MemoryVolume prediction = MemoryVolume.of(60, 60, 1, voxels);
		final Result result = run(new Proposer(new ProposerOptions(
			new LabellingOptions(0.5, 1, Connectivity.SIX, Optional.empty(), 2,
				new BlockSize(25, 25, 1)), OptionalDouble.of(112 * 8))), prediction);
		assertEquals(9, result.proposal().table().size());
		for (int row = 0; row < 9; row++) {
			int n = 0;
			for (final byte v : result.patches().mask(row))
				n += v;
			assertEquals(225, n);
		}
	}

	@Test
	void nothingFoundIsAResult() {
		final MemoryVolume empty = MemoryVolume.of(20, 20, 3, new byte[1200]);
		final Proposer proposer = new Proposer(new ProposerOptions(
			new LabellingOptions(0.5, 1, Connectivity.SIX, Optional.empty(), 2,
				new BlockSize(10, 10, 1)), OptionalDouble.empty()));
		final Proposer.Proposal proposal = proposer.propose(empty, empty, SIZE,
			MemoryVolume.labels(empty.info(), 5), n -> {
				throw new AssertionError("no place for 0 patches");
			}, Progress.NONE);
		assertEquals(0, proposal.table().size());
		assertTrue(proposal.patchNm() > 0);
	}

	/** Stops when the work is at a fraction. */
	private static Progress stopAt(final double at) {
		return new Progress() {

			private volatile boolean stop;

			@Override
			public void report(final double fraction, final String message) {
				if (fraction >= at) stop = true;
			}

			@Override
			public boolean cancelled() {
				return stop;
			}
		};
	}

	@Test
	void cancelledRunGoesOn(@TempDir final Path folder) {
		final MemoryVolume prediction = synapses();
		final Result whole = run(new Proposer(options(2, new BlockSize(50, 50, 5))),
			prediction);
		final MemoryVolume labels = MemoryVolume.labels(prediction.info(), 5);
		final Patches patches = new Patches();
		final Proposer proposer = new Proposer(options(2, new BlockSize(50, 50, 5)))
			.resuming(folder, "a test");
		for (final double at : new double[] { 0.1, 0.5, 0.6, 0.75 })
			assertThrows(Cancelled.class, () -> proposer.propose(prediction,
				prediction, SIZE, labels, patches::open, stopAt(at)));
		// what was marked as done is not written again
		final long[] before = labels.voxels[0].clone();
		Arrays.fill(labels.voxels[0], 0);
		final Proposer.Proposal proposal = proposer.propose(prediction, prediction,
			SIZE, new Untouched(labels, before), patches::open, Progress.NONE);
		assertEquals(whole.proposal().table().rois(), proposal.table().rois());
		assertArrayEquals(whole.patches().all(), patches.all());
		for (int i = 0; i < before.length; i++)
			if (before[i] == 0) before[i] = labels.voxels[0][i];
			else assertEquals(0, labels.voxels[0][i]);
		assertArrayEquals(whole.labels(), before);
	}

	@Test
	void otherSettingsLeaveNothingBehind(@TempDir final Path folder) {
		final MemoryVolume prediction = synapses();
		final MemoryVolume labels = MemoryVolume.labels(prediction.info(), 5);
		new Proposer(options(2, new BlockSize(50, 50, 5))).resuming(folder, "a")
			.propose(prediction, prediction, SIZE, labels, new Patches()::open,
				Progress.NONE);
		final Proposer strict = new Proposer(new ProposerOptions(
			new LabellingOptions(0.5, 770, Connectivity.SIX, Optional.of(
				PolarityRule.SMALL_PIECES_REMOVED), 2, new BlockSize(50, 50, 5)),
			OptionalDouble.empty()));
		strict.resuming(folder, "a").propose(prediction, prediction, SIZE, labels,
			new Patches()::open, Progress.NONE);
		final Result fresh = run(strict, prediction);
		final int left = fresh.proposal().table().size();
		assertTrue(left > 0 && left < 70, left + " ROIs");
		assertArrayEquals(fresh.labels(), labels.voxels[0]);
	}

	/** Reads what an earlier run wrote and what this one writes. */
	private static final class Untouched implements VolumeWriter {

		private final MemoryVolume now;
		private final MemoryVolume both;

		Untouched(final MemoryVolume now, final long[] before) {
			this.now = now;
			both = MemoryVolume.labels(now.info(), now.info().xChunk());
			System.arraycopy(before, 0, both.voxels[0], 0, before.length);
		}

		@Override
		public VolumeInfo info() {
			return now.info();
		}

		@Override
		public void write(final int channel, final Box box, final long[] voxels) {
			now.write(channel, box, voxels);
			both.write(channel, box, voxels);
		}

		@Override
		public void write(final int channel, final Box box, final byte[] voxels) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void write(final int channel, final Box box, final float[] voxels) {
			throw new UnsupportedOperationException();
		}

		@Override
		public EmVolume reader() {
			return both;
		}

		@Override
		public void sync() {
			// in memory
		}

		@Override
		public void close() {
			// in memory
		}
	}

	@Test
	void volumesMustFitEachOther() {
		final MemoryVolume a = MemoryVolume.of(4, 4, 4, new byte[64]);
		final MemoryVolume b = MemoryVolume.of(4, 4, 3, new byte[48]);
		final UserError refusal = assertThrows(UserError.class, () -> new Proposer(
			options(1, new BlockSize(4, 4, 4))).propose(a, b, SIZE, MemoryVolume
				.labels(b.info(), 4), new Patches()::open, Progress.NONE));
		assertTrue(refusal.getMessage().contains("4 x 4 x 3"), refusal
			.getMessage());
	}
}
