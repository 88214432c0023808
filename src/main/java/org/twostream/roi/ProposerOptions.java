
package org.twostream.roi;

import java.util.Optional;
import java.util.OptionalDouble;

import org.twostream.core.UserError;
import org.twostream.roi.split.Splitter;

/**
 * What {@link Proposer} does.
 *
 * @param labelling what counts as an object
 * @param patchNm side of the square that a patch shows; empty: fits the
 *          95th-percentile object
 * @param scale whether all patches show squares of that side
 * @param splitter how objects that touch are split; empty: they are not
 */
public record ProposerOptions(LabellingOptions labelling,
		OptionalDouble patchNm, PatchScale scale, Optional<Splitter> splitter) {

	/**
	 * @throws UserError if patchNm is given and not positive
	 */
	public ProposerOptions {
		if (patchNm.isPresent() && !(patchNm.getAsDouble() > 0 && Double.isFinite(
			patchNm.getAsDouble()))) throw new UserError("patch_nm=" + patchNm
				.getAsDouble() +
				" is not a positive number; give the side of a patch in nm.");
		if (splitter.isPresent() && labelling.polarity().isPresent())
			throw new UserError("split=" + splitter.get().text() +
				" is for targets of one channel, not for polarity; leave split out.");
	}

	/** All patches of one scale, nothing split. */
	public ProposerOptions(final LabellingOptions labelling,
		final OptionalDouble patchNm)
	{
		this(labelling, patchNm, PatchScale.KEPT, Optional.empty());
	}
}
