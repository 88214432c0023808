
package org.twostream.review.map;

/** What shows a {@link ReviewMap}. Called on its event thread. */
public interface MapSurface {

	/** Something to be seen is different. */
	void changed();
}
