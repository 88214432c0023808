
package org.twostream.roi;

/** Gathers the probabilities and mask hashes of a block's components. */
final class MaskSums {

	private static final long EVEN = 0x00ff00ff00ff00ffL;
	private static final long FOUR_ONES = 0x0001000100010001L;
	/** By the bits of eight voxels: bytes of 255 where one counts, else 0. */
	private static final long[] BYTES = new long[256];

	static {
		for (int b = 0; b < 256; b++)
			for (int i = 0; i < 8; i++)
				if ((b >> i & 1) != 0) BYTES[b] |= 255L << 8 * i;
	}

	private final LabelledBlock block;
	private final byte[] probability;
	private final MaskHash hash;
	private final long[] factors;

	/**
	 * @param probability of the block, 0..255
	 */
	MaskSums(final LabelledBlock block, final byte[] probability) {
		this.block = block;
		this.probability = probability;
		hash = new MaskHash(block.mask.xSize, block.mask.ySize, block.mask.zSize);
		factors = hash.rowFactors();
	}

	/**
	 * Adds voxels of one row.
	 *
	 * @param row y + ySize * z
	 * @param x of the lowest bit
	 * @param mask the voxels, none or more
	 */
	void add(final ObjectStats s, final int row, final int x, final long mask) {
		if (mask == 0) return;
		probabilities(s, row * block.mask.xSize + x, mask);
		s.hash = MaskHash.add(s.hash, MaskHash.multiply(hash.along(x, mask),
			factors[row]));
	}

	/** Moves the hashes from the block's corner to the volume's. */
	void finish(final ObjectStats[] stats) {
		final long factor = MaskHash.factor(block.box.xMin(), block.box.yMin(),
			block.box.zMin());
		for (final ObjectStats s : stats)
			s.hash = MaskHash.multiply(s.hash, factor);
	}

	private void probabilities(final ObjectStats s, final int voxel,
		final long mask)
	{
		final int low = Long.numberOfTrailingZeros(mask);
		int at = voxel + low;
		long sums = 0;
		int max = s.probabilityMax;
		for (long rest = mask >>> low; rest != 0; rest >>>= 8, at += 8) {
			final long v = eight(at) & BYTES[(int) rest & 255];
			// four sums of 16 bits: 64 voxels of 255 fit in one
			sums += (v & EVEN) + (v >>> 8 & EVEN);
			// bit 8 of a lane is set where a byte and 255 - max make more than 255
			final long more = (255 - max) * FOUR_ONES;
			if ((((v & EVEN) + more | (v >>> 8 & EVEN) + more) & ~EVEN) != 0) max =
				max(v, max);
		}
		s.probabilitySum += sums * FOUR_ONES >>> 48;
		s.probabilityMax = max;
	}

	private long eight(final int at) {
		if (at + 8 <= probability.length) return ByteThreshold.eight(probability,
			at);
		long v = 0;
		for (int i = probability.length - 1; i >= at; i--)
			v = v << 8 | probability[i] & 255;
		return v;
	}

	private static int max(final long eight, final int least) {
		int max = least;
		for (long rest = eight; rest != 0; rest >>>= 8)
			max = Math.max(max, (int) rest & 255);
		return max;
	}
}
