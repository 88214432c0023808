
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.net.Architecture;
import org.twostream.net.Engine;
import org.twostream.net.Optimizer;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.TorchEngine;
import org.twostream.volume.PixelType;

/** The whole path with a network whose output is smaller than its input. */
class HybridTrainingTest {

	private static final WindowSize WINDOW = new WindowSize(36, 36, 4);

	@Test
	void learnsBlobsAndPredictsAllVoxels() {
		final Blobs blobs = new Blobs(70, 60, 12, 24, 1);
		final LabelledVolume labelled = blobs.labelled(Target.MITOCHONDRIA);
		try (Engine engine = TorchEngine.open("cpu", 1);
				SegmentationNetwork network = engine.segmentation(new Architecture(
					Architecture.Family.HYBRID, List.of(8, 12, 12, 12), 1, Set.of()),
					new Seed(1)))
		{
			final TrainingSet set = new TrainingSet(List.of(labelled), Sampling.plain(
				WINDOW, 2), new Seed(1), Progress.NONE);
			final LearningCurve curve = new Trainer(network, WeightedBatches.of(set,
				VoxelWeights.of(network.architecture(), List.of(labelled),
					Progress.NONE)), List.of()).train(TrainingPlan.of(Optimizer.cosine(
						3e-3, 50), 1), Progress.NONE);
			assertTrue(curve.lastLoss() < 0.6 * curve.points().get(0).loss(), curve
				.toString());

			final Predictor predictor = new Predictor(network, SlidingWindow.of(
				WINDOW));
			final MemoryVolume out = MemoryVolume.of(70, 60, 12, 1, PixelType.UINT8,
				16);
			predictor.predict(blobs.raw, out, RunSettings.of(1, "Predicting"),
				Progress.NONE);
			final ValidationScores scores = Validation.score(new byte[][] { out.bytes(
				0, out.info().box()) }, blobs.labels, out.info().box(),
				Target.MITOCHONDRIA, 20, Progress.NONE);
			assertTrue(scores.best().iou() > 0.5, scores.best().toString());
			final Box part = new Box(3, 1, 2, 60, 40, 9);
			assertArrayEquals(predictor.predict(blobs.raw, part, Progress.NONE)[0],
				out.bytes(0, part));

			assertEquals("window=36,36,4", assertThrows(UserError.class,
				() -> new Predictor(network, SlidingWindow.of(new WindowSize(32, 32,
					4)))).getMessage().replaceAll(".*give (.*)\\.", "$1"));
		}
	}
}
