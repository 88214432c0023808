
package org.twostream.segment;

import java.util.concurrent.atomic.AtomicLong;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.SegmentationNetwork;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/**
 * Probabilities by sliding window. Memory is set by a block of some 17 million
 * voxels and a quarter of the heap for windows shared by blocks, not by the
 * volume. A voxel's value depends on the raw volume, the network and the
 * {@link SlidingWindow} only, not on blocks or on an interruption. Not
 * thread-safe; does not close the network.
 */
public final class Predictor {

	private static final int XY_BLOCK = 512;
	private static final int Z_BLOCK = 64;

	private final SegmentationNetwork network;
	private final SlidingWindow how;
	private final BlockEngine engine;

	private Predictor(final SegmentationNetwork network, final SlidingWindow how,
		final BlockEngine engine)
	{
		this.network = network;
		this.how = how;
		this.engine = engine;
	}

	/**
	 * A predictor in this process.
	 *
	 * @throws UserError if the network cannot take such a window
	 */
	public Predictor(final SegmentationNetwork network, final SlidingWindow how) {
		this(network, how, BlockEngine.local());
		how.window().checked(network.inputSizes());
	}

	/**
	 * The same, working elsewhere where a volume is predicted block by block; the
	 * network and the volumes must be such as can be sent there.
	 */
	public Predictor on(final BlockEngine other) {
		return new Predictor(network, how, other);
	}

	/**
	 * What a prediction cost.
	 *
	 * @param voxels voxels of the blocks that this call did
	 * @param windows windows that went through the network, flips counted once
	 * @param seconds wall time
	 */
	public record Cost(long voxels, long windows, double seconds) {

		/** Useful voxels per second, the overlap not counted; 0 for no work. */
		public double voxelsPerSecond() {
			return seconds > 0 ? voxels / seconds : 0;
		}
	}

	/**
	 * Predicts a part of a volume in memory.
	 *
	 * @param raw 8 bit; its voxels around the box are used as well
	 * @param box not empty
	 * @return per channel the probability * 255, truncated, x fastest; the same
	 *         bytes as in a prediction of the whole volume
	 * @throws UserError if the raw volume is not 8 bit
	 */
	public byte[][] predict(final EmVolume raw, final Box box,
		final Progress progress)
	{
		checkRaw(raw.info());
		return prediction(raw, network, how, new WindowCache(0)).predict(box,
			w -> -1, progress);
	}

	/**
	 * Predicts a whole volume block by block. Each block is on disk before it is
	 * marked.
	 *
	 * @param raw 8 bit
	 * @param out uint8 with the raw volume's size and a channel per output of the
	 *          network
	 * @param settings message and where finished blocks are noted; its thread
	 *          count is not used, since the network has its own threads
	 * @throws UserError if the raw volume is not 8 bit or the disk refuses
	 * @throws org.twostream.core.Cancelled between two windows; finished blocks
	 *           are kept
	 */
	public Cost predict(final EmVolume raw, final VolumeWriter out,
		final RunSettings settings, final Progress progress)
	{
		checkRaw(raw.info());
		checkOut(raw.info(), out.info());
		final long start = System.nanoTime();
		final BlockGrid grid = grid(out.info());
		final AtomicLong voxels = new AtomicLong();
		final AtomicLong windows = new AtomicLong();
		final RunSettings one = new RunSettings(1, settings.message(), settings
			.resume());
		engine.runner(one).run(grid, new PredictBlock(raw, network, how, out, grid),
			(block, computed) -> {
				voxels.addAndGet(block.core().voxels());
				windows.addAndGet(computed);
			}, progress);
		return new Cost(voxels.get(), windows.get(), (System.nanoTime() - start) /
			1e9);
	}

	static BlockPrediction prediction(final EmVolume raw,
		final SegmentationNetwork network, final SlidingWindow how,
		final WindowCache cache)
	{
		return new BlockPrediction(raw, new WindowModel(network, how.window(), how
			.tta(), how.batch()), how, cache);
	}

	/** Whole chunks, near the preferred size. */
	static BlockGrid grid(final VolumeInfo out) {
		return new BlockGrid(out.box(), edge(out.xChunk(), XY_BLOCK), edge(out
			.yChunk(), XY_BLOCK), edge(out.zChunk(), Z_BLOCK));
	}

	private static int edge(final int chunk, final int wanted) {
		return chunk * Math.max(1, wanted / chunk);
	}

	static void checkRaw(final VolumeInfo raw) {
		if (raw.type() != PixelType.UINT8) throw new UserError(
			"The raw volume is " + raw.type() +
				"; convert it to 8 bit (Image > Type > 8-bit) first.");
		if (raw.box().isEmpty()) throw new UserError("The raw volume of " + raw
			.xSize() + " x " + raw.ySize() + " x " + raw.zSize() +
			" voxels is empty; choose another one.");
	}

	private void checkOut(final VolumeInfo raw, final VolumeInfo out) {
		if (!raw.box().equals(out.box()) || out.type() != PixelType.UINT8 || out
			.channels() != network.architecture().channels())
			throw new IllegalArgumentException("Prediction " + out + " for raw " +
				raw);
	}
}
