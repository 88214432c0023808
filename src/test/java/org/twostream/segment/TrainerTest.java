
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.net.Optimizer;
import org.twostream.net.Tensor;

class TrainerTest {

	private static final WindowSize WINDOW = new WindowSize(16, 16, 4);

	@TempDir
	Path folder;

	private static TrainingSet set(final LabelledVolume volume) {
		return new TrainingSet(List.of(volume), Sampling.plain(WINDOW, 2), new Seed(
			1), Progress.NONE);
	}

	/** Says stop after so many reports. */
	private static Progress stoppingAfter(final int reports) {
		final AtomicInteger n = new AtomicInteger();
		return new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				n.incrementAndGet();
			}

			@Override
			public boolean cancelled() {
				return n.get() >= reports;
			}
		};
	}

	@Test
	void lossFallsAndCurveHasHeldOutPoints() {
		final LabelledVolume.Split split = new Blobs(64, 64, 12, 30, 1).labelled(
			Target.MITOCHONDRIA).split(0.2);
		final FakeNetwork network = new FakeNetwork(1, 0);
		network.threshold = 0.9;
		final List<Batch> heldOut = List.of(set(split.validation()).batch(0));
		final LearningCurve curve = new Trainer(network, set(split.training()),
			heldOut).train(TrainingPlan.of(Optimizer.cosine(0.01, 50), 2),
				Progress.NONE);
		final LearningCurve.Point first = curve.points().get(0);
		final LearningCurve.Point last = curve.points().get(curve.points().size() -
			1);
		assertEquals(50, last.step());
		assertTrue(curve.lastLoss() < first.loss());
		assertTrue(last.heldOut().getAsDouble() < first.heldOut().getAsDouble());
		assertEquals(32, network.normalizedOn);
		assertEquals(curve, LearningCurve.fromJson(curve.json()));
	}

	@Test
	void anInterruptedTrainingEndsWhereAWholeOneDoes() {
		final LabelledVolume volume = new Blobs(48, 48, 12, 20, 1).labelled(
			Target.MITOCHONDRIA);
		final TrainingPlan plan = new TrainingPlan(Optimizer.cosine(0.01, 40), 2, 7,
			3, java.util.Optional.empty(), 10);
		final FakeNetwork whole = new FakeNetwork(1, 0);
		final LearningCurve expected = new Trainer(whole, set(volume), List.of())
			.train(plan, Progress.NONE);

		final TrainingPlan keeping = plan.keeping(folder.resolve("state"), 10);
		assertThrows(Cancelled.class, () -> new Trainer(new FakeNetwork(1, 0), set(
			volume), List.of()).train(keeping, stoppingAfter(17)));
		final FakeNetwork resumed = new FakeNetwork(1, 0);
		final LearningCurve curve = new Trainer(resumed, set(volume), List.of())
			.train(keeping, Progress.NONE);
		assertEquals(whole.threshold, resumed.threshold);
		assertEquals(expected, curve);
		// Steps 20 and 30 and the end.
		assertEquals(3, resumed.saves);
	}

	@Test
	void refusesALossThatIsNoNumber() {
		final BatchSource broken = i -> {
			final float[] values = new float[16 * 16 * 4];
			values[0] = Float.NaN;
			return new Batch(new Tensor(values, 1, 1, 4, 16, 16), Tensor.zeros(1, 1,
				4, 16, 16));
		};
		final String message = assertThrows(UserError.class, () -> new Trainer(
			new FakeNetwork(1, 0), broken, List.of()).train(TrainingPlan.of(Optimizer
				.cosine(0.01, 10), 1), Progress.NONE)).getMessage();
		assertTrue(message.contains("lower learning rate"), message);
	}

	@Test
	void anErrorWhilePreparingWindowsComesOut() {
		final BatchSource failing = i -> {
			throw new UserError("The disk is gone.");
		};
		assertThrows(UserError.class, () -> new Trainer(new FakeNetwork(1, 0),
			failing, List.of()).train(TrainingPlan.of(Optimizer.cosine(0.01, 10), 1),
				Progress.NONE));
	}
}
