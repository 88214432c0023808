
package org.twostream.roi;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a component.
 *
 * @param parts ROIs without a number, in the order of their first voxels; the
 *          component itself if it stays whole
 * @param runs of the parts, numbered from 0; none if it stays whole
 * @param tooLarge whether it stays whole because it is larger than what is
 *          split
 */
record SplitObject(List<Roi> parts, PartRuns runs, boolean tooLarge)
		implements
			Serializable {

	static SplitObject whole(final Roi component, final boolean tooLarge) {
		return new SplitObject(List.of(component), PartRuns.NONE, tooLarge);
	}
}
