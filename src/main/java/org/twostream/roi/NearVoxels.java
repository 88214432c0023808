
package org.twostream.roi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.volume.EmVolume;

/**
 * The voxels about a place, read block by block as they are asked for. Voxels
 * of ROIs and outside the volume are as if the probability were 0. Not
 * thread-safe.
 */
final class NearVoxels {

	/** Edges of a block, powers of 2. */
	static final int X = 64;
	static final int Y = 64;
	static final int Z = 32;
	/** More are not read: some 130 million voxels. */
	private static final int MOST_BLOCKS = 1024;
	private static final int DILATION = PolaritySource.DILATION;

	private final EmVolume probability;
	private final Optional<EmVolume> rois;
	private final boolean polarity;
	private final Box volume;
	private final Map<Long, Block> blocks = new HashMap<>();
	private long lastKey = -1;
	private Block last;
	private boolean full;

	/**
	 * @param linked what decides which voxels touch
	 * @param pre probability of the pre-synaptic side, or of the object where
	 *          there are no sides
	 * @param post probability of the post-synaptic side, 0 without sides
	 * @param shown probability that is reported
	 * @param inRoi whether the voxel is an ROI's
	 */
	private record Block(byte[] linked, byte[] pre, byte[] post, byte[] shown,
			boolean[] inRoi) {
	}

	/**
	 * @param probability 8 bit; for polarity the channels pre, post, union
	 * @param rois label volume, empty where no voxel is an ROI's
	 */
	NearVoxels(final EmVolume probability, final Optional<EmVolume> rois,
		final boolean polarity)
	{
		this.probability = probability;
		this.rois = rois;
		this.polarity = polarity;
		volume = probability.info().box();
	}

	/** Which block of the volume holds a voxel. */
	static long key(final long x, final long y, final long z) {
		return x / X | y / Y << 21 | z / Z << 42;
	}

	/** The place of a voxel in its block. */
	static int inBlock(final long x, final long y, final long z) {
		return (int) (x % X + X * (y % Y + Y * (z % Z)));
	}

	/** Whether more of the volume would have been needed than is read. */
	boolean isFull() {
		return full;
	}

	/** 0..255: voxels that touch belong together where this is high enough. */
	int linked(final long x, final long y, final long z) {
		return volume.contains(x, y, z) ? block(x, y, z).linked[inBlock(x, y, z)] &
			255 : 0;
	}

	/** 0..255, of the pre-synaptic side, or of the object. */
	int pre(final long x, final long y, final long z) {
		return volume.contains(x, y, z) ? block(x, y, z).pre[inBlock(x, y, z)] & 255
			: 0;
	}

	/** 0..255, of the post-synaptic side; 0 where there are no sides. */
	int post(final long x, final long y, final long z) {
		return volume.contains(x, y, z) ? block(x, y, z).post[inBlock(x, y, z)] &
			255 : 0;
	}

	/** 0..255, what is reported of a voxel in the volume. */
	int shown(final long x, final long y, final long z) {
		return block(x, y, z).shown[inBlock(x, y, z)] & 255;
	}

	/** Whether this voxel or one that touches it is an ROI's. */
	boolean touchesRoi(final long x, final long y, final long z) {
		for (long k = z - 1; k <= z + 1; k++)
			for (long j = y - 1; j <= y + 1; j++)
				for (long i = x - 1; i <= x + 1; i++)
					if (volume.contains(i, j, k) && block(i, j, k).inRoi[inBlock(i, j,
						k)]) return true;
		return false;
	}

	private Block block(final long x, final long y, final long z) {
		final long key = key(x, y, z);
		if (key == lastKey) return last;
		Block block = blocks.get(key);
		if (block == null) {
			block = blocks.size() < MOST_BLOCKS ? read(x / X * X, y / Y * Y, z / Z *
				Z) : nothing();
			blocks.put(key, block);
		}
		lastKey = key;
		last = block;
		return block;
	}

	private Block nothing() {
		full = true;
		final byte[] zero = new byte[X * Y * Z];
		return new Block(zero, zero, zero, zero, new boolean[zero.length]);
	}

	private Block read(final long x, final long y, final long z) {
		final Box core = new Box(x, y, z, x + X, y + Y, z + Z).intersect(volume);
		final boolean[] inRoi = new boolean[X * Y * Z];
		if (rois.isPresent()) {
			final long[] ids = rois.get().ids(0, core);
			each(core, (from, to) -> inRoi[to] = ids[from] != 0);
		}
		final byte[] first = inBlock(probability.bytes(0, core), core, inRoi);
		if (!polarity) return new Block(first, first, new byte[first.length], first,
			inRoi);
		final Box outer = core.grow(DILATION, DILATION, 0).intersect(volume);
		final byte[] around = probability.bytes(2, outer);
		final byte[] union = inBlock(PolaritySource.crop(around, outer, core), core,
			inRoi);
		return new Block(inBlock(PolaritySource.crop(highest(around, outer), outer,
			core), core, inRoi), lower(first, union), lower(inBlock(probability.bytes(
				1, core), core, inRoi), union), union, inRoi);
	}

	private interface Voxel {

		void at(int inBox, int inBlock);
	}

	private static void each(final Box core, final Voxel voxel) {
		int from = 0;
		for (long z = core.zMin(); z < core.zMax(); z++)
			for (long y = core.yMin(); y < core.yMax(); y++)
				for (int i = 0; i < core.xSize(); i++)
					voxel.at(from++, inBlock(core.xMin() + i, y, z));
	}

	private static byte[] inBlock(final byte[] voxels, final Box core,
		final boolean[] inRoi)
	{
		final byte[] block = new byte[X * Y * Z];
		each(core, (from, to) -> block[to] = inRoi[to] ? 0 : voxels[from]);
		return block;
	}

	private static byte[] lower(final byte[] a, final byte[] b) {
		final byte[] lower = new byte[a.length];
		for (int i = 0; i < a.length; i++)
			lower[i] = (byte) Math.min(a[i] & 255, b[i] & 255);
		return lower;
	}

	/**
	 * The highest within two voxels along x and y: what reaches a threshold of
	 * this is what reaches it of the voxels themselves, dilated.
	 */
	private static byte[] highest(final byte[] voxels, final Box box) {
		final int x = (int) box.xSize();
		final int y = (int) box.ySize();
		return highest(highest(voxels, x, 1), y, x);
	}

	private static byte[] highest(final byte[] voxels, final int n,
		final int stride)
	{
		final byte[] highest = new byte[voxels.length];
		for (int i = 0; i < voxels.length; i++) {
			final int at = i / stride % n;
			int most = 0;
			for (int k = Math.max(-at, -DILATION); k <= Math.min(n - 1 - at,
				DILATION); k++)
				most = Math.max(most, voxels[i + k * stride] & 255);
			highest[i] = (byte) most;
		}
		return highest;
	}
}
