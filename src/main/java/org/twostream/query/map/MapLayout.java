
package org.twostream.query.map;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * A way to put points of many dimensions onto a plane. Thread-safe; the same
 * points and seed give the same plane.
 */
public interface MapLayout {

	/**
	 * Where the points lie on the plane, without a unit, about 0. The arrays are
	 * shared and not to be changed.
	 *
	 * @param x one per point
	 * @param y one per point
	 * @param about what the plane shows, a sentence
	 */
	record Plane(float[] x, float[] y, String about) {
	}

	/** The value of the key {@code layout}: umap, pca. */
	String name();

	/**
	 * @param points at least one, finite
	 * @throws org.twostream.core.Cancelled if the user asked to stop
	 */
	Plane lay(Matrix points, Seed seed, Progress progress);
}
