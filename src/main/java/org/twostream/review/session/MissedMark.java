
package org.twostream.review.session;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.review.Find;
import org.twostream.review.Verdict;
import org.twostream.roi.ObjectMask;

/**
 * A place where annotators marked an object that the proposal lacks, as windows
 * draw it. Immutable.
 *
 * @param verdict that marked it
 * @param mask of the object; empty for a bare point, while it is still looked
 *          for, and where the prediction it was found in is not at hand
 */
public record MissedMark(Verdict verdict, Optional<ObjectMask> mask) {

	/** The voxel that was marked, and how its object was found. */
	public Find place() {
		return verdict.find().orElseThrow();
	}

	/** Encloses the object, or is the one voxel; voxels. */
	public Box box() {
		return verdict.anchor().box();
	}

	/** Who marked it. */
	public String annotator() {
		return verdict.annotator();
	}

	/**
	 * Draws it.
	 *
	 * @param area voxels, any box, such as one section
	 * @return of that box, x fastest: 1 in the object, 2 on a post-synaptic side,
	 *         else 0; of an object without a mask the marked voxel is 1
	 */
	public byte[] mask(final Box area) {
		final byte[] voxels = new byte[area.arrayLength()];
		final Find p = place();
		if (mask.isPresent()) mask.get().paint(area, voxels);
		else if (area.contains(p.x(), p.y(), p.z())) voxels[(int) ((p.z() - area
			.zMin()) * area.ySize() + p.y() - area.yMin()) * (int) area.xSize() +
			(int) (p.x() - area.xMin())] = 1;
		return voxels;
	}
}
