
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.net.Architecture;
import org.twostream.net.Engine;
import org.twostream.net.Optimizer;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.TorchEngine;
import org.twostream.volume.PixelType;

/** The whole path with a real network on dark balls in noise. */
class RealTrainingTest {

	@Test
	void learnsBlobsAndPredictsTheSameBytesInBlocks() {
		final Blobs blobs = new Blobs(80, 80, 16, 28, 1);
		final LabelledVolume.Split split = blobs.labelled(Target.MITOCHONDRIA)
			.split(0.3);
		final WindowSize window = new WindowSize(32, 32, 8);
		try (Engine engine = TorchEngine.open("cpu", 1);
				SegmentationNetwork network = engine.segmentation(Architecture.named(
					"tiny", 1), new Seed(1)))
		{
			final TrainingSet set = new TrainingSet(List.of(split.training()),
				Sampling.of(Target.MITOCHONDRIA, window, 2, AugmentationSet.parse(
					"flips,grayscale", new VoxelSize(8, 8, 8))), new Seed(1),
				Progress.NONE);
			final LearningCurve curve = new Trainer(network, set, List.of()).train(
				TrainingPlan.of(Optimizer.cosine(0.01, 30), 1), Progress.NONE);
			assertTrue(curve.lastLoss() < 0.7 * curve.points().get(0).loss(), curve
				.toString());

			final Predictor predictor = new Predictor(network, SlidingWindow.of(
				window));
			final ValidationScores scores = Validation.score(predictor, split
				.validation(), 20, Progress.NONE);
			final double allForeground = foregroundShare(split.validation());
			assertTrue(scores.best().iou() > Math.max(0.5, 2 * allForeground), scores
				.best() + " against " + allForeground);

			final MemoryVolume out = MemoryVolume.of(80, 80, 16, 1, PixelType.UINT8,
				16);
			predictor.predict(blobs.raw, out, RunSettings.of(1, "Predicting"),
				Progress.NONE);
			final Box part = split.validation().region();
			assertArrayEquals(predictor.predict(blobs.raw, part, Progress.NONE)[0],
				out.bytes(0, part));
		}
	}

	/** The IoU of calling every voxel foreground. */
	private static double foregroundShare(final LabelledVolume volume) {
		final long[] ids = volume.labels().ids(0, volume.region());
		long n = 0;
		for (final long id : ids)
			if (id != 0) n++;
		return (double) n / ids.length;
	}
}
