
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.VoxelSize;
import org.twostream.review.ReviewContext;
import org.twostream.review.session.ReviewSession;
import org.twostream.segment.Keeping;
import org.twostream.segment.TrainingView;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/**
 * From a mark to the next base model: a prediction brought from outside is sure
 * of every object of a phantom but one.
 */
class MissedObjectLoopTest {

	private static final Compute COMPUTE = SmallProject.compute();

	@TempDir
	Path folder;

	/** Returns a voxel of the largest object, which alone is faint. */
	private static long[] predict(final Project project, final Path place) {
		try (EmVolume truth = project.volume(project.uri(project.info().truth()))) {
			final var box = truth.info().box();
			final long[] ids = truth.ids(0, box);
			final Map<Long, Integer> sizes = new HashMap<>();
			for (final long id : ids)
				if (id != 0) sizes.merge(id, 1, Integer::sum);
			assertTrue(sizes.size() > 1, sizes.toString());
			final long faint = sizes.entrySet().stream().max(Map.Entry
				.comparingByValue()).orElseThrow().getKey();
			final byte[] voxels = new byte[ids.length];
			int at = -1;
			for (int i = 0; i < ids.length; i++) {
				if (ids[i] == faint) at = i;
				voxels[i] = (byte) (ids[i] == 0 ? 0 : ids[i] == faint ? 77 : 250);
			}
			try (VolumeWriter out = ChunkedWriter.create(place, ChunkedSpec.of(
				PixelType.UINT8, box.xSize(), box.ySize(), box.zSize()).withVoxelSize(
					project.info().voxelSize())))
			{
				out.write(0, box, voxels);
			}
			return new long[] { at % box.xSize(), at / box.xSize() % box.ySize(), at /
				box.xSize() / box.ySize() };
		}
	}

	private double recall(final ActiveLearning steps, final Path prediction) {
		final StepResult measured = steps.measure(new MeasureOptions("", prediction
			.toString(), "", "", COMPUTE));
		return Json.read(measured.path().resolve("metrics.json")).object(
			"objects_corrected").object("recall").number("value");
	}

	@Test
	void aMarkedObjectIsCorrectedMeasuredAndLearned() {
		final ActiveLearning steps = new ActiveLearning(folder, SmallProject.WIRING,
			Progress.NONE);
		steps.sample(new SampleOptions(128, 128, 16, 10, new VoxelSize(8, 8, 30),
			Target.MITOCHONDRIA, new Seed(1), 2));
		final Project project = Project.open(folder, SmallProject.WIRING);
		final Path prediction = folder.resolve("brought.zarr");
		final long[] place = predict(project, prediction);
		steps.propose(Source.NONE, new ProposeOptions(prediction.toString(), "0.5",
			1, 26, 400, COMPUTE));
		SmallProject.ask(project);
		final ReviewStep.Batch batch = ReviewStep.Batch.of(project, "");
		steps.apply(new ApplyOptions("", COMPUTE));
		final double before = recall(steps, prediction);
		assertTrue(before < 1);
		try (ReviewSession session = ReviewSession.open(new ReviewSession.Setup(
			new ReviewContext(batch.rois().table(), batch.rois().id(), batch.id(),
				"encoders/001"), List.of(), Answers.journals(project), "Ann"),
			() -> Scenes.of(batch)))
		{
			ReviewSession.await(session.markMissed(place[0], place[1], place[2]));
		}
		assertEquals("1", steps.apply(new ApplyOptions("", COMPUTE)).summary().get(
			"missed"));
		assertEquals(1, recall(steps, prediction));

		steps.train(Source.NONE, new TrainOptions("", "", "tiny", 2, "32,32,4", 2,
			LearningOptions.DEFAULT, "", "", COMPUTE), TrainingView.NONE);
		// No ROI is answered: only the missed object can teach.
		final StepResult tuned = steps.finetune(new FinetuneOptions("", "", 2,
			"32,32,4", 2, 1e-4, "", Keeping.DEFAULT, COMPUTE));
		assertEquals(List.of("002", "0", "1"), List.of(tuned.id(), tuned.summary()
			.get("answers"), tuned.summary().get("missed")));
	}
}
