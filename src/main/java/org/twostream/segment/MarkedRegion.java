
package org.twostream.segment;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/**
 * A real object that is in no label volume, since no ROI had it.
 *
 * @param box encloses its mask, voxels
 * @param mask its voxels
 * @param bare whether only its place is known: the mask is a ball about it
 */
public record MarkedRegion(Box box, Mask mask, boolean bare) {

	/**
	 * Radius of the ball that surely is in the object about a bare point, nm:
	 * half a thin synaptic cleft with its densities.
	 */
	public static final double BALL_NM = 30;

	/** Voxels of an object. */
	@FunctionalInterface
	public interface Mask {

		/**
		 * @param area voxels, any box
		 * @param target of that box, x fastest: voxels of the object become 1,
		 *          those of a post-synaptic side 2
		 */
		void paint(Box area, byte[] target);
	}

	/** An object of which all voxels are known. */
	public static MarkedRegion of(final Box box, final Mask mask) {
		return new MarkedRegion(box, mask, false);
	}

	/** An object of which a voxel is known. */
	public static MarkedRegion point(final long x, final long y, final long z,
		final VoxelSize size)
	{
		return new MarkedRegion(new Box(x, y, z, x + 1, y + 1, z + 1), (area,
			target) -> {
			int i = 0;
			for (long c = area.zMin(); c < area.zMax(); c++)
				for (long b = area.yMin(); b < area.yMax(); b++)
					for (long a = area.xMin(); a < area.xMax(); a++, i++)
						if (Math.hypot(Math.hypot((a - x) * size.x(), (b - y) * size.y()),
							(c - z) * size.z()) <= BALL_NM) target[i] = TargetCodes.FIRST;
		}, true);
	}
}
