
package org.twostream.review.session;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.twostream.core.UserError;
import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.volume.EmVolume;

/**
 * The data that windows draw. Volumes are read box by box as needed, never as a
 * whole.
 *
 * @param raw 8 bit
 * @param probability 8 bit, 0..255 for 0..1; channels as the target needs;
 *          empty where the prediction is not at hand
 * @param labels masks by id; of polarity 2n-1 and 2n for ROI n
 * @param polarity whether labels are sides
 * @param patches aligned patches by row
 * @param patchNm side of the square that a patch shows, nm
 * @param places of every row in the clusters of the batch
 * @param proposal how the ROIs were found in that prediction; empty where that
 *          is not known, and missed objects are bare points
 * @param map reads or makes the map of the embeddings, which takes seconds;
 *          throws {@link UserError} where there are none
 */
public record ReviewScene(EmVolume raw, Optional<EmVolume> probability,
		EmVolume labels, boolean polarity, PatchReader patches, double patchNm,
		List<Place> places, Optional<ProposalSettings> proposal,
		Supplier<EmbeddingMap> map, Runnable onClose) implements Closeable {

	/** Without a map. */
	public ReviewScene(final EmVolume raw, final Optional<EmVolume> probability,
		final EmVolume labels, final boolean polarity, final PatchReader patches,
		final double patchNm, final List<Place> places,
		final Optional<ProposalSettings> proposal, final Runnable onClose)
	{
		this(raw, probability, labels, polarity, patches, patchNm, places, proposal,
			() -> {
				throw new UserError(
					"There is no map of these ROIs; run encode and map first.");
			}, onClose);
	}

	/** Without a map and the proposal's settings. */
	public ReviewScene(final EmVolume raw, final Optional<EmVolume> probability,
		final EmVolume labels, final boolean polarity, final PatchReader patches,
		final double patchNm, final List<Place> places, final Runnable onClose)
	{
		this(raw, probability, labels, polarity, patches, patchNm, places, Optional
			.empty(), onClose);
	}

	@Override
	public void close() {
		raw.close();
		probability.ifPresent(EmVolume::close);
		labels.close();
		onClose.run();
	}
}
