
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
 * Images of a labelled volume whose middle half, along both sides, shows no
 * object; drawn evenly, each turned by a random angle. Where objects leave no
 * room, the emptiest of {@value #TRIES} places. The i-th one depends on the
 * seed and i only.
 */
public final class BackgroundPatches implements PatchSource {

	private static final int TRIES = 50;
	private static final int FROM = SIDE / 4;
	private static final int TO = SIDE - FROM;

	private final VolumeInfo info;
	private final PatchSampler raw;
	private final PatchSampler objects;
	private final VoxelSize voxel;
	private final double patchNm;
	private final long size;
	private final Seed seed;

	/**
	 * @param raw 8 bit
	 * @param objects of the same size, 8 bit, 0 outside objects
	 * @param patchNm side of the square that a patch shows
	 * @param size how many
	 * @throws UserError if the volumes differ in size, are empty or not 8 bit
	 */
	public BackgroundPatches(final EmVolume raw, final EmVolume objects,
		final VoxelSize voxel, final double patchNm, final long size,
		final Seed seed)
	{
		info = raw.info();
		if (!info.box().equals(objects.info().box())) throw new UserError(
			"The initial labels are " + objects.info().box() +
				" and their raw volume " + info.box() +
				"; give labels of this volume.");
		this.raw = new PatchSampler(raw);
		this.objects = new PatchSampler(objects);
		this.voxel = voxel;
		this.patchNm = patchNm;
		this.size = size;
		this.seed = seed.of("background patches");
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void read(final long index, final float[] target, final int offset) {
		final SplittableRandom random = seed.of(index).random();
		final byte[] patch = new byte[PIXELS];
		PatchFrame emptiest = frame(random);
		int least = covered(emptiest, patch);
		for (int t = 1; t < TRIES && least > 0; t++) {
			final PatchFrame frame = frame(random);
			final int n = covered(frame, patch);
			if (n >= least) continue;
			least = n;
			emptiest = frame;
		}
		raw.cut(emptiest, patch, 0);
		for (int i = 0; i < PIXELS; i++)
			target[offset + i] = (patch[i] & 0xFF) / 255f;
	}

	private PatchFrame frame(final SplittableRandom random) {
		return VolumePatches.frame(info, random, patchNm, voxel);
	}

	/** Pixels of the middle that show an object. */
	private int covered(final PatchFrame frame, final byte[] patch) {
		objects.cut(frame, patch, 0);
		int n = 0;
		for (int y = FROM; y < TO; y++)
			for (int x = FROM; x < TO; x++)
				if (patch[y * SIDE + x] != 0) n++;
		return n;
	}
}
