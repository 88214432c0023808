
package org.twostream.segment;

import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockTask;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.InferenceNetwork;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeWriter;

/**
 * Predicts and writes one block; the result is the number of windows that went
 * through the networks for it. Blocks may be read and written beside each
 * other, but one at a time is predicted: in this process in the order of the
 * grid, so that windows that a later block wants as well can be kept for it; in
 * another process in the order in which they come.
 */
final class PredictBlock implements BlockTask<Long> {

	private static final long serialVersionUID = 1L;

	private final EmVolume raw;
	private final List<? extends InferenceNetwork> networks;
	private final SlidingWindow how;
	private final VolumeWriter out;
	private final BlockGrid grid;
	/** Missing in a copy that was sent to another process. */
	private final transient Progress whole;
	private transient Stages stages;

	/** What one process needs beside the task. */
	private record Stages(BlockPrediction prediction, NetworkThread thread,
			Turns turns) {
	}

	/**
	 * @param grid made of whole chunks of {@code out}
	 * @param whole hears, in this process, how far the networks are
	 */
	PredictBlock(final EmVolume raw,
		final List<? extends InferenceNetwork> networks, final SlidingWindow how,
		final VolumeWriter out, final BlockGrid grid, final Progress whole)
	{
		this.raw = raw;
		this.networks = networks;
		this.how = how;
		this.out = out;
		this.grid = grid;
		this.whole = whole;
	}

	private synchronized Stages stages() {
		if (stages == null) stages = new Stages(new BlockPrediction(raw,
			new WindowModel(networks, how.window(), how.tta(), how.batch()), how,
			new WindowCache(Runtime.getRuntime().maxMemory() / 4 / Float.BYTES)),
			new NetworkThread(), new Turns(here()));
		return stages;
	}

	private boolean here() {
		return whole != null;
	}

	/** Windows that go through a network at once in this process. */
	int batch() {
		return stages().prediction.batch();
	}

	@Override
	public void skipped(final Block block) {
		stages().turns.skip(block.index());
	}

	@Override
	public Long run(final Block block) {
		return run(block, Progress.NONE);
	}

	@Override
	public Long run(final Block block, final Progress progress) {
		final Stages s = stages();
		try {
			final BlockPrediction.Work work = s.prediction.read(block.core());
			s.turns.await(block.index());
			final long windows = work.predict(new NextBlock(grid, block.index())::of,
				s.thread, stoppable(here() ? whole.part((double) block.index() / grid
					.size(), (block.index() + 1.0) / grid.size()) : progress, s.turns));
			s.turns.over(block.index());
			write(block.core(), work.bytes());
			return windows;
		}
		catch (final OutOfMemoryError e) {
			s.turns.failed(block.index());
			throw tooLarge(e);
		}
		catch (final RuntimeException | Error e) {
			s.turns.failed(block.index());
			throw e;
		}
	}

	private void write(final Box core, final byte[][] result) {
		for (int c = 0; c < result.length; c++)
			out.write(c, core, result[c]);
		out.sync();
	}

	/** A block that failed stops the others before they are whole. */
	private static Progress stoppable(final Progress progress,
		final Turns turns)
	{
		return new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				progress.report(fraction, message);
			}

			@Override
			public boolean cancelled() {
				return progress.cancelled() || turns.stopped();
			}
		};
	}

	private UserError tooLarge(final OutOfMemoryError e) {
		return new UserError("Java's memory of " + (Runtime.getRuntime()
			.maxMemory() >> 20) + " MB does not do for window=" + how.window()
				.text() + " and batch=" + how.batch() +
			"; start with more (TWOSTREAM_JAVA_OPTS=-Xmx8g) or give smaller ones.",
			e);
	}
}
