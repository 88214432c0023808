
package org.twostream.loop;

import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.review.Find;
import org.twostream.review.Verdict;
import org.twostream.roi.ObjectMask;

/**
 * An object that a proposal lacks, as one or several annotators marked it.
 *
 * @param id after those of the ROIs
 * @param mask empty for a bare point
 * @param marks by time, one or more; the first says where it is
 */
record MissedObject(long id, Optional<ObjectMask> mask, List<Verdict> marks) {

	/** Encloses the object, or is the one voxel; voxels. */
	Box box() {
		return mask.map(ObjectMask::box).orElseGet(() -> new Box(place().x(),
			place().y(), place().z(), place().x() + 1, place().y() + 1, place().z() +
				1));
	}

	/** The voxel that was marked first. */
	Find place() {
		return marks.get(0).find().orElseThrow();
	}

	/** Who marked it, by name. */
	List<String> annotators() {
		return marks.stream().map(Verdict::annotator).distinct().sorted().toList();
	}

	/** With one more mark. */
	MissedObject and(final Verdict mark) {
		return new MissedObject(id, mask, java.util.stream.Stream.concat(marks
			.stream(), java.util.stream.Stream.of(mark)).sorted(java.util.Comparator
				.comparing(Verdict::time)).toList());
	}
}
