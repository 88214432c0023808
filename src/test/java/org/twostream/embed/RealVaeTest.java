
package org.twostream.embed;

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
import org.twostream.segment.LearningCurve;

/** Discs and squares of many sizes, with a real network. */
class RealVaeTest {

	/** Even patches show a disc, odd ones a square. */
	private static final class Shapes implements PatchSource {

		@Override
		public long size() {
			return 60;
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
			final LearningCurve triplets = new TripletRefiner(vae, List.of(answered),
				new Seed(1)).refine(Optimizer.cosine(1e-3, 12), 4, 1, Progress.NONE);
			assertTrue(triplets.lastLoss() < 0.5, triplets.toString());
			final Matrix rows = new Embedder(vae, 16, 1).embed(shapes, Progress.NONE);
			assertTrue(sameKindNearest(rows) > 0.75, "nearest " + sameKindNearest(
				rows));
		}
	}

	private static long[] array(final List<Long> list) {
		return list.stream().mapToLong(Long::longValue).toArray();
	}

	/** Share of rows whose nearest other row is of the same kind. */
	private static double sameKindNearest(final Matrix rows) {
		int same = 0;
		for (int i = 0; i < rows.rows(); i++) {
			int nearest = -1;
			double least = Double.POSITIVE_INFINITY;
			for (int j = 0; j < rows.rows(); j++) {
				double d = 0;
				for (int k = 0; k < rows.columns(); k++)
					d += Math.pow(rows.row(i)[k] - rows.row(j)[k], 2);
				if (j != i && d < least) {
					least = d;
					nearest = j;
				}
			}
			if (i % 2 == nearest % 2) same++;
		}
		return (double) same / rows.rows();
	}
}
