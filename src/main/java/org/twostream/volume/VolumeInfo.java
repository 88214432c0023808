
package org.twostream.volume;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * What a volume is, without its voxels.
 *
 * @param xSize voxels along x
 * @param ySize voxels along y
 * @param zSize sections
 * @param channels 1 or more
 * @param type voxel type as stored
 * @param voxelSize nm, empty where the file does not say
 * @param xChunk preferred block along x: reading whole chunks is cheapest
 * @param yChunk preferred block along y
 * @param zChunk preferred block along z
 */
public record VolumeInfo(long xSize, long ySize, long zSize, int channels,
		PixelType type, Optional<VoxelSize> voxelSize, int xChunk, int yChunk,
		int zChunk) {

	/** All voxels: 0..size. */
	public Box box() {
		return Box.ofSize(xSize, ySize, zSize);
	}
}
