
package org.twostream.review.export;

import java.util.Arrays;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/**
 * The mask of one ROI in its best section, to be drawn as an outline.
 *
 * @param roi with its answer
 * @param part one section of its box
 * @param mask of that part, x fastest: whether a voxel is of the ROI
 */
public record SectionMask(ExportedRoi roi, Box part, boolean[] mask) {

	/**
	 * @param labels ids of the ROIs
	 * @param sides whether ROI n has the labels 2n-1 and 2n
	 */
	public static SectionMask read(final ExportedRoi roi, final EmVolume labels,
		final boolean sides)
	{
		final Box b = roi.roi().box();
		final long z = roi.roi().bestSlice();
		final Box part = new Box(b.xMin(), b.yMin(), z, b.xMax(), b.yMax(), z + 1);
		final long[] ids = labels.ids(0, part);
		final boolean[] mask = new boolean[ids.length];
		for (int i = 0; i < ids.length; i++)
			mask[i] = (sides ? (ids[i] + 1) / 2 : ids[i]) == roi.roi().id();
		return new SectionMask(roi, part, mask);
	}

	/** Such as "00012 True", which sorts by id. */
	public String name() {
		return String.format("%05d %s", roi.roi().id(), roi.answerText()).trim();
	}

	/** {@code #rrggbb}. */
	public String colour() {
		return roi.colour();
	}

	/** Whether the labels hold nothing there, as where they were changed. */
	public boolean isEmpty() {
		for (final boolean inside : mask)
			if (inside) return false;
		return true;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof SectionMask m && roi.equals(m.roi) && part.equals(
			m.part) && Arrays.equals(mask, m.mask);
	}

	@Override
	public int hashCode() {
		return 31 * part.hashCode() + Arrays.hashCode(mask);
	}
}
