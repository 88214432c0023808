
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.net.Optimizer;
import org.twostream.net.Schedule;
import org.twostream.net.SegmentationTraining;
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
		final TrainingPlan plan = new TrainingPlan(Optimizer.cosine(0.01, 40), 3,
			new TrainingPlan.Length(6, 10, 0, 0), 2, 3, Optional.empty());
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

	/** A held-out part on which the network is best at a threshold of 0.6. */
	private static HeldOutCheck best(final FakeNetwork network, final long cost) {
		return new HeldOutCheck() {

			@Override
			public long cost() {
				return cost;
			}

			@Override
			public Result check(final Progress progress) {
				final double score = 1 - Math.abs(network.threshold - 0.6);
				return new Result(new Overlap(0.5, score, score), new Section(1, 8,
					new byte[1], new byte[1], new byte[1]));
			}
		};
	}

	/** Always the same window, whose foreground pulls the threshold up. */
	private static final BatchSource UPWARD = i -> new Batch(new Tensor(
		new float[1024], 1, 1, 4, 16, 16), ones());

	private static Tensor ones() {
		final Tensor ones = Tensor.zeros(1, 1, 4, 16, 16);
		java.util.Arrays.fill(ones.values(), 1);
		return ones;
	}

	private TrainingPlan patient(final int steps, final int patience) {
		return new TrainingPlan(new Optimizer(Optimizer.Rule.SGD, new Schedule(
			Schedule.Shape.CONSTANT, 0.5, steps, 0, List.of()), 0, 0, 0), 1,
			new TrainingPlan.Length(steps, 7, 0, patience), 1, 1, Optional.of(folder
				.resolve("state")));
	}

	@Test
	void patienceEndsWithTheBestWeights() {
		final FakeNetwork network = new FakeNetwork(1, 0);
		final LearningCurve curve = new Trainer(network, UPWARD, List.of(), Optional
			.of(best(network, 0)), TrainingView.NONE).train(patient(400, 3),
				Progress.NONE);
		final LearningCurve.Point best = curve.best().orElseThrow();
		assertEquals(curve.checked().size() - 4, curve.checked().indexOf(best));
		assertTrue(curve.points().size() < 400);
		assertEquals(1 - Math.abs(network.threshold - 0.6), best.overlap()
			.orElseThrow().voc(), 1e-12);
	}

	@Test
	void checksAreATenthOfTheWorkAtMost() {
		final FakeNetwork network = new FakeNetwork(1, 0);
		final List<Integer> told = new ArrayList<>();
		// A step is 3 x 1024, a check 4096 and 1 x 1024 for normalisation each.
		final LearningCurve curve = new Trainer(network, UPWARD, List.of(), Optional
			.of(best(network, 4096)), (c, s) -> told.add(s.isPresent() ? 1 : 0))
			.train(TrainingPlan.of(Optimizer.cosine(1e-3, 200), 1), Progress.NONE);
		final long checks = curve.checked().size();
		assertEquals(25, curve.points().size());
		assertTrue(checks > 2, checks + " checks");
		assertTrue((checks - 1) * (4096 + 8 * 1024) <= 0.1 * 200 * 3 * 1024,
			checks + " checks");
		assertEquals(25, told.size());
		assertEquals(checks, told.stream().mapToInt(t -> t).sum());
		assertTrue(curve.points().get(24).overlap().isPresent());
	}

	@Test
	void aStepTakesTheMeanOfItsMiniBatches() {
		final LabelledVolume volume = new Blobs(48, 48, 12, 20, 1).labelled(
			Target.MITOCHONDRIA);
		final FakeNetwork network = new FakeNetwork(1, 0);
		final TrainingPlan plan = new TrainingPlan(Optimizer.cosine(0.01, 6), 3,
			TrainingPlan.Length.of(100), 2, 1, Optional.empty());
		final LearningCurve curve = new Trainer(network, set(volume), List.of())
			.train(plan, Progress.NONE);
		assertEquals(6, network.rates.size());
		final FakeNetwork other = new FakeNetwork(1, 0);
		final SegmentationTraining training = other.train(plan.optimizer());
		double loss = 0;
		for (int step = 0; step < 6; step++) {
			loss = 0;
			for (int k = 0; k < 3; k++) {
				final Batch batch = set(volume).batch(3L * step + k);
				loss += training.gather(batch.input(), batch.target()) / 3;
			}
			training.update(plan.optimizer().rate(step));
		}
		assertEquals(other.threshold, network.threshold);
		assertEquals(loss, curve.lastLoss(), 1e-12);
	}

	@Test
	void aTimeLimitEndsTrainingAndItsScheduleOverAllResumes() {
		final Path state = folder.resolve("state");
		final BatchSource slow = i -> {
			java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
			return UPWARD.batch(i);
		};
		final TrainingPlan plan = new TrainingPlan(Optimizer.cosine(1e-3,
			1_000_000), 1, new TrainingPlan.Length(5, 1, 0.6, 0), 1, 1, Optional.of(
				state));
		final FakeNetwork first = new FakeNetwork(1, 0);
		final long start = System.nanoTime();
		assertThrows(Cancelled.class, () -> new Trainer(first, slow, List.of())
			.train(plan, stoppingAfter(20)));
		final double used = (System.nanoTime() - start) / 1e9;
		final FakeNetwork second = new FakeNetwork(1, 0);
		final LearningCurve curve = new Trainer(second, slow, List.of()).train(plan,
			Progress.NONE);
		assertTrue(used > 0.05 && (System.nanoTime() - start) / 1e9 >= 0.6);
		final double last = second.rates.get(second.rates.size() - 1);
		assertTrue(last < 2e-4, "the last rate is " + last);
		assertTrue(second.rates.get(0) < 1e-3, "time used before counts");
		assertTrue(curve.points().size() <= 6, curve.points().toString());
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
