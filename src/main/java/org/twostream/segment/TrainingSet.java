
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * Random windows of labelled volumes, drawn evenly over all voxels. A region
 * thinner than the window is continued by reflection; nothing outside a region
 * is ever looked at. The n-th window depends on the seed and n only.
 * Thread-safe and read block by block, so a volume may be larger than memory.
 */
public final class TrainingSet implements BatchSource {

	/** After so many rejections a window is taken as it is. */
	private static final int MOST_DRAWS = 1000;

	private record Part(VoxelSource raw, VoxelSource codes, Box region) {
	}

	private final List<Part> parts = new ArrayList<>();
	private final Target target;
	private final Sampling sampling;
	private final Seed seed;

	/**
	 * @param volumes one or more, of one target
	 * @throws UserError if no label of any region is foreground
	 */
	public TrainingSet(final List<LabelledVolume> volumes,
		final Sampling sampling, final Seed seed, final Progress progress)
	{
		this.sampling = sampling;
		this.seed = seed.of("training windows");
		target = volumes.get(0).target();
		final long capacity = Runtime.getRuntime().maxMemory() / 8 / volumes.size();
		for (final LabelledVolume v : volumes) {
			if (v.target() != target) throw new IllegalArgumentException(v.target() +
				" among " + target);
			parts.add(new Part(new BlockCache((box, t) -> v.raw().read(0, box, t), v
				.raw().info(), capacity), new BlockCache(v.codes(), v.labels().info(),
					capacity), v.region()));
		}
		for (final Part part : parts)
			if (hasForeground(part, progress)) return;
		throw new UserError("The labels hold no " + target.text() +
			" voxel in the part to learn from; give labels with some foreground.");
	}

	private static boolean hasForeground(final Part part,
		final Progress progress)
	{
		final Box r = part.region;
		for (long z = r.zMin(); z < r.zMax(); z++) {
			progress.check();
			// A row of blocks at a time keeps arrays small in wide volumes.
			for (long y = r.yMin(); y < r.yMax(); y += 256) {
				final Box box = new Box(r.xMin(), y, z, r.xMax(), Math.min(y + 256, r
					.yMax()), z + 1);
				final byte[] codes = new byte[box.arrayLength()];
				part.codes.read(box, codes);
				if (TargetCodes.countForeground(codes) > 0) return true;
			}
		}
		return false;
	}

	@Override
	public Batch batch(final long index) {
		final List<Sample> samples = new ArrayList<>();
		for (int b = 0; b < sampling.batch(); b++)
			samples.add(sample(index * sampling.batch() + b));
		return Sample.batch(samples);
	}

	/** The n-th window, from 0. */
	Sample sample(final long n) {
		final SplittableRandom random = seed.of(n).random();
		Part part = choose(random);
		Box window = place(part.region, random);
		byte[] codes = Mirror.read(part.codes, part.region, window);
		for (int draws = 1; draws < MOST_DRAWS && rejects(codes, random); draws++) {
			part = choose(random);
			window = place(part.region, random);
			codes = Mirror.read(part.codes, part.region, window);
		}
		final Sample sample = new Sample(sampling.window(), Mirror.read(part.raw,
			part.region, window), codes, target);
		for (final Augmentation augmentation : Augmentation.values())
			if (sampling.augmentations().contains(augmentation)) augmentation.apply(
				sample, random);
		return sample;
	}

	private Part choose(final SplittableRandom random) {
		long voxels = 0;
		for (final Part part : parts)
			voxels += part.region.voxels();
		long k = random.nextLong(voxels);
		for (final Part part : parts) {
			k -= part.region.voxels();
			if (k < 0) return part;
		}
		throw new AssertionError("No part holds voxel " + k);
	}

	private Box place(final Box region, final SplittableRandom random) {
		final WindowSize w = sampling.window();
		final long x = start(region.xMin(), region.xSize() - w.x(), random);
		final long y = start(region.yMin(), region.ySize() - w.y(), random);
		final long z = start(region.zMin(), region.zSize() - w.z(), random);
		return w.at(x, y, z);
	}

	/** The window lies in the region, or the region in the window. */
	private static long start(final long min, final long room,
		final SplittableRandom random)
	{
		return min + Math.min(0, room) + random.nextLong(Math.abs(room) + 1);
	}

	private boolean rejects(final byte[] codes, final SplittableRandom random) {
		return sampling.rejection() > 0 && TargetCodes.countForeground(
			codes) < sampling.minForeground() && random.nextDouble() < sampling
				.rejection();
	}
}
