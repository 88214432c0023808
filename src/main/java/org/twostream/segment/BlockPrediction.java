
package org.twostream.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.volume.EmVolume;

/**
 * Probabilities of one box of a volume: every window of the volume's lattice
 * that touches the box, blended in the order of the lattice. Not thread-safe.
 */
final class BlockPrediction {

	/** Which later block wants a window again, or -1. */
	interface NextUse {

		int of(Box window);
	}

	private record Placed(long key, Box box) {
	}

	private final EmVolume raw;
	private final Box volume;
	private final WindowModel model;
	private final WindowSize window;
	private final Lattice xs;
	private final Lattice ys;
	private final Lattice zs;
	private final float[] weights;
	private final WindowCache cache;
	private long computed;

	BlockPrediction(final EmVolume raw, final WindowModel model,
		final SlidingWindow how, final WindowCache cache)
	{
		this.raw = raw;
		this.model = model;
		this.cache = cache;
		volume = raw.info().box();
		window = how.window();
		xs = how.xLattice(volume.xSize());
		ys = how.yLattice(volume.ySize());
		zs = how.zLattice(volume.zSize());
		weights = Blending.weights(window, how.sigma());
	}

	/** Windows that went through the network so far. */
	long computed() {
		return computed;
	}

	/** Windows of the whole lattice. */
	long latticeSize() {
		return (long) xs.count() * ys.count() * zs.count();
	}

	/**
	 * @return per channel the probability * 255, truncated, of the box
	 */
	byte[][] predict(final Box box, final NextUse next, final Progress progress) {
		final List<Placed> windows = windows(box);
		final Box part = needed(windows);
		final byte[] voxels = raw.bytes(0, part);
		final int channels = model.channels();
		final float[][] sums = new float[channels][box.arrayLength()];
		final float[] norm = new float[box.arrayLength()];
		final Map<Long, float[]> ready = new HashMap<>();
		for (int i = 0; i < windows.size(); i++) {
			final Placed placed = windows.get(i);
			progress.check();
			cache.take(placed.key).ifPresent(p -> ready.put(placed.key, p));
			if (!ready.containsKey(placed.key)) compute(windows, i, part, voxels,
				ready);
			final float[] probabilities = ready.remove(placed.key);
			add(probabilities, placed.box, box, sums, norm);
			final int nextBlock = next.of(placed.box);
			if (nextBlock >= 0) cache.keep(placed.key, probabilities, nextBlock);
			progress.report((i + 1.0) / windows.size(), "Predicting");
		}
		final byte[][] result = new byte[channels][norm.length];
		for (int c = 0; c < channels; c++)
			for (int i = 0; i < norm.length; i++)
				result[c][i] = (byte) Math.min(255, (int) (255 * (sums[c][i] /
					norm[i])));
		return result;
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
		return Mirror.needed(volume, new Box(first.xMin(), first.yMin(), first
			.zMin(), last.xMax(), last.yMax(), last.zMax()));
	}

	/** Predicts this window and the next ones that are not there yet. */
	private void compute(final List<Placed> windows, final int from,
		final Box part, final byte[] voxels, final Map<Long, float[]> ready)
	{
		final List<Long> keys = new ArrayList<>();
		final List<byte[]> inputs = new ArrayList<>();
		for (int i = from; i < windows.size() && inputs.size() < model
			.batch(); i++)
		{
			final Placed placed = windows.get(i);
			if (ready.containsKey(placed.key) || cache.holds(placed.key)) continue;
			final byte[] input = new byte[window.voxels()];
			Mirror.gather(voxels, part, volume, placed.box, input);
			keys.add(placed.key);
			inputs.add(input);
		}
		final List<float[]> outputs = model.predict(inputs);
		for (int i = 0; i < keys.size(); i++)
			ready.put(keys.get(i), outputs.get(i));
		computed += keys.size();
	}

	private void add(final float[] probabilities, final Box from, final Box box,
		final float[][] sums, final float[] norm)
	{
		final Box common = from.intersect(box);
		final int n = (int) common.xSize();
		for (long z = common.zMin(); z < common.zMax(); z++)
			for (long y = common.yMin(); y < common.yMax(); y++) {
				final int w = (int) (((z - from.zMin()) * window.y() + y - from
					.yMin()) * window.x() + common.xMin() - from.xMin());
				final int t = (int) (((z - box.zMin()) * box.ySize() + y - box.yMin()) *
					box.xSize() + common.xMin() - box.xMin());
				for (int x = 0; x < n; x++)
					norm[t + x] += weights[w + x];
				for (int c = 0; c < sums.length; c++) {
					final float[] sum = sums[c];
					final int p = c * window.voxels() + w;
					for (int x = 0; x < n; x++)
						sum[t + x] += weights[w + x] * probabilities[p + x];
				}
			}
	}
}
