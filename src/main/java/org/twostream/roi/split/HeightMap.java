
package org.twostream.roi.split;

import java.io.Serializable;

/** How high each voxel of an object lies; parts are its hills. */
interface HeightMap extends Serializable {

	/** @return of each voxel, 0 or more; not NaN */
	float[] of(ObjectVoxels object);

	/** What is high, one word. */
	String text();
}
