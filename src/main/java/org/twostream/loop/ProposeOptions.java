
package org.twostream.loop;

import java.util.List;

import org.twostream.core.Json;
import org.twostream.core.UserError;

/**
 * Keys of {@code propose}; "" and 0 mean the default.
 *
 * @param prediction number of the prediction or URI of one made elsewhere,
 *          default the newest
 * @param threshold 0..1, or recall:R
 * @param peak highest probability that an object must reach somewhere, 0..1
 * @param minVoxels smallest object kept, default by target
 * @param connectivity 6, 18 or 26
 * @param smallPieces of a side, polarity only: removed or kept
 * @param exclusive polarity only: whether the channels are background, pre and
 *          post, of which each voxel has one: yes or no
 * @param patchNm side of the square a patch shows, default fits the
 *          95th-percentile object
 * @param patchScale kept or normalised
 * @param split none, probability or distance
 * @param splitDepth least depth of a valley between two parts: 0..1 of
 *          probability, nm of distance
 */
public record ProposeOptions(String prediction, String threshold, double peak,
		int minVoxels, int connectivity, String smallPieces, String exclusive,
		double patchNm, String patchScale, String split, double splitDepth,
		Compute compute) {

	/** Without a peak, patches of one scale, nothing split. */
	public ProposeOptions(final String prediction, final String threshold,
		final int minVoxels, final int connectivity, final double patchNm,
		final Compute compute)
	{
		this(prediction, threshold, 0, minVoxels, connectivity, "removed", "no",
			patchNm, "kept", "none", 0, compute);
	}

	/**
	 * As an earlier proposal was made.
	 *
	 * @param settings in its record
	 */
	static ProposeOptions recorded(final Json settings, final String prediction,
		final double patchNm, final Compute compute)
	{
		return new ProposeOptions(prediction, Double.toString(settings.number(
			"threshold")), settings.number("peak", 0), (int) settings.integer(
				"min_voxels"), (int) settings.integer("connectivity"), settings.string(
					"small_pieces", "removed"), settings.string("exclusive", "no"),
			patchNm, settings.string("patch_scale", "kept"), settings.string("split",
				"none"), settings.number("split_depth", 0), compute);
	}

	/**
	 * Whether channels are exclusive classes.
	 *
	 * @throws UserError if it is neither yes nor no
	 */
	boolean isExclusive() {
		if (!List.of("yes", "no").contains(exclusive)) throw new UserError(
			"exclusive=" + exclusive + " is neither yes nor no; choose one of them.");
		return exclusive.equals("yes");
	}

	/** The same of another prediction. */
	ProposeOptions of(final String other) {
		return new ProposeOptions(other, threshold, peak, minVoxels, connectivity,
			smallPieces, exclusive, patchNm, patchScale, split, splitDepth, compute);
	}

	/** The same at another threshold. */
	ProposeOptions at(final double newThreshold) {
		return new ProposeOptions(prediction, Double.toString(newThreshold), peak,
			minVoxels, connectivity, smallPieces, exclusive, patchNm, patchScale,
			split, splitDepth, compute);
	}
}
