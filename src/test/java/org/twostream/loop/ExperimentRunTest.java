
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.Tsv;
import org.twostream.core.VoxelSize;
import org.twostream.segment.Keeping;
import org.twostream.segment.TrainingView;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** Experiments with their networks, as small as they can be. */
@Tag("slow")
class ExperimentRunTest {

	private static final int SIDE = 160;
	private static final int SECTIONS = 24;
	private static final Compute COMPUTE = SmallProject.compute();

	@TempDir
	Path folder;

	private ActiveLearning steps() {
		return new ActiveLearning(folder.resolve("p.twostream"),
			SmallProject.WIRING, Progress.NONE);
	}

	private ExperimentOptions options(final String table, final String rois,
		final int pool)
	{
		return new ExperimentOptions(table, pool, 2, 1, 0, "", folder.toString(),
			0.3, new TrainOptions("", "", "tiny", 2, "64,64,4", 1,
				LearningOptions.DEFAULT, "", "", COMPUTE), PredictOptions.of("64,64,4",
					0, 1, COMPUTE), new ProposeOptions("", "0.5", 0, 26, 0, COMPUTE),
			new EncodeOptions(rois, "released", 4, 4, 1, 4, 0, COMPUTE),
			new RefineOptions("", 2, 2, COMPUTE), new FinetuneOptions("", "", 2,
				"64,64,4", 1, 0, "", Keeping.DEFAULT, COMPUTE), COMPUTE);
	}

	/** A phantom's true objects, and a grid of boxes that are none. */
	private void propose() {
		final Path prediction = folder.resolve("prediction.zarr");
		try (EmVolume truth = SmallProject.WIRING.stores().open(folder.resolve(
			"p.twostream/sample/truth.zarr").toString());
				VolumeWriter out = ChunkedWriter.create(prediction, ChunkedSpec.of(
					PixelType.UINT8, SIDE, SIDE, SECTIONS)))
		{
			final Box all = truth.info().box();
			final long[] ids = truth.ids(0, all);
			final byte[] sure = new byte[ids.length];
			for (int i = 0; i < ids.length; i++) {
				final int x = i % SIDE;
				final int y = i / SIDE % SIDE;
				final boolean box = x % 40 < 10 && y % 40 < 10 && i / SIDE / SIDE %
					8 < 5;
				sure[i] = (byte) (ids[i] != 0 || box ? 255 : 0);
			}
			out.write(0, all, sure);
		}
		steps().propose(Source.NONE, new ProposeOptions(prediction.toString(),
			"0.5", 0, 26, 0, COMPUTE));
	}

	@Test
	void tableOneRunsItsRoundsForEveryMethod() {
		steps().sample(new SampleOptions(SIDE, SIDE, SECTIONS, 8, new VoxelSize(8,
			8, 30), Target.MITOCHONDRIA, new Seed(1), 2));
		steps().train(Source.NONE, options("1", "", 1).train(), TrainingView.NONE);
		propose();
		final StepResult made = steps().experiment(Source.NONE, options("1", "1",
			1));
		final Tsv table = Tsv.read(made.path().resolve("table.tsv"));
		assertEquals(9, table.size());
		for (int i = 0; i < table.size(); i++) {
			assertEquals(1, table.integer(i, "seeds"));
			final double mean = table.number(i, "mean");
			assertTrue(mean >= 0 && mean <= 1, table.get(i, "row") + " " + mean);
		}
		assertTrue(steps().experiment(Source.NONE, options("1", "1", 1)).summary()
			.get("note").contains("made before"));
	}

	@Test
	void samplersRunOnImagesInTheFormatOfCifar10() throws IOException {
		final SplittableRandom random = new SplittableRandom(1);
		for (final String name : new String[] { "data_batch_1.bin",
			"test_batch.bin" })
		{
			final byte[] bytes = new byte[120 * 3073];
			for (int i = 0; i < 120; i++) {
				bytes[i * 3073] = (byte) (i % 10);
				// brightness tells the classes apart
				for (int j = 1; j < 3073; j++)
					bytes[i * 3073 + j] = (byte) (20 * (i % 10) + random.nextInt(20));
			}
			Files.write(folder.resolve(name), bytes);
		}
		final Tsv table = Tsv.read(steps().experiment(Source.NONE, options(
			"cifar-10", "", 120)).path().resolve("table.tsv"));
		assertEquals(18, table.size());
		assertEquals(24, table.integer(17, "asked"));
	}
}
