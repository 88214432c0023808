
package org.twostream.review.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.roi.Roi;

/**
 * One picture of a strip through an object: a square of a section, with the
 * surroundings of the object.
 *
 * @param window voxels of the square, which may reach beyond the volume; one
 *          section
 * @param inside the part that lies in the volume
 * @param best whether it is the section of the aligned patch
 */
public record SectionFrame(Box window, Box inside, boolean best) {

	/** How much larger than the object a square is. */
	private static final double CONTEXT = 1.8;

	/** Section, voxels. */
	public long z() {
		return window.zMin();
	}

	/**
	 * A strip through an object: its sections and one beyond each end, evenly
	 * picked where there are more than wanted, the best one always among them.
	 *
	 * @param volume all voxels
	 * @param least least side of the square, nm
	 * @param most pictures, 3 or more
	 */
	public static List<SectionFrame> strip(final Roi roi, final Box volume,
		final VoxelSize voxel, final double least, final int most)
	{
		final Box b = roi.box();
		final double side = Math.max(least, CONTEXT * Math.max(b.xSize() * voxel
			.x(), b.ySize() * voxel.y()));
		final long x = Math.max(1, Math.round(side / voxel.x() / 2));
		final long y = Math.max(1, Math.round(side / voxel.y() / 2));
		final long xMiddle = (b.xMin() + b.xMax()) / 2;
		final long yMiddle = (b.yMin() + b.yMax()) / 2;
		return sections(roi, volume, most).stream().map(z -> new Box(xMiddle - x,
			yMiddle - y, z, xMiddle + x, yMiddle + y, z + 1)).map(
				w -> new SectionFrame(w, w.intersect(volume), w.zMin() == roi
					.bestSlice())).toList();
	}

	private static List<Long> sections(final Roi roi, final Box volume,
		final int most)
	{
		final long first = Math.max(volume.zMin(), roi.box().zMin() - 1);
		final long last = Math.min(volume.zMax() - 1, roi.box().zMax());
		if (last - first < most) return LongStream.rangeClosed(first, last).boxed()
			.toList();
		final TreeSet<Long> picked = LongStream.range(0, most).map(i -> first + Math
			.round(i * (last - first) / (most - 1.0))).boxed().collect(Collectors
				.toCollection(TreeSet::new));
		if (!picked.contains(roi.bestSlice())) {
			final List<Long> inner = new ArrayList<>(picked).subList(1, picked
				.size() - 1);
			picked.remove(inner.stream().min((a, c) -> Long.compare(Math.abs(a - roi
				.bestSlice()), Math.abs(c - roi.bestSlice()))).orElseThrow());
			picked.add(roi.bestSlice());
		}
		return List.copyOf(picked);
	}
}
