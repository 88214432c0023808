
package org.twostream.phantom;

import org.twostream.core.Target;

/**
 * Something in the tissue, bounded by a ball in tissue space (nm). Immutable,
 * thread-safe.
 */
interface Organelle {

	double x();

	double y();

	double z();

	/** Radius of the ball, nm. */
	double reach();

	/**
	 * What is painted over what: higher layers cover lower ones; things in one
	 * layer do not overlap or do not mind.
	 */
	int layer();

	/** Paints what the tile's section shows of this. */
	void paint(Tile tile);

	/** Whether this is an object of that target. */
	boolean is(Target target);

	/** Writes truth ids into the tile's voxels. */
	void label(Target target, Tile tile);
}
