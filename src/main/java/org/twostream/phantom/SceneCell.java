
package org.twostream.phantom;

import java.util.List;

/**
 * What has its centre in one cube of the tissue.
 *
 * @param organelles everything that is painted
 * @param hulls the places that are taken
 */
record SceneCell(List<Organelle> organelles, List<Hull> hulls) {

	/** Edge of the cube, nm; nothing reaches farther than half of it. */
	static final double EDGE = 1000;

	/** Most objects of one target that a cube holds. */
	static final int MOST = 64;
}
