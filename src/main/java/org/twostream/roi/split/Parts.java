
package org.twostream.roi.split;

import java.util.Arrays;

/**
 * The parts of an object, numbered from 0 in the order of their first voxels.
 *
 * @param count 1 or more
 * @param of the part of each voxel, by its number in {@link ObjectVoxels};
 *          empty where there is one part
 */
public record Parts(int count, int[] of) {

	/** An object that is one part. */
	public static final Parts WHOLE = new Parts(1, new int[0]);

	/** Whether there is one part. */
	public boolean isWhole() {
		return count == 1;
	}

	/**
	 * @param label of each voxel, any numbers from 0 to below most
	 */
	static Parts numbered(final int[] label, final int most) {
		final int[] number = new int[most];
		Arrays.fill(number, -1);
		final int[] of = new int[label.length];
		int count = 0;
		for (int i = 0; i < of.length; i++) {
			if (number[label[i]] < 0) number[label[i]] = count++;
			of[i] = number[label[i]];
		}
		return count <= 1 ? WHOLE : new Parts(count, of);
	}
}
