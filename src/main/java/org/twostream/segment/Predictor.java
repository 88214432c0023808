
package org.twostream.segment;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.InferenceNetwork;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/**
 * Probabilities by sliding window. Memory is set by blocks of some 17 million
 * voxels and a quarter of the heap for windows shared by blocks, not by the
 * volume. A voxel's value depends on the raw volume, the network and the
 * {@link SlidingWindow} only, not on blocks or on an interruption. Not
 * thread-safe; does not close the network.
 */
public final class Predictor {

	private static final int XY_BLOCK = 512;
	private static final int Z_BLOCK = 64;
	/** Blocks in work: one is read, one predicted, one written. */
	private static final int STAGES = 3;

	private final List<? extends InferenceNetwork> networks;
	private final SlidingWindow how;
	private final BlockEngine engine;
	private final NetworkThread thread = new NetworkThread();

	private Predictor(final List<? extends InferenceNetwork> networks,
		final SlidingWindow how, final BlockEngine engine)
	{
		this.networks = List.copyOf(networks);
		this.how = how;
		this.engine = engine;
	}

	/**
	 * A predictor in this process.
	 *
	 * @throws UserError if the network cannot take such a window
	 */
	public Predictor(final InferenceNetwork network, final SlidingWindow how) {
		this(List.of(network), how);
	}

	/**
	 * The mean of the probabilities of several networks, all on the same windows.
	 *
	 * @param networks one or more of the same channels
	 * @throws UserError if a network cannot take such a window, or if channels
	 *           differ
	 */
	public Predictor(final List<? extends InferenceNetwork> networks,
		final SlidingWindow how)
	{
		this(networks, how, BlockEngine.local());
		model();
	}

	/**
	 * The same, working elsewhere where a volume is predicted block by block; the
	 * networks and the volumes must be such as can be sent there.
	 */
	public Predictor on(final BlockEngine other) {
		return new Predictor(networks, how, other);
	}

	/**
	 * What a prediction cost.
	 *
	 * @param voxels voxels of the blocks that this call did
	 * @param windows windows that went through the networks, flips and networks
	 *          counted once
	 * @param windowVoxels voxels of a window
	 * @param batch windows that went through at once: fewer than asked for where
	 *          the device's memory did not do
	 * @param seconds wall time
	 */
	public record Cost(long voxels, long windows, int windowVoxels, int batch,
			double seconds) {

		/**
		 * Voxels of the volume per voxel that went through the networks: 1 without
		 * overlap, 0 for no work.
		 */
		public double useful() {
			return windows > 0 ? (double) voxels / windows / windowVoxels : 0;
		}

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
		final BlockPrediction.Work work = new BlockPrediction(raw, model(), how,
			new WindowCache(0)).read(box);
		work.predict(w -> -1, thread, progress);
		return work.bytes();
	}

	/**
	 * Predicts a whole volume block by block: while one block goes through the
	 * network, the next is read and the last is written. A block counts as
	 * finished when it is on disk.
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
		final Progress ascending = new Ascending(progress);
		final PredictBlock task = new PredictBlock(raw, networks, how, out, grid,
			ascending);
		engine.runner(new RunSettings(STAGES, settings.message(), settings
			.resume())).run(grid, task, (block, computed) -> {
				voxels.addAndGet(block.core().voxels());
				windows.addAndGet(computed);
			}, ascending);
		return new Cost(voxels.get(), windows.get(), how.window().voxels(), task
			.batch(), (System.nanoTime() - start) / 1e9);
	}

	private WindowModel model() {
		return new WindowModel(networks, how.window(), how.tta(), how.batch());
	}

	/** Whole chunks, near the preferred size. */
	static BlockGrid grid(final VolumeInfo out) {
		return new BlockGrid(out.box(), edge(out.xChunk(), XY_BLOCK), edge(out
			.yChunk(), XY_BLOCK), edge(out.zChunk(), Z_BLOCK));
	}

	static int edge(final int chunk, final int wanted) {
		return chunk * Math.max(1, wanted / chunk);
	}

	/**
	 * @throws UserError if the raw volume is not 8 bit or is empty
	 */
	public static void checkRaw(final VolumeInfo raw) {
		if (raw.type() != PixelType.UINT8) throw new UserError(
			"The raw volume is " + raw.type() +
				"; convert it to 8 bit (Image > Type > 8-bit) first.");
		if (raw.box().isEmpty()) throw new UserError("The raw volume of " + raw
			.xSize() + " x " + raw.ySize() + " x " + raw.zSize() +
			" voxels is empty; choose another one.");
	}

	private void checkOut(final VolumeInfo raw, final VolumeInfo out) {
		if (!raw.box().equals(out.box()) || out.type() != PixelType.UINT8 || out
			.channels() != networks.get(0).channels())
			throw new IllegalArgumentException("Prediction " + out + " for raw " +
				raw);
	}
}
