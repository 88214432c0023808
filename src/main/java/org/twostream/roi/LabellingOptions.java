
package org.twostream.roi;

import java.util.Locale;
import java.util.Optional;

import org.twostream.block.BlockSize;
import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * What counts as an object.
 *
 * @param threshold 0..1; a voxel counts when its stored value / 255 is at least
 *          this
 * @param peak 0..1; an object is kept only if the stored value / 255 of some
 *          voxel is at least this (hysteresis); 0 keeps all
 * @param minVoxels smallest object kept; with a polarity rule, smallest piece
 *          of a side
 * @param connectivity which voxels touch
 * @param polarity empty for targets of one channel
 * @param threads blocks worked on at once
 * @param block size of a block; the result does not depend on it
 */
public record LabellingOptions(double threshold, double peak, long minVoxels,
		Connectivity connectivity, Optional<PolarityRule> polarity, int threads,
		BlockSize block) {

	/** Sets memory: about 60 MB per thread, three times that for polarity. */
	public static final BlockSize DEFAULT_BLOCK = new BlockSize(256, 256, 64);

	/**
	 * @throws UserError if threshold or peak is not in 0..1 or minVoxels is
	 *           negative
	 */
	public LabellingOptions {
		if (!(threshold >= 0 && threshold <= 1)) throw new UserError("threshold=" +
			threshold + " is not a probability; give a number from 0 to 1.");
		if (!(peak >= 0 && peak <= 1)) throw new UserError("peak=" + peak +
			" is not a probability; give a number from 0 to 1.");
		if (minVoxels < 0) throw new UserError("min_voxels=" + minVoxels +
			" is negative; give 0 or more voxels.");
	}

	/** Without a peak. */
	public LabellingOptions(final double threshold, final long minVoxels,
		final Connectivity connectivity, final Optional<PolarityRule> polarity,
		final int threads, final BlockSize block)
	{
		this(threshold, 0, minVoxels, connectivity, polarity, threads, block);
	}

	/** The same with a peak. */
	public LabellingOptions withPeak(final double newPeak) {
		return new LabellingOptions(threshold, newPeak, minVoxels, connectivity,
			polarity, threads, block);
	}

	/** The same with another rule, where there is one. */
	public LabellingOptions withPieces(final PolarityRule rule) {
		return new LabellingOptions(threshold, peak, minVoxels, connectivity,
			polarity.map(r -> rule), threads, block);
	}

	/** The defaults: 0.5, 26-connected, the target's least size. */
	public static LabellingOptions of(final Target target, final int threads) {
		return new LabellingOptions(0.5, target.minVoxels(),
			Connectivity.TWENTY_SIX, target == Target.POLARITY ? Optional.of(
				PolarityRule.SMALL_PIECES_REMOVED) : Optional.empty(), threads,
			DEFAULT_BLOCK);
	}

	/** The same with another block size. */
	public LabellingOptions withBlock(final BlockSize size) {
		return new LabellingOptions(threshold, peak, minVoxels, connectivity,
			polarity, threads, size);
	}

	/** Everything that the objects depend on, for resuming. */
	String text() {
		return "threshold=" + threshold + (peak > 0 ? " peak=" + peak : "") +
			" min_voxels=" + minVoxels + " connectivity=" + connectivity
				.neighbours() + " polarity=" + polarity.map(rule -> rule.name()
					.toLowerCase(Locale.ROOT)).orElse("no");
	}
}
