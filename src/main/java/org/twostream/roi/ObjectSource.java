
package org.twostream.roi;

import java.io.Serializable;
import java.util.Optional;

import org.twostream.block.Block;

/**
 * Where the voxels of objects come from, block by block. The same block always
 * gives the same voxels: they are read once to find objects and once more to
 * write labels. Thread-safe; a copy in another process gives the same voxels.
 */
@FunctionalInterface
interface ObjectSource extends Serializable {

	/**
	 * The voxels of the block's core, x fastest. The probabilities may be
	 * overwritten by the next read of the same thread.
	 */
	BlockVoxels read(Block block);

	/**
	 * The voxels of a block.
	 *
	 * @param linked voxels that touch are one object
	 * @param sides which linked voxels belong to the object's mask: 0 none, 1
	 *          pre-synaptic, 2 post-synaptic; without sides the mask is all
	 *          linked voxels
	 * @param probability 0..255, of the voxels of the mask, of the others
	 *          anything; without it neither probabilities nor hashes of masks are
	 *          gathered
	 */
	record BlockVoxels(RowBits linked, Optional<byte[]> sides,
			Optional<byte[]> probability) {
	}
}
