
package org.twostream.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Engine;
import org.twostream.net.Matrix;
import org.twostream.net.Optimizer;
import org.twostream.net.TorchEngine;
import org.twostream.net.Vae;
import org.twostream.net.VaeArchitecture;
import org.twostream.net.VaeArchitecture.Variant;

/** Discs and squares of many sizes, with a real network. */
class RealVaeTest {

	/** Even patches show a disc, odd ones a square. */
	private static final class Shapes implements PatchSource {

		@Override
		public long size() {
			return 40;
		}

		@Override
		public void read(final long index, final float[] target, final int offset) {
			final double r = 15 + index / 2;
			for (int i = 0; i < PIXELS; i++) {
				final double x = i % SIDE - 55.5;
				final double y = i / SIDE - 55.5;
				final boolean inside = index % 2 == 0 ? x * x + y * y < r * r : Math
					.max(Math.abs(x), Math.abs(y)) < 0.7 * r;
				target[offset + i] = inside ? 1 : 0;
			}
		}
	}

	@Test
	void reconstructionImprovesAndTripletsPartTheKinds() {
		final PatchSource shapes = new Shapes();
		try (Engine engine = TorchEngine.open("cpu", 1);
				Vae vae = engine.vae(4, new Seed(1)))
		{
			final VaeCurve curve = new VaeTrainer(vae, shapes, new Seed(1)).train(
				VaePlan.steps(10, 4, 4, 1), Progress.NONE);
			final double first = curve.points().get(0).heldOut().orElseThrow().l1();
			final double last = curve.points().get(curve.points().size() - 1)
				.heldOut().orElseThrow().l1();
			assertTrue(last < 0.8 * first, first + " to " + last);

			final List<Long> even = new ArrayList<>();
			final List<Long> odd = new ArrayList<>();
			for (long i = 0; i < shapes.size(); i++)
				(i % 2 == 0 ? even : odd).add(i);
			final AnsweredPatches answered = new AnsweredPatches(shapes, array(even),
				array(odd));
			final Embedder embedder = new Embedder(vae, 16);
			final double before = separation(embedder.embed(shapes, Progress.NONE));
			new TripletRefiner(vae, List.of(answered), new Seed(1)).refine(Optimizer
				.cosine(3e-4, 12), 4, 1, Progress.NONE);
			final double after = separation(embedder.embed(shapes, Progress.NONE));
			assertTrue(after > 1.3 * before, before + " to " + after);
		}
	}

	@Test
	void patchesThatAreAllTheSameAreLearnedAndRefined() {
		final PatchSource same = new NumberedPatches(9) {

			@Override
			public void read(final long index, final float[] target,
				final int offset)
			{
				super.read(5, target, offset);
			}
		};
		try (Engine engine = TorchEngine.open("cpu", 1);
				Vae vae = engine.vae(new VaeArchitecture(Variant.RELEASED, 3, true),
					new Seed(1)))
		{
			new VaeTrainer(vae, same, new Seed(1)).train(VaePlan.epochs(9, 1, 4, 1)
				.learning(Variant.RELEASED), Progress.NONE);
			// no distance: the loss is 2 sigmoid(0)^2, its gradient finite
			assertEquals(0.5, new TripletRefiner(vae, List.of(new AnsweredPatches(
				same, new long[] { 0, 1 }, new long[] { 2, 3 })), Anchors.HARD,
				new Seed(1)).refine(TripletRefiner.optimizer(3), 2, 1, Progress.NONE)
				.lastLoss(), 1e-6);
			final Matrix rows = new Embedder(vae, 4).embed(same, Progress.NONE);
			for (int i = 1; i < 9; i++)
				assertArrayEquals(rows.row(0), rows.row(i), 1e-5f);
		}
	}

	private static long[] array(final List<Long> list) {
		return list.stream().mapToLong(Long::longValue).toArray();
	}

	/** Mean distance between kinds over mean distance within a kind. */
	private static double separation(final Matrix rows) {
		final double[] sums = new double[2];
		final int[] counts = new int[2];
		for (int i = 0; i < rows.rows(); i++)
			for (int j = 0; j < i; j++) {
				double d = 0;
				for (int k = 0; k < rows.columns(); k++)
					d += Math.pow(rows.row(i)[k] - rows.row(j)[k], 2);
				sums[(i + j) % 2] += Math.sqrt(d);
				counts[(i + j) % 2]++;
			}
		return sums[1] / counts[1] / (sums[0] / counts[0]);
	}
}
