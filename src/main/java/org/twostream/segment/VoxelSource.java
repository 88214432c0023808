
package org.twostream.segment;

import org.twostream.core.Box;

/** Reads one channel of bytes from inside some volume; thread-safe. */
@FunctionalInterface
interface VoxelSource {

	/**
	 * @param box lies inside the volume
	 * @param target x fastest, at least {@code box.voxels()} long
	 */
	void read(Box box, byte[] target);
}
