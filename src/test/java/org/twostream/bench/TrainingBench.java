
package org.twostream.bench;

import java.util.List;
import java.util.Locale;

import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.net.Architecture;
import org.twostream.net.Engine;
import org.twostream.net.Optimizer;
import org.twostream.net.Precision;
import org.twostream.net.SegmentationNetwork;
import org.twostream.net.TorchEngine;
import org.twostream.segment.AugmentationSet;
import org.twostream.segment.LabelledVolume;
import org.twostream.segment.Predictor;
import org.twostream.segment.Sampling;
import org.twostream.segment.SlidingWindow;
import org.twostream.segment.Trainer;
import org.twostream.segment.TrainingPlan;
import org.twostream.segment.TrainingSet;
import org.twostream.segment.Validation;
import org.twostream.segment.ValidationScores;
import org.twostream.segment.WindowSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedStore;
import org.twostream.volume.tiff.TiffStore;

/**
 * How well and how fast mitochondria are learned: trains on the first sections
 * of a labelled volume and scores the others. Arguments: raw URI, labels URI,
 * sections to learn from, model, steps, window x,y,z, batch, learning rate,
 * precision, device, threads, augmentations.
 */
public final class TrainingBench {

	private TrainingBench() {}

	/** Prints the curve, seconds per step, useful voxels per second, scores. */
	public static void main(final String... a) {
		final VolumeStores stores = new VolumeStores(List.of(new TiffStore(),
			new ChunkedStore()));
		final WindowSize window = WindowSize.parse(a[5]);
		final int steps = Integer.parseInt(a[4]);
		try (EmVolume raw = stores.open(a[0]);
				EmVolume labels = stores.open(a[1]);
				Engine engine = TorchEngine.open(a[9], Integer.parseInt(a[10]),
					Precision.of(a[8]));
				SegmentationNetwork network = engine.segmentation(Architecture.named(
					a[3], 1), new Seed(1)))
		{
			final LabelledVolume all = new LabelledVolume(raw, labels,
				Target.MITOCHONDRIA);
			final Box box = all.region();
			final long z = Long.parseLong(a[2]);
			final Box test = new Box(0, 0, z, box.xMax(), box.yMax(), box.zMax());
			final TrainingSet set = new TrainingSet(List.of(all.within(new Box(0, 0,
				0, box.xMax(), box.yMax(), z))), Sampling.of(Target.MITOCHONDRIA,
					window, Integer.parseInt(a[6]), AugmentationSet.parse(a[11],
						new VoxelSize(8, 8, 30))), new Seed(1), Progress.NONE);
			System.out.println(engine.description().line());
			long start = System.nanoTime();
			for (final Json point : new Trainer(network, set, List.of()).train(
				TrainingPlan.of(Optimizer.cosine(Double.parseDouble(a[7]), steps), 1),
				Progress.NONE).json())
				System.out.println(point.line());
			System.out.printf(Locale.ROOT, "%.3f s per step%n", seconds(start) /
				steps);
			start = System.nanoTime();
			final ValidationScores scores = Validation.score(new Predictor(network,
				SlidingWindow.of(window)), all.within(test), 300, Progress.NONE);
			System.out.printf(Locale.ROOT,
				"%.0f useful voxels per second, scoring included%n", test.voxels() /
					seconds(start));
			System.out.println("best: " + scores.best());
			System.out.println("at 0.5: " + scores.at(0.5));
		}
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}
}
