
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.roi.Roi;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeWriter;
import org.twostream.volume.chunked.ChunkedSpec;
import org.twostream.volume.chunked.ChunkedWriter;

/** A softmax of background, pre and post as the prediction of polarity. */
class ExclusivePolarityTest {

	private static final int X = 60;
	private static final int Y = 30;
	private static final int Z = 3;

	@TempDir
	Path folder;

	/** One synapse of 10 x 10 x 3 voxels, one side of 10 x 5 x 3. */
	@BeforeEach
	void volumes() {
		final byte[][] c = new byte[3][X * Y * Z];
		Arrays.fill(c[0], (byte) 250);
		for (int i = 0; i < c[0].length; i++) {
			final int x = i % X;
			final int y = i / X % Y;
			if (y < 10 || y >= 20) continue;
			// no class reaches one half
			if (x >= 10 && x < 15) fill(c, i, 70, 100, 85);
			if (x >= 15 && x < 20) fill(c, i, 70, 85, 100);
			if (x >= 40 && x < 45) fill(c, i, 90, 60, 105);
			// likely to be a synapse, likelier background
			if (x >= 50 && x < 55) fill(c, i, 90, 85, 80);
		}
		try (VolumeWriter raw = ChunkedWriter.create(folder.resolve("raw.zarr"),
			ChunkedSpec.of(PixelType.UINT8, X, Y, Z));
				VolumeWriter prediction = ChunkedWriter.create(folder.resolve(
					"prediction.zarr"), ChunkedSpec.of(PixelType.UINT8, X, Y, Z)
						.withChannels(3)))
		{
			raw.write(0, raw.info().box(), new byte[X * Y * Z]);
			for (int i = 0; i < 3; i++)
				prediction.write(i, raw.info().box(), c[i]);
		}
	}

	private static void fill(final byte[][] c, final int i, final int background,
		final int pre, final int post)
	{
		c[0][i] = (byte) background;
		c[1][i] = (byte) pre;
		c[2][i] = (byte) post;
	}

	private ActiveLearning steps(final String target) {
		return new ActiveLearning(folder.resolve(target + ".twostream"),
			SmallProject.WIRING, Progress.NONE);
	}

	private StepResult propose(final String target, final String exclusive) {
		return steps(target).propose(new Source(folder.resolve("raw.zarr")
			.toString(), "8,8,30", target), new ProposeOptions(folder.resolve(
				"prediction.zarr").toString(), "", 0, 20, 6, "removed", exclusive, 0,
				"kept", "none", 0, SmallProject.compute()));
	}

	@Test
	void eachVoxelHasItsLikeliestClass() {
		final StepResult made = propose("polarity", "yes");
		final RoiSet rois = RoiSet.of(Project.open(folder.resolve(
			"polarity.twostream"), SmallProject.WIRING), "");
		assertEquals(List.of(300L, 150L), rois.table().rois().stream().map(
			Roi::voxels).toList());
		assertEquals(List.of(false, true), rois.table().rois().stream().map(
			Roi::oneSided).toList());
		assertEquals(100 / 170., rois.table().get(0).meanProbability(), 0.5 / 255);
		try (EmVolume labels = rois.labels()) {
			final long[] row = labels.ids(0, new Box(0, 15, 1, X, 16, 2));
			assertEquals(List.of(0L, 1L, 2L, 0L, 4L, 0L), List.of(row[9], row[14],
				row[15], row[20], row[42], row[52]));
		}
		assertEquals(made.id(), propose("polarity", "yes").id());
		assertEquals("yes", rois.project().record(Kind.ROIS, rois.id()).object(
			"settings").string("exclusive"));
	}

	@Test
	void otherwiseEachChannelHasItsOwnProbability() {
		assertEquals("0", propose("polarity", "no").summary().get("rois"));
	}

	@Test
	void itIsForPolarityAndYesOrNo() {
		final UserError other = assertThrows(UserError.class, () -> propose("cleft",
			"yes"));
		assertTrue(other.getMessage().contains("target polarity, not for cleft"));
		final UserError word = assertThrows(UserError.class, () -> propose(
			"polarity", "perhaps"));
		assertTrue(word.getMessage().contains("exclusive=perhaps"));
	}
}
