
package org.twostream.segment;

import org.twostream.core.Box;
import org.twostream.core.Target;
import org.twostream.volume.EmVolume;

/**
 * Where an ROI is.
 *
 * @param id its number; its voxels in a label volume have this id, or for
 *          polarity 2 id - 1 (pre) and 2 id (post)
 * @param box encloses its mask, voxels
 */
public record RoiRegion(long id, Box box) {

	/**
	 * The mask in some box of the labels as {@link TargetCodes}; a box that
	 * reaches beyond the volume is background there.
	 */
	byte[] mask(final EmVolume labels, final Box area, final Target target) {
		final byte[] mask = new byte[area.arrayLength()];
		final Box inside = area.intersect(labels.info().box()).intersect(box);
		if (inside.isEmpty()) return mask;
		final long[] ids = labels.ids(0, inside);
		int i = 0;
		for (long z = inside.zMin(); z < inside.zMax(); z++)
			for (long y = inside.yMin(); y < inside.yMax(); y++) {
				final int row = (int) (((z - area.zMin()) * area.ySize() + y - area
					.yMin()) * area.xSize() - area.xMin());
				for (long x = inside.xMin(); x < inside.xMax(); x++)
					mask[(int) (row + x)] = code(ids[i++], target);
			}
		return mask;
	}

	private byte code(final long value, final Target target) {
		if (target != Target.POLARITY) return value == id ? TargetCodes.FIRST
			: TargetCodes.BACKGROUND;
		if (value == 2 * id - 1) return TargetCodes.FIRST;
		return value == 2 * id ? TargetCodes.SECOND : TargetCodes.BACKGROUND;
	}
}
