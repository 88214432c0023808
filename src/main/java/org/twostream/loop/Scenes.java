
package org.twostream.loop;

import java.util.Optional;

import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.review.session.ReviewScene;
import org.twostream.volume.EmVolume;
import org.twostream.volume.chunked.ChunkedArray;

/** What review windows draw, out of a project. */
final class Scenes {

	private static final int PIXELS = 112 * 112;

	private Scenes() {}

	/** The volumes and patches of a batch; the caller closes them. */
	static ReviewScene of(final ReviewStep.Batch batch) {
		final RoiSet rois = batch.rois();
		final Project project = rois.project();
		final ChunkedArray patches = rois.patches();
		return new ReviewScene(project.raw(), probability(rois), rois.labels(),
			project.info().target() == Target.POLARITY, row -> {
				final byte[] both = new byte[2 * PIXELS];
				patches.readRows(row, row + 1L, both);
				return both;
			}, rois.patchNm(), batch.suggestion().places(), Optional.of(rois
				.proposal()), () -> StoredMaps.of(batch), patches::close);
	}

	// One that was brought from outside may be gone; all else can be shown.
	private static Optional<EmVolume> probability(final RoiSet rois) {
		final Project project = rois.project();
		final String stored = project.record(Kind.ROIS, rois.id()).object(
			"settings").string("prediction", "");
		try {
			return stored.isEmpty() ? Optional.empty() : Optional.of(rois.probability(
				project.uri(stored)));
		}
		catch (final UserError e) {
			return Optional.empty();
		}
	}
}
