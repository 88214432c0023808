
package org.twostream.phantom;

import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;

/**
 * What phantom to make. The tissue depends on the seed and the densities only:
 * other sizes and voxel sizes show other parts of the same tissue.
 *
 * @param xSize voxels along x, at least 1
 * @param ySize voxels along y, at least 1
 * @param zSize sections, at least 1
 * @param voxelSize nm
 * @param target what the truth written beside the raw volume names
 * @param seed of the tissue
 * @param mitochondria wanted part of the voxels, 0..0.12
 * @param lookAlikes dense bodies that are not mitochondria per cubic
 *          micrometre, 0..8
 * @param synapses per cubic micrometre, 0..6
 */
public record PhantomSettings(long xSize, long ySize, long zSize,
		VoxelSize voxelSize, Target target, Seed seed, double mitochondria,
		double lookAlikes, double synapses) {

	/** Part of the voxels that mitochondria fill in cortex, the default. */
	public static final double MITOCHONDRIA = 0.076;
	/**
	 * Default look-alikes per cubic micrometre: about as many as mitochondria.
	 */
	public static final double LOOK_ALIKES = 6;
	/** Default synapses per cubic micrometre. */
	public static final double SYNAPSES = 2;

	/**
	 * @throws UserError if a size or a density is out of range
	 */
	public PhantomSettings {
		if (xSize < 1 || ySize < 1 || zSize < 1) throw new UserError(
			"Phantom size " + xSize + "," + ySize + "," + zSize +
				" is not three positive numbers; give size=x,y,z in voxels.");
		check("mitochondria", mitochondria, 0.12);
		check("look-alikes", lookAlikes, 8);
		check("synapses", synapses, 6);
	}

	/** With the default densities. */
	public PhantomSettings(final long xSize, final long ySize, final long zSize,
		final VoxelSize voxelSize, final Target target, final Seed seed)
	{
		this(xSize, ySize, zSize, voxelSize, target, seed, MITOCHONDRIA,
			LOOK_ALIKES, SYNAPSES);
	}

	private static void check(final String what, final double value,
		final double most)
	{
		if (!(value >= 0 && value <= most)) throw new UserError("Density of " +
			what + " " + value + " is not within 0 and " + most +
			"; choose a value in that range.");
	}
}
