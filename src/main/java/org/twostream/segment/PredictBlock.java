
package org.twostream.segment;

import org.twostream.block.Block;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockTask;
import org.twostream.core.Progress;
import org.twostream.net.SegmentationNetwork;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeWriter;

/**
 * Predicts and writes one block; the result is the number of windows that went
 * through the network for it. One block at a time, since the network takes one
 * caller; windows that a later block wants as well are kept for it.
 */
final class PredictBlock implements BlockTask<Long> {

	private static final long serialVersionUID = 1L;

	private final EmVolume raw;
	private final SegmentationNetwork network;
	private final SlidingWindow how;
	private final VolumeWriter out;
	private final BlockGrid grid;
	private transient BlockPrediction prediction;

	/**
	 * @param grid made of whole chunks of {@code out}
	 */
	PredictBlock(final EmVolume raw, final SegmentationNetwork network,
		final SlidingWindow how, final VolumeWriter out, final BlockGrid grid)
	{
		this.raw = raw;
		this.network = network;
		this.how = how;
		this.out = out;
		this.grid = grid;
	}

	@Override
	public Long run(final Block block) {
		return run(block, Progress.NONE);
	}

	@Override
	public synchronized Long run(final Block block, final Progress progress) {
		if (prediction == null) prediction = Predictor.prediction(raw, network, how,
			new WindowCache(Runtime.getRuntime().maxMemory() / 4 / Float.BYTES));
		final long before = prediction.computed();
		final NextBlock next = new NextBlock(grid, block.index());
		final byte[][] result = prediction.predict(block.core(), next::of,
			progress);
		for (int c = 0; c < result.length; c++)
			out.write(c, block.core(), result[c]);
		out.sync();
		return prediction.computed() - before;
	}
}
