
package org.twostream.embed;

import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.roi.PatchFrame;
import org.twostream.roi.PatchSampler;
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
	private final PatchSampler sampler;
	private final VoxelSize voxel;
	private final double patchNm;
	private final long size;
	private final Seed seed;

	/**
	 * @param raw 8 bit
	 * @param patchNm side of the square that a patch shows
	 * @param size how many, all different
	 * @throws UserError if the volume is empty or not 8 bit, or the side is not
	 *           positive
	 */
	public VolumePatches(final EmVolume raw, final VoxelSize voxel,
		final double patchNm, final long size, final Seed seed)
	{
		if (!(patchNm > 0 && Double.isFinite(patchNm))) throw new UserError(
			"patch_nm=" + patchNm +
				" is not a positive number; give the side of a patch in nm.");
		this.raw = raw;
		sampler = new PatchSampler(raw);
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
		final byte[] patch = new byte[PIXELS];
		sampler.cut(frame(raw.info(), random, patchNm, voxel), patch, 0);
		for (int i = 0; i < PIXELS; i++)
			target[offset + i] = (patch[i] & 0xFF) / 255f;
	}

	/** A place drawn evenly, turned by a random angle. */
	static PatchFrame frame(final VolumeInfo info, final SplittableRandom random,
		final double patchNm, final VoxelSize voxel)
	{
		final double x = random.nextDouble() * info.xSize() - 0.5;
		final double y = random.nextDouble() * info.ySize() - 0.5;
		final long z = random.nextLong(info.zSize());
		return new PatchFrame(x, y, z, random.nextDouble() * 360, patchNm, voxel);
	}
}
