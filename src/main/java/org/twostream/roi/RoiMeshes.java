
package org.twostream.roi;

import org.twostream.core.VoxelSize;
import org.twostream.roi.mesh.Decimation;
import org.twostream.roi.mesh.MarchingCubes;
import org.twostream.roi.mesh.Mesh;
import org.twostream.volume.EmVolume;

/** Surfaces of ROIs, from their label volume. Thread-safe. */
public final class RoiMeshes {

	private final RoiMasks masks;
	private final VoxelSize size;
	private final double error;

	/**
	 * @param labels the ROIs' label volume
	 * @param sides whether ROI n is 2n-1 (pre) and 2n (post) there, or n; the
	 *          surface is of both
	 * @param size of a voxel, nm
	 * @param error of thinning out, nm; 0 thins nothing out
	 */
	public RoiMeshes(final EmVolume labels, final boolean sides,
		final VoxelSize size, final double error)
	{
		masks = new RoiMasks(labels, sides);
		this.size = size;
		this.error = error;
	}

	/**
	 * The surface of an ROI, in nm from the corner of the volume.
	 *
	 * @throws org.twostream.core.UserError if the labels cannot be read
	 */
	public Mesh of(final Roi roi) {
		return Decimation.of(MarchingCubes.of(roi.box(), size, masks.sections(roi)),
			error);
	}
}
