
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.twostream.block.BlockSize;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

class PatchScaleTest {

	private static final int PIXELS = PatchFrame.PIXELS;

	/** The last group given. */
	private static final class Patches implements PatchSink {

		private static final long serialVersionUID = 1L;
		private byte[] all = {};

		@Override
		public void write(final int firstRoi, final byte[] patches) {
			all = patches;
		}

		@Override
		public void sync() {
			// in memory
		}

		/** Pixels of the mask from the first column to the last. */
		int width(final int row) {
			int first = PatchFrame.SIDE;
			int last = -1;
			for (int i = 0; i < PIXELS; i++)
				if (all[(2 * row + 1) * PIXELS + i] != 0) {
					first = Math.min(first, i % PatchFrame.SIDE);
					last = Math.max(last, i % PatchFrame.SIDE);
				}
			return last + 1 - first;
		}
	}

	/** Squares of 1, 10, 20 and 40 voxels. */
	private static Patches cut(final PatchScale scale) {
		return cut(scale, 112 * 8);
	}

	private static Patches cut(final PatchScale scale, final double patchNm) {
		final byte[] voxels = new byte[200 * 60];
		final int[] sides = { 1, 10, 20, 40 };
		for (int i = 0; i < voxels.length; i++)
			if (i % 200 % 50 < sides[i % 200 / 50] && i / 200 < sides[i % 200 / 50])
				voxels[i] = (byte) 255;
		final MemoryVolume prediction = MemoryVolume.of(200, 60, 1, voxels);
		final Patches patches = new Patches();
		final Proposer.Proposal found = new Proposer(new ProposerOptions(
			new LabellingOptions(0.5, 1, Connectivity.SIX, Optional.empty(), 1,
				new BlockSize(64, 64, 1)), OptionalDouble.of(patchNm), scale, Optional
					.empty())).propose(prediction, prediction, new VoxelSize(8, 8, 30),
						MemoryVolume.labels(prediction.info(), 1), n -> patches,
						Progress.NONE);
		assertEquals(4, found.table().size());
		assertEquals(112 * 8, found.patchNm());
		return patches;
	}

	@Test
	void aKeptScaleShowsAVoxelAsAPixel() {
		final Patches patches = cut(PatchScale.KEPT);
		assertEquals("[1, 10, 20, 40]", Arrays.toString(new int[] { patches.width(
			0), patches.width(1), patches.width(2), patches.width(3) }));
	}

	/** A square's side is 1 / (1.1 * sqrt 2) of its patch. */
	@Test
	void aNormalisedScaleShowsAllAlike() {
		final Patches patches = cut(PatchScale.NORMALISED);
		for (int row = 0; row < 4; row++)
			assertEquals(112 / 1.1 / Math.sqrt(2), patches.width(row), 1);
	}

	@Test
	void aPixelOfTooManyVoxelsIsRefused() {
		assertTrue(assertThrows(UserError.class, () -> cut(PatchScale.KEPT, 89_601))
			.getMessage().contains("at most 89600 nm"));
	}

	@Test
	void words() {
		assertEquals(PatchScale.NORMALISED, PatchScale.of("normalised"));
		assertTrue(assertThrows(UserError.class, () -> PatchScale.of("normalized"))
			.getMessage().contains("did you mean normalised?"));
	}
}
