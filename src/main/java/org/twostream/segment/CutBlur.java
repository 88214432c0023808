
package org.twostream.segment;

import java.util.SplittableRandom;

/**
 * With probability ½ a coarser cuboid of 0.4 of each edge: reduced along x and
 * y by an even draw of 2..8 (means of areas) and enlarged again by repetition
 * (code of 2020; reference model.md 1.5).
 *
 * @param isotropic whether along z too
 */
record CutBlur(boolean isotropic) implements Augmentation {

	private static final double SHARE = 0.4;
	private static final double LEAST = 2;
	private static final double MOST = 8;

	@Override
	public String name() {
		return "cut-blur";
	}

	@Override
	public void change(final Sample sample, final SplittableRandom random) {
		if (random.nextDouble() >= 0.5) return;
		final WindowSize w = sample.window();
		final Cuboid cut = Cuboid.of(w, SHARE, random);
		final double factor = random.nextDouble(LEAST, MOST);
		final float[] image = sample.image();
		final int row = w.x();
		final int plane = row * w.y();
		// One axis after the other: the mean of a cell is the mean of its means.
		for (int z = cut.zMin(); z < cut.zMax(); z++) {
			for (int y = cut.yMin(); y < cut.yMax(); y++)
				coarsen(image, z * plane + y * row + cut.xMin(), 1, cut.xMax() - cut
					.xMin(), factor);
			for (int x = cut.xMin(); x < cut.xMax(); x++)
				coarsen(image, z * plane + cut.yMin() * row + x, row, cut.yMax() - cut
					.yMin(), factor);
		}
		if (isotropic) for (int y = cut.yMin(); y < cut.yMax(); y++)
			for (int x = cut.xMin(); x < cut.xMax(); x++)
				coarsen(image, cut.zMin() * plane + y * row + x, plane, cut.zMax() - cut
					.zMin(), factor);
	}

	/** A line of voxels becomes a line of cells, each of one value. */
	private static void coarsen(final float[] image, final int from,
		final int step, final int length, final double factor)
	{
		final int cells = Math.max(1, (int) (length / factor));
		final float[] means = new float[cells];
		final double edge = (double) length / cells;
		for (int c = 0; c < cells; c++) {
			final double end = (c + 1) * edge;
			double sum = 0;
			for (double at = c * edge; at < end - 1e-9;) {
				final int i = (int) (at + 1e-9);
				final double to = Math.min(i + 1, end);
				sum += (to - at) * image[from + Math.min(i, length - 1) * step];
				at = to;
			}
			means[c] = (float) (sum / edge);
		}
		for (int i = 0; i < length; i++)
			image[from + i * step] = means[Math.min(cells - 1, (int) ((i + 0.5) *
				cells / length))];
	}
}
