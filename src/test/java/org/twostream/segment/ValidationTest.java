
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.core.UserError;

class ValidationTest {

	private static final Box BOX = Box.ofSize(30, 10, 1);

	/** Three objects of 20 voxels; the third one's middle is weak. */
	private static ValidationScores scores(final long secondId,
		final Target target)
	{
		final byte[] probability = new byte[300];
		final long[] ids = new long[300];
		for (int y = 0; y < 2; y++)
			for (int x = 0; x < 10; x++) {
				ids[y * 30 + x] = 1;
				probability[y * 30 + x] = (byte) 200;
				ids[(y + 4) * 30 + x + 15] = secondId;
				probability[(y + 4) * 30 + x + 15] = (byte) (x < 6 ? 150 : 60);
				ids[(y + 8) * 30 + x] = 5;
				probability[(y + 8) * 30 + x] = 40;
			}
		probability[29] = (byte) 255;
		return new Validation(BOX, probability, ids, target, 5).scores(
			Progress.NONE);
	}

	@Test
	void voxelScoresAreAsCounted() {
		final ValidationScores.Score s = scores(2, Target.CLEFT).at(0.5);
		// 20 + 12 found, 28 missed, 1 wrong, 239 empty.
		assertEquals(32 / 61.0, s.iou(), 1e-12);
		assertEquals((32 / 61.0 + 239 / 268.0) / 2, s.voc(), 1e-12);
		assertEquals(32 / 33.0, s.precision(), 1e-12);
		assertEquals(32 / 60.0, s.recall(), 1e-12);
	}

	@Test
	void instanceRecallFallsWithTheThreshold() {
		final ValidationScores scores = scores(2, Target.CLEFT);
		assertEquals(3, scores.instances());
		assertEquals(1, scores.at(0.1).instanceRecall(), 1e-12);
		// The second one still has 12 of 20 voxels.
		assertEquals(2 / 3.0, scores.at(0.5).instanceRecall(), 1e-12);
		assertEquals(1 / 3.0, scores.at(0.7).instanceRecall(), 1e-12);
		assertEquals(1, scores.at(0.5).instancePrecision(), 1e-12);
		// 40 / 255 = 0.157, 150 / 255 = 0.588, 200 / 255 = 0.784
		assertEquals(0.14, scores.thresholdFor(1), 1e-12);
		assertEquals(0.58, scores.thresholdFor(0.6), 1e-12);
		assertEquals(0.78, scores.thresholdFor(0.3), 1e-12);
		assertEquals(scores, ValidationScores.fromJson(scores.json()));
	}

	@Test
	void aPairOfIdsIsOneSynapse() {
		// Ids 1 and 2 are the two sides of one object, met by half only.
		final ValidationScores scores = scores(2, Target.POLARITY);
		assertEquals(2, scores.instances());
		assertEquals(0, scores.at(0.7).instanceRecall(), 1e-12);
		assertEquals(0.5, scores.at(0.1).instanceRecall(), 1e-12);
	}

	@Test
	void oneIdMeansComponents() {
		final byte[] probability = new byte[300];
		final long[] ids = new long[300];
		for (int x = 0; x < 10; x++) {
			ids[x] = 255;
			ids[90 + x] = 255;
			probability[x] = (byte) 255;
		}
		final ValidationScores scores = new Validation(BOX, probability, ids,
			Target.MITOCHONDRIA, 5).scores(Progress.NONE);
		assertEquals(2, scores.instances());
		assertEquals(0.5, scores.at(0.5).instanceRecall(), 1e-12);
		assertTrue(assertThrows(UserError.class, () -> scores.thresholdFor(0.94))
			.getMessage().contains("highest instance recall is 0.5"));
	}

	@Test
	void nothingThereIsNoRefusal() {
		final ValidationScores scores = new Validation(BOX, new byte[300],
			new long[300], Target.CLEFT, 5).scores(Progress.NONE);
		assertEquals(1, scores.at(0.5).iou());
		assertEquals(0, scores.instances());
		assertEquals(scores, ValidationScores.fromJson(scores.json()));
		assertThrows(UserError.class, () -> scores.thresholdFor(0.5));
	}

	@Test
	void scoresWhatAPredictorSays() {
		final Blobs blobs = new Blobs(96, 96, 16, 12, 2);
		final LabelledVolume heldOut = blobs.labelled(Target.MITOCHONDRIA).split(
			0.3).validation();
		final FakeNetwork sharp = new FakeNetwork(1, 0);
		sharp.threshold = 140 / 255.0;
		final ValidationScores scores = Validation.score(new Predictor(sharp,
			SlidingWindow.of(new WindowSize(16, 16, 4))), heldOut, 20, Progress.NONE);
		// Blobs are darker than 130 / 255 and all else is brighter than 150 / 255.
		assertEquals(1, scores.best().iou(), 1e-12);
		assertTrue(scores.instances() > 2);
		assertTrue(scores.at(0.5).instanceRecall() > 0.5);
	}
}
