
package org.twostream.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;
import org.twostream.volume.VolumeWriter;

/**
 * The objects of a probability volume: components of the voxels that reach the
 * threshold. Objects are numbered 1..n in the order of their first voxels (z,
 * then y, then x), whatever the block size and the number of threads. The
 * volume is read block by block to find objects, and to write them once more
 * where an eighth of the heap does not hold what was found (some eighth of a
 * byte per voxel). Immutable; thread-safe.
 */
public final class ComponentLabelling {

	private final Box volume;
	private final BlockGrid grid;
	private final ObjectSource source;
	private final LabellingOptions options;
	private final FoundObjects found;
	private final KeptBlocks kept;
	private final BlockEngine engine;

	private ComponentLabelling(final Box volume, final BlockGrid grid,
		final ObjectSource source, final LabellingOptions options,
		final FoundObjects found, final KeptBlocks kept, final BlockEngine engine)
	{
		this.volume = volume;
		this.grid = grid;
		this.source = source;
		this.options = options;
		this.found = found;
		this.kept = kept;
		this.engine = engine;
	}

	/** Finds the objects on threads of this process. */
	public static ComponentLabelling of(final EmVolume probability,
		final LabellingOptions options, final Progress progress)
	{
		return of(probability, Optional.empty(), options, BlockEngine.local(),
			progress);
	}

	/**
	 * Finds the objects.
	 *
	 * @param probability 8-bit, 0..255; channel 0 is looked at, for polarity the
	 *          channels 0 pre, 1 post, 2 union
	 * @param raw of the same size, any type; channel 0 is summed over the objects
	 *          as stored
	 * @param engine where blocks are run, here and when labels are written
	 * @throws UserError if the volume is not 8-bit or lacks a channel
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public static ComponentLabelling of(final EmVolume probability,
		final Optional<EmVolume> raw, final LabellingOptions options,
		final BlockEngine engine, final Progress progress)
	{
		check(probability.info(), options);
		final Box volume = probability.info().box();
		final BlockGrid grid = options.block().grid(volume);
		final int least = ProbabilitySource.least(options.threshold());
		if (options.polarity().isEmpty()) return find(volume, grid,
			new ProbabilitySource(probability, least), raw, options, options
				.minVoxels(), engine, progress);
		final PolaritySource source = options.polarity()
			.get() == PolarityRule.ALL_PIECES_KEPT ? PolaritySource.all(probability,
				least) : PolaritySource.cleaned(probability, least, options.minVoxels(),
					grid, options.threads(), engine, progress.part(0, 0.6));
		return find(volume, grid, source, raw, options, 1, engine, progress.part(
			0.6, 1));
	}

	/**
	 * The objects of any source.
	 *
	 * @param raw whose values are summed over the objects, as stored
	 */
	static ComponentLabelling find(final Box volume, final BlockGrid grid,
		final ObjectSource source, final Optional<EmVolume> raw,
		final LabellingOptions options, final long minVoxels,
		final BlockEngine engine, final Progress progress)
	{
		final KeptBlocks kept = KeptBlocks.of(grid.size());
		return new ComponentLabelling(volume, grid, source, options,
			new ObjectFinder(grid, options.connectivity(), options.threads(), engine)
				.find(source, minVoxels, ProbabilitySource.least(options.peak()), raw,
					kept, progress), kept, engine);
	}

	/** The same objects with ids from another one on, which end below 2^62. */
	ComponentLabelling numberedFrom(final long firstId) {
		return new ComponentLabelling(volume, grid, source, options, found
			.numberedFrom(firstId), kept, engine);
	}

	static void check(final VolumeInfo info, final LabellingOptions options) {
		if (info.type() != PixelType.UINT8) throw new UserError(
			"The prediction holds " + info.type() +
				" voxels; give one with 8-bit probabilities, 0..255.");
		if (options.polarity().isPresent() && info.channels() != 3)
			throw new UserError("The prediction has " + info.channels() +
				" channel(s) where target=polarity needs the three pre, post, union; give another prediction or target.");
	}

	/** Number of objects. */
	public int size() {
		return found.objects().size();
	}

	/**
	 * The objects by id, not yet aligned: all angles are 0.
	 *
	 * @param voxelSize nm
	 */
	public List<Roi> rois(final VoxelSize voxelSize) {
		final List<Roi> rois = new ArrayList<>(size());
		for (final ObjectStats s : found.objects())
			rois.add(s.roi(found.firstId() + rois.size(), voxelSize, volume, options
				.polarity().isPresent()));
		return rois;
	}

	/**
	 * Writes the label volume: 0 background, else the id; with a polarity rule 2
	 * id - 1 pre-synaptic, 2 id post-synaptic. Blocks without an object are not
	 * written unless resuming: a chunk never written reads as 0.
	 *
	 * @param labels an integer volume of the same size whose chunks divide the
	 *          block size
	 * @param resume where finished blocks are noted; empty: all are written
	 * @throws UserError if the disk refuses
	 * @throws org.twostream.core.Cancelled if cancelled
	 * @throws IllegalArgumentException if the sizes do not fit
	 */
	public void write(final VolumeWriter labels,
		final Optional<RunSettings.Resume> resume, final Progress progress)
	{
		final VolumeInfo info = labels.info();
		if (!info.box().equals(volume)) throw new IllegalArgumentException(
			"Labels of " + info.box() + " for a volume of " + volume);
		final RunSettings settings = new RunSettings(options.threads(),
			"Writing labels", resume.map(r -> new RunSettings.Resume(r.doneFile(), r
				.settings() + "\n" + options.text() + "\n" + size() + " objects")));
		engine.runner(settings).run(grid, new PaintLabels(source, options
			.connectivity(), found, kept, labels, resume.isPresent()), progress);
	}
}
