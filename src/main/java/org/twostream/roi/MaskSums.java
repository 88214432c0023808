
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
	 * Adds voxels of the four rows of a bundle, one or more in all.
	 *
	 * @param row the first, y + ySize * z
	 * @param x of the lowest bit
	 * @param a the first row
	 * @param b the second along y
	 * @param c the second along z
	 * @param d the second along both
	 */
	void add(final ObjectStats s, final int row, final int x, final long a,
		final long b, final long c, final long d)
	{
		probabilities(s, row * block.mask.xSize + x, a, b, c, d);
		hash(s, row, x, a);
		hash(s, row + 1, x, b);
		hash(s, row + block.mask.ySize, x, c);
		hash(s, row + block.mask.ySize + 1, x, d);
	}

	private void hash(final ObjectStats s, final int row, final int x,
		final long mask)
	{
		if (mask != 0) s.hash = MaskHash.add(s.hash, MaskHash.multiply(hash.along(x,
			mask), factors[row]));
	}

	/** Moves the hashes from the block's corner to the volume's. */
	void finish(final ObjectStats[] stats) {
		final long factor = MaskHash.factor(block.box.xMin(), block.box.yMin(),
			block.box.zMin());
		for (final ObjectStats s : stats)
			s.hash = MaskHash.multiply(s.hash, factor);
	}

	private void probabilities(final ObjectStats s, final int voxel, final long a,
		final long b, final long c, final long d)
	{
		final int y = block.mask.xSize;
		final int z = block.mask.xSize * block.mask.ySize;
		final long all = a | b | c | d;
		long sums = 0;
		int max = s.probabilityMax;
		int shift = Long.numberOfTrailingZeros(all);
		for (long rest = all >>> shift; rest != 0; rest >>>= 8, shift += 8) {
			final int at = voxel + shift;
			final long va = eight(at, a >>> shift);
			final long vb = eight(at + y, b >>> shift);
			final long vc = eight(at + z, c >>> shift);
			final long vd = eight(at + z + y, d >>> shift);
			// four sums of 16 bits: 256 voxels of 255 fit in one
			sums += pairs(va) + pairs(vb) + pairs(vc) + pairs(vd);
			if (max == 255) continue;
			// bit 8 of a lane is set where a byte and 255 - max make more than 255
			final long more = (255 - max) * FOUR_ONES;
			if (((above(va, more) | above(vb, more) | above(vc, more) | above(vd,
				more)) & ~EVEN) != 0) max = max(va, max(vb, max(vc, max(vd, max))));
		}
		s.probabilitySum += sums * FOUR_ONES >>> 48;
		s.probabilityMax = max;
	}

	private static long pairs(final long eight) {
		return (eight & EVEN) + (eight >>> 8 & EVEN);
	}

	private static long above(final long eight, final long more) {
		return (eight & EVEN) + more | (eight >>> 8 & EVEN) + more;
	}

	/** Eight probabilities, 0 where the lowest eight bits of the mask are. */
	private long eight(final int at, final long mask) {
		return eight(at) & BYTES[(int) mask & 255];
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
