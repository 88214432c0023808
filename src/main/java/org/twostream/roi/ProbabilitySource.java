
package org.twostream.roi;

import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.volume.EmVolume;

/** Voxels of a channel whose probability reaches the threshold. */
final class ProbabilitySource implements ObjectSource {

	private static final long serialVersionUID = 1L;

	private final EmVolume probability;
	private final int least;

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
		final byte[] voxels = probability.bytes(0, block.core());
		return new BlockVoxels(voxels, least, Optional.empty(), voxels);
	}
}
