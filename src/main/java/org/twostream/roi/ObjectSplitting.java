
package org.twostream.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockSize;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.roi.split.Splitter;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeWriter;

/**
 * The parts of the components of a volume. They are numbered 1..n in the order
 * of their components, those of a component in the order of their first voxels.
 * Each component is split by itself, so that neither blocks nor threads nor
 * engine matter; memory is set by the largest component that is split
 * ({@link SplitObjects#MOST_VOXELS}) and the components that were. Immutable;
 * thread-safe.
 */
final class ObjectSplitting {

	/** Components per task. */
	private static final int GROUP = 16;

	private final EmVolume components;
	private final LabellingOptions options;
	private final BlockEngine engine;
	private final String text;
	private final List<SplitObject> objects;
	private final int peak;

	private ObjectSplitting(final EmVolume components,
		final LabellingOptions options, final BlockEngine engine, final String text,
		final List<SplitObject> objects)
	{
		this.components = components;
		this.options = options;
		this.engine = engine;
		this.text = text;
		this.objects = objects;
		peak = ProbabilitySource.least(options.peak());
	}

	/**
	 * Splits the components.
	 *
	 * @param components their label volume
	 * @param table of them, by id from 1
	 * @param raw whose values are summed over the parts, as stored
	 * @param probability that they were found in
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	static ObjectSplitting of(final EmVolume components, final RoiTable table,
		final EmVolume raw, final EmVolume probability,
		final LabellingOptions options, final Splitter splitter,
		final BlockEngine engine, final Progress progress)
	{
		final BlockGrid groups = new BlockGrid(Box.ofSize(table.size(), 1, 1),
			GROUP, 1, 1);
		final List<SplitObject> objects = new ArrayList<>(table.size());
		engine.runner(RunSettings.of(options.threads(), "Splitting objects")).map(
			groups, new SplitObjects(table, new ObjectReader(components, probability,
				options.connectivity(), table.voxelSize()), raw, splitter), progress)
			.forEach(objects::addAll);
		return new ObjectSplitting(components, options, engine, splitter.text(),
			objects);
	}

	/** What was split. */
	Proposer.Cuts cuts() {
		return new Proposer.Cuts((int) objects.stream().filter(o -> !o.runs()
			.isEmpty()).count(), (int) objects.stream().filter(SplitObject::tooLarge)
				.count());
	}

	/** The parts by id, those that do not reach the peak left out. */
	List<Roi> rois() {
		final List<Roi> rois = new ArrayList<>();
		for (final SplitObject object : objects)
			for (final Roi part : object.parts())
				if (kept(part)) rois.add(part.withId(rois.size() + 1L));
		return rois;
	}

	private boolean kept(final Roi part) {
		return Math.round(part.maxProbability() * 255) >= peak;
	}

	/** Ids of the parts of each component, 0 for none. */
	private int[][] ids() {
		final int[][] ids = new int[objects.size()][];
		int last = 0;
		for (int i = 0; i < ids.length; i++) {
			final List<Roi> parts = objects.get(i).parts();
			ids[i] = new int[parts.size()];
			for (int j = 0; j < ids[i].length; j++)
				if (kept(parts.get(j))) ids[i][j] = ++last;
		}
		return ids;
	}

	/**
	 * Writes the label volume, as {@link ComponentLabelling#write} does.
	 *
	 * @param labels as large as the components, of the same chunks
	 */
	void write(final VolumeWriter labels,
		final Optional<RunSettings.Resume> resume, final Progress progress)
	{
		final BlockSize block = options.block();
		final RunSettings settings = new RunSettings(options.threads(),
			"Writing labels", resume.map(r -> new RunSettings.Resume(r.doneFile(), r
				.settings() + "\n" + options.text() + "\nsplit " + text)));
		engine.runner(settings).run(block.grid(labels.info().box()), new PaintParts(
			components, ids(), objects.stream().map(SplitObject::runs).toArray(
				PartRuns[]::new), labels, resume.isPresent()), progress);
	}
}
