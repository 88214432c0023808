
package org.twostream.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.net.Tensor;
import org.twostream.volume.EmVolume;

/**
 * Probabilities of boxes of a volume: every window of the volume's lattice that
 * touches the box, blended in the order of the lattice. A block is read,
 * predicted and turned into bytes; different threads may do so with different
 * blocks, but only one of them predicts at a time.
 */
final class BlockPrediction {

	private static final byte[] NONE = new byte[0];

	/** Which later block wants a window again, or -1. */
	interface NextUse {

		int of(Box window);
	}

	/** A window's number in the lattice and what of the volume it gives. */
	private record Placed(long key, Box box) {
	}

	private final EmVolume raw;
	private final Box volume;
	private final WindowModel model;
	private final Blending blending;
	private final WindowSize window;
	private final Lattice xs;
	private final Lattice ys;
	private final Lattice zs;
	private final WindowCache cache;

	BlockPrediction(final EmVolume raw, final WindowModel model,
		final SlidingWindow how, final WindowCache cache)
	{
		this.raw = raw;
		this.model = model;
		this.cache = cache;
		volume = raw.info().box();
		window = model.output();
		final SlidingWindow inside = how.inside(window);
		xs = inside.xLattice(volume.xSize());
		ys = inside.yLattice(volume.ySize());
		zs = inside.zLattice(volume.zSize());
		blending = how.blending();
	}

	/** Windows that go through a network at once. */
	int batch() {
		return model.used();
	}

	/** One box while it is being worked on. */
	final class Work {

		private final List<Placed> windows;
		private final Box box;
		private final Box part;
		private byte[] voxels;
		private Optional<BlockSums> sums = Optional.empty();

		private Work(final Box box) {
			this.box = box;
			windows = windows(box);
			part = needed(windows);
			voxels = raw.bytes(0, part);
		}

		/**
		 * Predicts and blends all windows; not two blocks at a time.
		 *
		 * @return windows that went through the networks
		 * @throws org.twostream.core.Cancelled between two windows
		 */
		long predict(final NextUse next, final NetworkThread thread,
			final Progress progress)
		{
			// Only the block in work holds sums; one that is written needs no voxels.
			final BlockSums made = new BlockSums(box, window, blending, model
				.channels());
			sums = Optional.of(made);
			final Run run = new Run(this, made, next, progress);
			thread.run(run);
			run.blend();
			voxels = NONE;
			return run.missing.size();
		}

		/** @return per channel the probability * 255, truncated */
		byte[][] bytes() {
			return sums.orElseThrow().bytes(xs, ys, zs);
		}
	}

	/** Reads what a box needs. */
	Work read(final Box box) {
		return new Work(box);
	}

	/** The forward passes of a block, in the order of its windows. */
	private final class Run implements Iterator<NetworkThread.Pass> {

		private final Work work;
		private final BlockSums sums;
		private final NextUse next;
		private final Progress progress;
		private final Map<Long, float[]> ready = new HashMap<>();
		private final List<Placed> missing = new ArrayList<>();
		private Iterator<WindowPass> batch = Collections.emptyIterator();
		private int begun;
		private int blended;

		Run(final Work work, final BlockSums sums, final NextUse next,
			final Progress progress)
		{
			this.work = work;
			this.sums = sums;
			this.next = next;
			this.progress = progress;
			for (final Placed placed : work.windows)
				cache.take(placed.key).ifPresentOrElse(p -> ready.put(placed.key, p),
					() -> missing.add(placed));
		}

		@Override
		public boolean hasNext() {
			return batch.hasNext() || begun < missing.size();
		}

		@Override
		public NetworkThread.Pass next() {
			progress.check();
			if (!batch.hasNext()) batch = passes(missing.subList(begun, begun = Math
				.min(begun + model.batch(), missing.size())));
			return batch.next();
		}

		private Iterator<WindowPass> passes(final List<Placed> windows) {
			final WindowModel.Passes passes = model.passes(windows.stream().map(
				this::gathered).toList());
			return IntStream.range(0, passes.count()).mapToObj(i -> new WindowPass(
				passes, i, windows)).iterator();
		}

		private WindowModel.Window gathered(final Placed placed) {
			final Box input = model.input(placed.box);
			final byte[] target = new byte[input.arrayLength()];
			Mirror.gather(work.voxels, work.part, volume, input, target);
			return new WindowModel.Window(target, Mirror.sections(volume, input));
		}

		/** Blends, in the order of the lattice, as far as there is no gap. */
		void blend() {
			for (; blended < work.windows.size(); blended++) {
				final Placed placed = work.windows.get(blended);
				final float[] probabilities = ready.remove(placed.key);
				if (probabilities == null) return;
				sums.add(probabilities, placed.box);
				final int block = next.of(placed.box);
				if (block >= 0) cache.keep(placed.key, probabilities, block);
				progress.report((blended + 1.0) / work.windows.size(), model.message());
			}
		}

		/** One pass of one batch. */
		private final class WindowPass implements NetworkThread.Pass {

			private final WindowModel.Passes passes;
			private final int index;
			private final List<Placed> batch;

			WindowPass(final WindowModel.Passes passes, final int index,
				final List<Placed> batch)
			{
				this.passes = passes;
				this.index = index;
				this.batch = batch;
			}

			@Override
			public Tensor input() {
				return passes.input(index);
			}

			@Override
			public Tensor compute(final Tensor input) {
				return passes.compute(index, input);
			}

			@Override
			public void take(final Tensor output) {
				passes.take(index, output);
				if (index < passes.count() - 1) return;
				final List<float[]> probabilities = passes.probabilities();
				for (int i = 0; i < batch.size(); i++)
					ready.put(batch.get(i).key, probabilities.get(i));
				blend();
			}
		}
	}

	private List<Placed> windows(final Box box) {
		final List<Placed> windows = new ArrayList<>();
		for (int k = zs.first(box.zMin()); k <= zs.last(box.zMax() - 1); k++)
			for (int j = ys.first(box.yMin()); j <= ys.last(box.yMax() - 1); j++)
				for (int i = xs.first(box.xMin()); i <= xs.last(box.xMax() - 1); i++)
					windows.add(new Placed(((long) k * ys.count() + j) * xs.count() + i,
						window.at(xs.start(i), ys.start(j), zs.start(k))));
		return windows;
	}

	private Box needed(final List<Placed> windows) {
		final Box first = windows.get(0).box;
		final Box last = windows.get(windows.size() - 1).box;
		return Mirror.needed(volume, model.input(new Box(first.xMin(), first.yMin(),
			first.zMin(), last.xMax(), last.yMax(), last.zMax())));
	}
}
