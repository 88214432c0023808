
package org.twostream.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.core.UserError;

/**
 * Random windows of labelled volumes, drawn evenly over all voxels. What
 * augmentations need beyond a window is read with it, as much as just this one
 * needs, so that voxels of the region fill the window wherever there are some.
 * A region thinner than that is continued by reflection; nothing outside a
 * region is ever looked at. The n-th window depends on the seed and n only.
 * Thread-safe and read block by block, so a volume may be larger than memory.
 */
public final class TrainingSet implements BatchSource {

	/** After so many rejections a window is taken as it is. */
	private static final int MOST_DRAWS = 1000;

	private record Part(VoxelSource raw, VoxelSource codes, Box region) {
	}

	/**
	 * A window before its intensities are read.
	 *
	 * @param source what of the region it is made of
	 * @param codes its labels
	 * @param seed of this window
	 */
	private record Drawn(Part part, Resampling resampling, Box source,
			byte[] codes, Seed seed) {
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
		for (final Drawn drawn : sampling.rejection().perBatch() ? together(index)
			: apart(index))
			samples.add(sample(drawn));
		return Sample.batch(samples);
	}

	/** The n-th window, from 0, judged alone. */
	Sample sample(final long n) {
		return sample(drawKept(n));
	}

	private Sample sample(final Drawn drawn) {
		final Sample sample = new Sample(sampling.window(), drawn.resampling.image(
			Mirror.read(drawn.part.raw, drawn.part.region, drawn.source)), TargetCodes
				.channels(drawn.codes, target));
		sampling.augmentations().change(sample, drawn.seed);
		return sample;
	}

	private List<Drawn> apart(final long index) {
		final List<Drawn> windows = new ArrayList<>();
		for (int b = 0; b < sampling.batch(); b++)
			windows.add(drawKept(index * sampling.batch() + b));
		return windows;
	}

	private List<Drawn> together(final long index) {
		List<Drawn> windows = List.of();
		for (int draw = 1;; draw++) {
			final List<Drawn> next = new ArrayList<>();
			long foreground = 0;
			for (int b = 0; b < sampling.batch(); b++) {
				final Drawn drawn = draw(seed.of(index * sampling.batch() + b), draw,
					windows.isEmpty() ? Optional.empty() : Optional.of(windows.get(b)));
				foreground += TargetCodes.countForeground(drawn.codes);
				next.add(drawn);
			}
			windows = next;
			if (keeps(foreground, windows.get(0).seed, draw)) return windows;
		}
	}

	private Drawn drawKept(final long n) {
		Drawn drawn = draw(seed.of(n), 1, Optional.empty());
		if (sampling.rejection().keepsAll()) return drawn;
		for (int draw = 1; !keeps(TargetCodes.countForeground(drawn.codes),
			drawn.seed, draw); draw++)
			drawn = draw(seed.of(n), draw + 1, Optional.of(drawn));
		return drawn;
	}

	private boolean keeps(final long foreground, final Seed one, final int draw) {
		return draw >= MOST_DRAWS || !sampling.rejection().rejects(foreground, one
			.of("rejection").of(draw).random());
	}

	/** Another place for the same deformation, which is what takes time. */
	private Drawn draw(final Seed one, final int draw,
		final Optional<Drawn> before)
	{
		final SplittableRandom random = one.of("place").of(draw).random();
		final Part part = choose(random);
		final Resampling resampling = before.filter(d -> d.part == part).map(
			Drawn::resampling).orElseGet(() -> sampling.augmentations().resampling(
				sampling.window(), part.region, one));
		final Box source = place(part.region, resampling.source(), random);
		final byte[] codes = resampling.labels(Mirror.read(part.codes, part.region,
			source));
		sampling.augmentations().relabel(codes, sampling.window());
		return new Drawn(part, resampling, source, codes, one);
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

	private static Box place(final Box region, final WindowSize w,
		final SplittableRandom random)
	{
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
}
