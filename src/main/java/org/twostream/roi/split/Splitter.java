
package org.twostream.roi.split;

import java.io.Serializable;

/**
 * A way to split an object. Depends on the object only; immutable; thread-safe.
 */
public interface Splitter extends Serializable {

	/** Voxels that an object must have to be split at all. */
	long leastVoxels();

	/** @return the parts, one for an object that stays whole */
	Parts split(ObjectVoxels object);

	/**
	 * Everything that decides the parts, as one line, for a run that goes on.
	 */
	String text();
}
