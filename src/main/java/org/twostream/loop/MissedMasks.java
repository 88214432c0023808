
package org.twostream.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.UserError;
import org.twostream.review.Find;
import org.twostream.review.Verdict;
import org.twostream.review.session.ProposalSettings;
import org.twostream.roi.ObjectAt;
import org.twostream.roi.ObjectMask;
import org.twostream.volume.EmVolume;

/**
 * Makes the masks of marked objects again, each out of the prediction and the
 * proposal in which it was found. Not thread-safe.
 */
final class MissedMasks implements AutoCloseable {

	private final RoiSet current;
	private final Map<String, Optional<ObjectAt>> objects = new HashMap<>();
	private final List<EmVolume> open = new ArrayList<>();

	/** @param current the proposal where the one of then is gone */
	MissedMasks(final RoiSet current) {
		this.current = current;
	}

	/**
	 * The mask of a marked object; empty for a bare point, and where the
	 * prediction is not at hand.
	 */
	Optional<ObjectMask> of(final Verdict mark) {
		final Find f = mark.find().orElseThrow();
		if (f.isPoint() || f.prediction().isEmpty()) return Optional.empty();
		final String proposal = mark.anchor().proposal();
		return objects.computeIfAbsent(proposal + " " + f.prediction(),
			key -> objects(then(proposal, f.prediction()), f.prediction())).flatMap(
				o -> o.again(f.x(), f.y(), f.z(), f.threshold()));
	}

	private RoiSet then(final String proposal, final String prediction) {
		final Project project = current.project();
		if (proposal.equals(current.id()) || !project.finished(Kind.ROIS).contains(
			proposal)) return current;
		final RoiSet then = RoiSet.of(project, proposal);
		return then.proposal().prediction().equals(prediction) ? then : current;
	}

	private Optional<ObjectAt> objects(final RoiSet rois,
		final String prediction)
	{
		final Project project = rois.project();
		final ProposalSettings proposal = rois.proposal();
		final EmVolume probability;
		try {
			probability = rois.probability(prediction.matches("\\d+") ? project.path(
				Kind.PREDICTION, prediction).toString() : project.uri(prediction));
		}
		catch (final UserError e) {
			return Optional.empty(); // moved or deleted: its places remain as points
		}
		open.add(probability);
		final EmVolume labels = rois.labels();
		open.add(labels);
		return Optional.of(new ObjectAt(probability, Optional.of(labels), proposal
			.labelling(), rois.table().voxelSize(), ObjectAt.mostVoxels(rois.table(),
				proposal.labelling().minVoxels())));
	}

	@Override
	public void close() {
		open.forEach(EmVolume::close);
	}
}
