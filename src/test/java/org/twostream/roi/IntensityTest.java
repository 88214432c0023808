
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.roi.split.SplitRule;
import org.twostream.volume.ArrayVolume;
import org.twostream.volume.EightBitVolume;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

/** Raw intensities of ROIs against sums over the label volume. */
class IntensityTest {

	private static final int X = 70;
	private static final int Y = 30;
	private static final int Z = 12;
	private static final VoxelSize SIZE = new VoxelSize(8, 8, 8);

	private static float[] values(final int n) {
		final SplittableRandom random = new Seed(1).random();
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) Math.scalb(random.nextDouble(-1, 1), random.nextInt(
				-160, 60));
		values[1] = Float.MIN_VALUE;
		values[2] = 0;
		return values;
	}

	@Test
	void sumsAreExactInAnyOrder() {
		final float[] values = values(500);
		final List<Float> order = new ArrayList<>();
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal squares = BigDecimal.ZERO;
		for (final float v : values) {
			order.add(v);
			final BigDecimal exact = new BigDecimal(v);
			sum = sum.add(exact);
			squares = squares.add(exact.multiply(exact));
		}
		final BigDecimal n = BigDecimal.valueOf(values.length);
		final BigDecimal mean = sum.divide(n, MathContext.DECIMAL128);
		final double sd = squares.divide(n, MathContext.DECIMAL128).subtract(mean
			.multiply(mean)).sqrt(MathContext.DECIMAL128).doubleValue();
		final IntensitySums first = sums(order, 1);
		assertEquals(mean.doubleValue(), first.mean(), Math.abs(mean
			.doubleValue()) * 1e-15);
		assertEquals(sd, first.deviation(), sd * 1e-15);
		for (int seed = 0; seed < 20; seed++) {
			Collections.shuffle(order, new Random(seed));
			final IntensitySums other = sums(order, 1 + seed);
			assertEquals(first.mean(), other.mean());
			assertEquals(first.deviation(), other.deviation());
		}
	}

	private static IntensitySums sums(final List<Float> values, final int parts) {
		final List<IntensitySums> sums = new ArrayList<>();
		for (int i = 0; i < parts; i++)
			sums.add(new IntensitySums());
		for (int i = 0; i < values.size(); i++)
			sums.get(i % parts).add(values.get(i));
		for (int i = 1; i < parts; i++)
			sums.get(0).add(sums.get(i));
		return sums.get(0);
	}

	@Test
	void whatIsNotFiniteIsLeftOut() {
		final IntensitySums sums = new IntensitySums();
		sums.add(Float.NaN);
		sums.add(Float.POSITIVE_INFINITY);
		assertTrue(Double.isNaN(sums.mean()) && Double.isNaN(sums.deviation()));
		sums.add(-2.5f);
		assertEquals(-2.5, sums.mean());
		assertEquals(0, sums.deviation());
	}

	private static MemoryVolume prediction() {
		final SplittableRandom random = new Seed(2).random();
		final byte[] voxels = new byte[X * Y * Z];
		for (int i = 0; i < 25; i++) {
			final int cx = random.nextInt(X);
			final int cy = random.nextInt(Y);
			final int cz = random.nextInt(Z);
			for (int v = 0; v < voxels.length; v++)
				if (Math.hypot(Math.hypot(v % X - cx, v / X % Y - cy), v / X / Y -
					cz) < 4.5) voxels[v] = (byte) 200;
		}
		return MemoryVolume.of(X, Y, Z, voxels);
	}

	private static EmVolume raw(final PixelType type) {
		final SplittableRandom random = new Seed(3).of(type.name()).random();
		if (type == PixelType.FLOAT32) {
			final float[] floats = new float[X * Y * Z];
			for (int i = 0; i < floats.length; i++)
				floats[i] = (float) random.nextDouble(-3, 1e4);
			return ArrayVolume.of(floats, X, Y, Z);
		}
		final MemoryVolume volume = new MemoryVolume(type, X, Y, Z, 1, 8);
		for (int i = 0; i < volume.voxels[0].length; i++)
			volume.voxels[0][i] = random.nextInt(type == PixelType.UINT8 ? 256
				: 65536);
		return volume;
	}

	private record Result(List<Roi> rois, long[] labels) {
	}

	private static Result propose(final EmVolume raw, final int threads,
		final BlockSize block, final SplitRule rule)
	{
		final MemoryVolume prediction = prediction();
		final MemoryVolume labels = MemoryVolume.labels(prediction.info(), 5);
		final Proposer proposer = new Proposer(new ProposerOptions(
			new LabellingOptions(0.5, 0, 30, Connectivity.TWENTY_SIX, Optional
				.empty(), threads, block), OptionalDouble.empty(), PatchScale.KEPT, rule
					.splitter(10, 30))).through(() -> MemoryVolume.labels(prediction
						.info(), 5));
		final List<Roi> rois = proposer.propose(EightBitVolume.of(raw), prediction,
			SIZE, labels, n -> new NoPatches(), Progress.NONE).table().rois();
		return new Result(rois, labels.voxels[0]);
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

	@Test
	void areThoseOfTheStoredValuesAtAnyBlockSize() {
		for (final PixelType type : new PixelType[] { PixelType.UINT8,
			PixelType.UINT16, PixelType.FLOAT32 })
		{
			final EmVolume raw = raw(type);
			final float[] values = new float[X * Y * Z];
			raw.read(0, raw.info().box(), values);
			for (final SplitRule rule : List.of(SplitRule.NONE, SplitRule.DISTANCE)) {
				final Result one = propose(raw, 1, new BlockSize(99, 99, 99), rule);
				final Result many = propose(raw, 3, new BlockSize(20, 15, 5), rule);
				assertEquals(one.rois(), many.rois());
				assertTrue(one.rois().size() > 3);
				for (final Roi roi : one.rois())
					check(roi, one.labels(), values);
			}
		}
	}

	private static void check(final Roi roi, final long[] labels,
		final float[] values)
	{
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == roi.id()) sum += values[i];
		final double mean = sum / roi.voxels();
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == roi.id()) squares += (values[i] - mean) * (values[i] -
				mean);
		assertEquals(mean, roi.meanIntensity(), mean * 1e-12);
		final double sd = Math.sqrt(squares / roi.voxels());
		assertEquals(sd, roi.sdIntensity(), sd * 1e-10);
	}
}
