
package org.twostream.volume;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.VoxelSize;

/**
 * The resolutions at which a viewer draws an 8-bit volume. Immutable.
 *
 * @param levels the full resolution first, each about half as fine as the one
 *          before
 */
public record Pyramid(List<Level> levels) {

	/** Longest edge that needs no coarser level, voxels. */
	private static final long ENOUGH = 384;
	/** An axis is halved while its voxels are at most so much longer. */
	private static final double LONGER = 1.5;

	/**
	 * One resolution.
	 *
	 * @param fx voxels of the full resolution in one of these, along x; its first
	 *          voxel's centre lies at (fx - 1) / 2
	 * @param fy the same along y
	 * @param fz the same along z
	 */
	public record Level(EmVolume volume, double fx, double fy, double fz) {
	}

	/**
	 * How many voxels of the full resolution are one of a coarser one.
	 *
	 * @param x 1 or more
	 * @param y 1 or more
	 * @param z 1 or more
	 */
	public record Factors(int x, int y, int z) {

		/** One resolution further, for voxels of that size in the full one. */
		private Factors next(final VoxelSize full) {
			final Factors f = step(full.x() * x, full.y() * y, full.z() * z);
			return new Factors(x * f.x, y * f.y, z * f.z);
		}

		private static Factors step(final double x, final double y,
			final double z)
		{
			final double most = LONGER * Math.min(x, Math.min(y, z));
			return new Factors(x <= most ? 2 : 1, y <= most ? 2 : 1, z <= most ? 2
				: 1);
		}
	}

	public Pyramid {
		levels = List.copyOf(levels);
	}

	/**
	 * Resolutions for a volume to be written, the full one first, until it is
	 * seen as a whole; voxels become as long as wide, as in {@link #of}.
	 *
	 * @param voxel nm
	 */
	public static List<Factors> plan(final VolumeInfo info,
		final VoxelSize voxel)
	{
		final List<Factors> plan = new ArrayList<>(List.of(new Factors(1, 1, 1)));
		Factors last = plan.get(0);
		while ((double) info.xSize() / last.x > ENOUGH || (double) info.ySize() /
			last.y > ENOUGH || (double) info.zSize() / last.z > ENOUGH)
		{
			last = last.next(voxel);
			plan.add(last);
		}
		return plan;
	}

	/**
	 * The levels that are stored with the volume, then as many more, computed
	 * when they are read, as it takes to see it as a whole. Voxels become as long
	 * as wide on the way down: the long axis of an anisotropic volume is halved
	 * last.
	 *
	 * @param volume 8-bit
	 * @param voxel nm
	 * @throws org.twostream.core.UserError if the volume is not 8-bit
	 */
	public static Pyramid of(final EmVolume volume, final VoxelSize voxel) {
		final List<Level> levels = new ArrayList<>();
		levels.add(new Level(volume, 1, 1, 1));
		stored(volume, levels);
		Level last = levels.get(levels.size() - 1);
		while (longest(last.volume().info()) > ENOUGH) {
			final Factors f = Factors.step(voxel.x() * last.fx(), voxel.y() * last
				.fy(), voxel.z() * last.fz());
			last = new Level(new DownsampledVolume(last.volume(), f.x, f.y, f.z), last
				.fx() * f.x, last.fy() * f.y, last.fz() * f.z);
			levels.add(last);
		}
		return new Pyramid(levels);
	}

	private static void stored(final EmVolume volume, final List<Level> levels) {
		final VolumeInfo full = volume.info();
		for (final EmVolume coarse : volume.coarser()) {
			final VolumeInfo i = coarse.info();
			levels.add(new Level(coarse, factor(full.xSize(), i.xSize()), factor(full
				.ySize(), i.ySize()), factor(full.zSize(), i.zSize())));
		}
	}

	// Sizes are rounded up or down where the factor does not divide them.
	private static double factor(final long full, final long coarse) {
		return Math.max(1, Math.rint((double) full / coarse));
	}

	private static long longest(final VolumeInfo i) {
		return Math.max(i.xSize(), Math.max(i.ySize(), i.zSize()));
	}
}
