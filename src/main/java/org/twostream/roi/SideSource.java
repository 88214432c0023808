
package org.twostream.roi;

import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.volume.EmVolume;

/**
 * One side of synapses: voxels where both the side's channel and the union
 * reach the threshold.
 */
final class SideSource implements ObjectSource {

	private static final long serialVersionUID = 1L;

	private final EmVolume probability;
	private final int channel;
	private final int least;

	/**
	 * @param channel 0 pre-synaptic, 1 post-synaptic
	 */
	SideSource(final EmVolume probability, final int channel, final int least) {
		this.probability = probability;
		this.channel = channel;
		this.least = least;
	}

	@Override
	public BlockVoxels read(final Block block) {
		return voxels(probability.bytes(2, block.core()), block);
	}

	/** As {@link #read} with the union's voxels at hand. */
	BlockVoxels voxels(final byte[] union, final Block block) {
		final byte[] side = probability.bytes(channel, block.core());
		for (int i = 0; i < side.length; i++)
			side[i] = (byte) ((side[i] & 255) >= least && (union[i] & 255) >= least
				? 1 : 0);
		return new BlockVoxels(RowBits.of(side, 1, block.core()), Optional.empty(),
			Optional.empty());
	}
}
