
package org.twostream.block;

import java.io.Serializable;

import org.twostream.core.Box;

/**
 * One block of a {@link BlockGrid}.
 *
 * @param index place in the grid, from 0, x fastest, then y, then z
 * @param core voxels that this block and no other answers for
 * @param outer the core grown by the halo: voxels that the block may look at
 */
public record Block(int index, Box core, Box outer) implements Serializable {
}
