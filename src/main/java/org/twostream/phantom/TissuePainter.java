
package org.twostream.phantom;

import java.util.Arrays;

import org.twostream.core.VoxelSize;
import org.twostream.phantom.PhantomKnobs.Stain;

/** Paints cytoplasm and membranes of a tile. For one thread. */
final class TissuePainter {

	/** Depth to which distance from the membrane matters, nm. */
	private static final double DEPTH = 50;
	/** Bent space is at most so much longer, roughly. */
	private static final double STRETCH = 1.5;

	/** Wavelengths of textures, nm. */
	private static final double FINEST = 12;
	private static final double FINE = 24;
	/** Wavelength of membranes inside cytoplasm, nm. */
	private static final float FOLDS = 170;

	private final Neurites neurites;
	private final NeuriteProbe probe;
	private final Stain stain;
	private final float membrane;
	private final float peak;
	private final Noise finest;
	private final Noise fine;
	private final Noise middle;
	private final Noise coarse;
	private final Noise folds;
	private final Noise patches;
	private final double[][] corner = new double[9][3];

	TissuePainter(final Neurites neurites, final PhantomKnobs knobs,
		final long key, final VoxelSize voxel)
	{
		this.neurites = neurites;
		probe = new NeuriteProbe(neurites);
		stain = knobs.stain();
		final double width = knobs.tissue().membrane();
		membrane = (float) Math.sqrt(width * width + 0.5 * voxel.x() * voxel.x());
		peak = (float) (0.97 * width / membrane);
		finest = new Noise(Hash.of(key, 0), FINEST);
		fine = new Noise(Hash.of(key, 1), FINE);
		middle = new Noise(Hash.of(key, 2), 58);
		coarse = new Noise(Hash.of(key, 3), 420);
		folds = new Noise(Hash.of(key, 4), FOLDS);
		patches = new Noise(Hash.of(key, 5), 300);
	}

	/** Finds places in bent space and neurites, and paints nothing. */
	void locate(final Tile tile) {
		walk(tile, false);
	}

	void paint(final Tile tile) {
		Arrays.fill(tile.grain, 0);
		Arrays.fill(tile.value, 0);
		Arrays.fill(tile.folds, 0);
		Arrays.fill(tile.patches, 0);
		final double step = tile.voxel.x();
		for (int row = 0; row < tile.size; row++) {
			final int at = row * tile.size;
			finest.addRow(tile.grain, at, tile.size, tile.x(0), step, tile.y(row),
				tile.z(), seen(stain.dust(), FINEST, step));
			fine.addRow(tile.grain, at, tile.size, tile.x(0), step, tile.y(row), tile
				.z(), seen(stain.grain(), FINE, step));
			middle.addRow(tile.grain, at, tile.size, tile.x(0), step, tile.y(row),
				tile.z(), (float) stain.clumps());
			coarse.addRow(tile.value, at, tile.size, tile.x(0), step, tile.y(row),
				tile.z(), (float) stain.clouds());
			folds.addRow(tile.folds, at, tile.size, tile.x(0), step, tile.y(row), tile
				.z(), 1);
			patches.addRow(tile.patches, at, tile.size, tile.x(0), step, tile.y(row),
				tile.z(), 1);
		}
		walk(tile, true);
	}

	private void walk(final Tile tile, final boolean paint) {
		final int pitch = tile.size / 2;
		for (int k = 0; k < 9; k++)
			neurites.warp().apply(tile.x(k % 3 * pitch - 0.5), tile.y(k / 3 * pitch -
				0.5), tile.z(), corner[k]);
		final double[] centre = corner[4];
		final double radius = STRETCH * 0.5 * tile.size * Math.sqrt(tile.voxel.x() *
			tile.voxel.x() + tile.voxel.y() * tile.voxel.y());
		probe.aim(centre[0], centre[1], centre[2], radius, DEPTH);
		long last = 0;
		float shade = 0;
		float graininess = 0;
		for (int row = 0; row < tile.size; row++)
			for (int column = 0; column < tile.size; column++) {
				final int i = row * tile.size + column;
				bend(tile, i, column, row, pitch);
				probe.bent(tile.bentX[i], tile.bentY[i], tile.bentZ[i]);
				final long neurite = probe.neurite();
				tile.neurite[i] = neurite;
				if (!paint) continue;
				if (neurite != last) {
					last = neurite;
					shade = neurites.shade(probe.region(), neurite);
					graininess = neurites.graininess(neurite);
				}
				tile.value[i] += shade + graininess * tile.grain[i];
				reticulum(tile, i);
				final float sheet = Profile.sheet((float) probe.depth(), membrane, tile
					.half() * probe.slope());
				if (sheet > 0) tile.cover(i, (float) stain.membrane() + 0.3f *
					tile.grain[i], peak * sheet);
			}
	}

	/** What is left of a texture in voxels that average over their width. */
	private static float seen(final double amplitude, final double wavelength,
		final double width)
	{
		return (float) (amplitude / (1 + 1.44 * width * width / (wavelength *
			wavelength)));
	}

	/** Membranes of the reticulum: where a slow field passes through 0. */
	private void reticulum(final Tile tile, final int i) {
		final float there = Profile.step(tile.patches[i] - 0.3f, 0.12f);
		if (there == 0) return;
		final int x = i % tile.size;
		final int y = i / tile.size;
		final int left = x > 0 ? i - 1 : i;
		final int right = x < tile.size - 1 ? i + 1 : i;
		final int above = y > 0 ? i - tile.size : i;
		final int below = y < tile.size - 1 ? i + tile.size : i;
		final float gx = (tile.folds[right] - tile.folds[left]) / ((right - left) *
			(float) tile.voxel.x());
		final float gy = (tile.folds[below] - tile.folds[above]) / ((below -
			above) / tile.size * (float) tile.voxel.y());
		final float slope = (float) Math.sqrt(gx * gx + gy * gy);
		// Where the field is flat, its membranes would lie in the section.
		final float upright = Profile.step(slope * FOLDS - 1, 0.8f);
		if (upright == 0) return;
		final float line = Profile.sheet(tile.folds[i] / slope, 7, 5);
		tile.value[i] -= (float) stain.reticulum() * there * upright * line;
	}

	/** Bent places between the corners, one of which is every half tile. */
	private void bend(final Tile tile, final int i, final int column,
		final int row, final int pitch)
	{
		final int k = column / pitch + 3 * (row / pitch);
		final double tx = (column % pitch + 0.5) / pitch;
		final double ty = (row % pitch + 0.5) / pitch;
		final double a = (1 - tx) * (1 - ty);
		final double b = tx * (1 - ty);
		final double c = (1 - tx) * ty;
		final double d = tx * ty;
		final double[] p = corner[k];
		final double[] q = corner[k + 1];
		final double[] r = corner[k + 3];
		final double[] s = corner[k + 4];
		tile.bentX[i] = a * p[0] + b * q[0] + c * r[0] + d * s[0];
		tile.bentY[i] = a * p[1] + b * q[1] + c * r[1] + d * s[1];
		tile.bentZ[i] = a * p[2] + b * q[2] + c * r[2] + d * s[2];
	}
}
