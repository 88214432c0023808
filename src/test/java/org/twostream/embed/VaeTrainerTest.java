
package org.twostream.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;
import org.twostream.net.Optimizer;

class VaeTrainerTest {

	@TempDir
	Path folder;

	@Test
	void everyPatchIsLearnedOncePerPassAndHeldOutOnesNever() {
		final FakeVae vae = new FakeVae();
		// 57 learned, 3 held out; 4 passes of 57 in batches of 6.
		final VaePlan plan = VaePlan.epochs(60, 4, 6, 2);
		assertEquals(38, plan.optimizer().steps());
		final VaeCurve curve = new VaeTrainer(vae, new NumberedPatches(60),
			new Seed(1)).train(plan, Progress.NONE);
		final TreeMap<Integer, Integer> seen = new TreeMap<>();
		for (final float[] batch : vae.learned)
			for (final float pixel : batch)
				seen.merge(NumberedPatches.number(pixel), 1, Integer::sum);
		final Set<Integer> heldOut = new HashSet<>();
		for (final float[] batch : vae.heldOut)
			for (final float pixel : batch)
				heldOut.add(NumberedPatches.number(pixel));
		assertEquals(3, heldOut.size());
		assertEquals(57, seen.size());
		for (final int n : seen.values())
			assertEquals(4, n);
		for (final int k : heldOut)
			assertTrue(!seen.containsKey(k));
		assertEquals(38, curve.points().get(curve.points().size() - 1).step());
		assertTrue(curve.points().get(0).heldOut().orElseThrow().l1() > 0);
		assertEquals(curve, VaeCurve.fromJson(curve.json()));
	}

	@Test
	void anInterruptedTrainingEndsWhereAWholeOneDoes() {
		final VaePlan plan = VaePlan.steps(40, 5, 4, 2);
		final FakeVae whole = new FakeVae();
		final VaeCurve expected = new VaeTrainer(whole, new NumberedPatches(30),
			new Seed(1)).train(plan, Progress.NONE);
		final VaePlan keeping = plan.keeping(folder.resolve("state"), 10);
		final AtomicInteger reports = new AtomicInteger();
		final Progress impatient = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				reports.incrementAndGet();
			}

			@Override
			public boolean cancelled() {
				return reports.get() >= 23;
			}
		};
		assertThrows(Cancelled.class, () -> new VaeTrainer(new FakeVae(),
			new NumberedPatches(30), new Seed(1)).train(keeping, impatient));
		final FakeVae resumed = new FakeVae();
		final VaeCurve curve = new VaeTrainer(resumed, new NumberedPatches(30),
			new Seed(1)).train(keeping, Progress.NONE);
		assertEquals(17, resumed.learned.size());
		assertEquals(whole.weight, resumed.weight);
		assertEquals(expected, curve);
	}

	@Test
	void stopsWhenPatienceEnds() {
		final FakeVae vae = new FakeVae();
		// The fake's loss is lowest at its start: its KL grows with the weight.
		vae.weight = 0.5;
		final VaePlan plan = new VaePlan(Optimizer.cosine(-10, 500), 4, 5, 1, 3, 1,
			java.util.Optional.empty(), 1000);
		final VaeCurve curve = new VaeTrainer(vae, new NumberedPatches(30),
			new Seed(1)).train(plan, Progress.NONE);
		assertEquals(4, curve.points().size());
		assertEquals(0, curve.best());
	}

	@Test
	void patienceEndsWithTheWeightsOfTheLowestLoss() {
		final FakeVae vae = new FakeVae();
		vae.weight = 0.5;
		// Uphill from here, as in the test above, but with a place for the best.
		final VaePlan plan = new VaePlan(Optimizer.cosine(-10, 500), 4, 5, 1, 3, 1,
			java.util.Optional.of(folder.resolve("state")), 1000);
		final List<Double> weights = new ArrayList<>();
		final VaeCurve curve = new VaeTrainer(vae, new NumberedPatches(30),
			new Seed(1), (c, shown) -> {
				weights.add(vae.weight);
				assertEquals(weights.size(), c.points().size());
				assertEquals((float) vae.weight, shown.decoded().values()[0]);
			}).train(plan, Progress.NONE);
		assertEquals(4, weights.size());
		assertEquals(weights.get(curve.best()), vae.weight);
		assertNotEquals(weights.get(3), vae.weight);
	}

	@Test
	void pixelsThatAreNoNumbersAreRefused() {
		final PatchSource broken = new PatchSource() {

			@Override
			public long size() {
				return 40;
			}

			@Override
			public void read(final long index, final float[] target,
				final int offset)
			{
				java.util.Arrays.fill(target, offset, offset + PIXELS, index == 33
					? Float.NaN : 0);
			}
		};
		assertTrue(assertThrows(UserError.class, () -> new Embedder(new FakeVae(),
			16).embed(broken, Progress.NONE)).getMessage().startsWith(
				"Patch 33 is embedded as NaN"));
		assertTrue(assertThrows(UserError.class, () -> new VaeTrainer(new FakeVae(),
			broken, new Seed(1)).train(VaePlan.epochs(40, 2, 8, 1), Progress.NONE))
			.getMessage().startsWith("The loss is NaN"));
	}

	@Test
	void refusesTooFewPatches() {
		assertThrows(UserError.class, () -> new VaeTrainer(new FakeVae(),
			new NumberedPatches(1), new Seed(1)));
	}

	@Test
	void embeddingComesInOrderWhateverTheBatch() {
		final NumberedPatches patches = new NumberedPatches(23);
		for (final int batch : new int[] { 1, 5, 23, 64 }) {
			final Matrix rows = new Embedder(new FakeVae(), batch).embed(patches,
				Progress.NONE);
			assertEquals(23, rows.rows());
			for (int i = 0; i < 23; i++)
				assertArrayEquals(new float[] { i / 1000f, i / 1000f }, rows.row(i),
					1e-6f);
		}
	}

	@Test
	void embeddingComesInGroups() {
		final Map<Long, Matrix> groups = new ConcurrentSkipListMap<>();
		new Embedder(new FakeVae(), 1).embed(new NumberedPatches(70), groups::put,
			BlockRunner.local(RunSettings.of(3, "Embedding")), Progress.NONE);
		assertEquals(Set.of(0L, 32L, 64L), groups.keySet());
		assertEquals(6, groups.get(64L).rows());
		assertArrayEquals(new float[] { 0.065f, 0.065f }, groups.get(64L).row(1),
			1e-6f);
	}
}
