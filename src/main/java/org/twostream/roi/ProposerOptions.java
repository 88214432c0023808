
package org.twostream.roi;

import java.util.OptionalDouble;

import org.twostream.core.UserError;

/**
 * What {@link Proposer} does.
 *
 * @param labelling what counts as an object
 * @param patchNm side of the square that a patch shows; empty: fits the
 *          95th-percentile object
 */
public record ProposerOptions(LabellingOptions labelling,
		OptionalDouble patchNm) {

	/**
	 * @throws UserError if patchNm is given and not positive
	 */
	public ProposerOptions {
		if (patchNm.isPresent() && !(patchNm.getAsDouble() > 0 && Double.isFinite(
			patchNm.getAsDouble()))) throw new UserError("patch_nm=" + patchNm
				.getAsDouble() +
				" is not a positive number; give the side of a patch in nm.");
	}
}
