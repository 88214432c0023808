
package org.twostream.embed;

import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

/**
 * Images drawn evenly over a whole raw volume, each of one section, turned by a
 * random angle; what the image encoder learns from (paper, section 4). A patch
 * that reaches beyond the volume is continued by reflection. The i-th one
 * depends on the seed and i only.
 */
public final class VolumePatches implements PatchSource {

	private final EmVolume raw;
	private final VoxelSize voxel;
	private final double patchNm;
	private final long size;
	private final Seed seed;

	/**
	 * @param raw 8 bit
	 * @param patchNm side of the square that a patch shows
	 * @param size how many, all different
	 * @throws UserError if the volume is empty or the side is not positive
	 */
	public VolumePatches(final EmVolume raw, final VoxelSize voxel,
		final double patchNm, final long size, final Seed seed)
	{
		if (!(patchNm > 0 && Double.isFinite(patchNm))) throw new UserError(
			"patch_nm=" + patchNm +
				" is not a positive number; give the side of a patch in nm.");
		if (raw.info().box().isEmpty()) throw new UserError(
			"The raw volume has no voxel; choose another one.");
		this.raw = raw;
		this.voxel = voxel;
		this.patchNm = patchNm;
		this.size = size;
		this.seed = seed.of("volume patches");
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void read(final long index, final float[] target, final int offset) {
		final SplittableRandom random = seed.of(index).random();
		final VolumeInfo info = raw.info();
		final double x = random.nextDouble() * info.xSize() - 0.5;
		final double y = random.nextDouble() * info.ySize() - 0.5;
		final long z = random.nextLong(info.zSize());
		final double angle = random.nextDouble() * 2 * Math.PI;
		sample(x, y, z, angle, target, offset);
	}

	/** The patch about a point in voxels, turned counter-clockwise. */
	void sample(final double xMiddle, final double yMiddle, final long z,
		final double angle, final float[] target, final int offset)
	{
		final double step = patchNm / SIDE;
		final double cos = StrictMath.cos(angle);
		final double sin = StrictMath.sin(angle);
		final double reach = patchNm * Math.sqrt(0.5) + step;
		final Reflected part = new Reflected(xMiddle, yMiddle, reach / voxel.x(),
			reach / voxel.y(), z);
		// As many points per pixel as voxels lie in it, so that nothing is lost.
		final int fine = Math.max(1, (int) Math.round(step / Math.min(voxel.x(),
			voxel.y())));
		for (int j = 0; j < SIDE; j++)
			for (int i = 0; i < SIDE; i++) {
				double sum = 0;
				for (int b = 0; b < fine; b++)
					for (int a = 0; a < fine; a++) {
						final double u = (i - SIDE / 2.0 + (a + 0.5) / fine) * step;
						final double v = (j - SIDE / 2.0 + (b + 0.5) / fine) * step;
						sum += part.at(xMiddle + (cos * u - sin * v) / voxel.x(), yMiddle +
							(cos * v + sin * u) / voxel.y());
					}
				target[offset + j * SIDE + i] = (float) (sum / (255.0 * fine * fine));
			}
	}

	/** A piece of one section, continued by reflection, between voxels linear. */
	private final class Reflected {

		private final Box box;
		private final byte[] voxels;

		Reflected(final double x, final double y, final double xReach,
			final double yReach, final long z)
		{
			final long[] xs = range(x, xReach, raw.info().xSize());
			final long[] ys = range(y, yReach, raw.info().ySize());
			box = new Box(xs[0], ys[0], z, xs[1], ys[1], z + 1);
			voxels = raw.bytes(0, box);
		}

		/** Where indices within reach of a point fall after reflection. */
		private long[] range(final double middle, final double reach,
			final long n)
		{
			final long low = (long) Math.floor(middle - reach) - 1;
			final long high = (long) Math.ceil(middle + reach) + 1;
			if (low >= 0 && high < n) return new long[] { low, high + 1 };
			if (high - low >= n) return new long[] { 0, n };
			if (low < 0) return new long[] { 0, Math.min(n, Math.max(-low, high) +
				1) };
			return new long[] { Math.max(0, Math.min(low, 2 * (n - 1) - high)), n };
		}

		double at(final double x, final double y) {
			final long x0 = (long) Math.floor(x);
			final long y0 = (long) Math.floor(y);
			final double fx = x - x0;
			final double fy = y - y0;
			return (1 - fy) * ((1 - fx) * voxel(x0, y0) + fx * voxel(x0 + 1, y0)) +
				fy * ((1 - fx) * voxel(x0, y0 + 1) + fx * voxel(x0 + 1, y0 + 1));
		}

		private int voxel(final long x, final long y) {
			final long xi = reflect(x, raw.info().xSize()) - box.xMin();
			final long yi = reflect(y, raw.info().ySize()) - box.yMin();
			return voxels[(int) (yi * box.xSize() + xi)] & 0xFF;
		}

		private long reflect(final long i, final long n) {
			if (i >= 0 && i < n) return i;
			if (n == 1) return 0;
			final long k = Math.floorMod(i, 2 * (n - 1));
			return k < n ? k : 2 * (n - 1) - k;
		}
	}
}
