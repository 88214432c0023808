
package org.twostream.roi;

import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.volume.EmVolume;

/** Voxels of a channel whose probability reaches the threshold. */
final class ProbabilitySource implements ObjectSource {

	private static final long serialVersionUID = 1L;

	private final EmVolume probability;
	private final int least;
	/**
	 * Probabilities of a thread's block, where words of its bits are not empty.
	 */
	private final transient ThreadLocal<byte[]> values = ThreadLocal.withInitial(
		() -> new byte[0]);

	ProbabilitySource(final EmVolume probability, final int least) {
		this.probability = probability;
		this.least = least;
	}

	/** The least stored value v with v / 255 at or above the threshold. */
	static int least(final double threshold) {
		int least = 0;
		while (least < 255 && least / 255.0 < threshold)
			least++;
		return least;
	}

	@Override
	public BlockVoxels read(final Block block) {
		final RowBits linked = new RowBits(block.core());
		final byte[] kept = kept(block.core().arrayLength());
		final ByteThreshold threshold = new ByteThreshold(least);
		probability.visit(0, block.core(), (voxels, first, row, section,
			part) -> linked.add(threshold, voxels, first, row, section, part, kept));
		return new BlockVoxels(linked, Optional.empty(), Optional.of(kept));
	}

	private byte[] kept(final int length) {
		if (values.get().length < length) values.set(new byte[length]);
		return values.get();
	}

	private Object readResolve() {
		return new ProbabilitySource(probability, least);
	}
}
