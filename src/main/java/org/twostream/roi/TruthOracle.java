
package org.twostream.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.twostream.block.Block;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/**
 * Knows the truth about ROIs from a volume of truth ids. Reads the boxes of the
 * ROIs only. Thread-safe.
 */
public final class TruthOracle {

	private static final int GROUP = 16;

	private final EmVolume truth;
	private final boolean polarity;
	private final int threads;

	/**
	 * @param truth ids of objects, 0 background; a mask has to be labelled first
	 *          (see {@link TruthInstances})
	 * @param polarity whether object n is 2n-1 and 2n in both volumes
	 * @param threads ROIs looked at at once
	 * @throws UserError if the truth does not hold whole numbers
	 */
	public TruthOracle(final EmVolume truth, final boolean polarity,
		final int threads)
	{
		if (truth.info().type() == PixelType.FLOAT32) throw new UserError(
			"The truth holds floating-point voxels where ids are needed; choose a label volume or convert it.");
		this.truth = truth;
		this.polarity = polarity;
		this.threads = threads;
	}

	/**
	 * @param labels the label volume of the ROIs, of the size of the truth
	 * @return one match per ROI, in the order of the table
	 * @throws UserError if the volumes differ in size, or a box lies outside
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public List<TruthMatch> match(final RoiTable table, final EmVolume labels,
		final Progress progress)
	{
		final VolumeInfo info = truth.info();
		if (!labels.info().box().equals(info.box())) throw new UserError(
			"The truth is " + size(info) + " voxels (x, y, z) and the ROIs' volume " +
				size(labels.info()) + "; give the truth of the same volume.");
		for (final Roi roi : table.rois())
			if (!info.box().contains(roi.box())) throw new UserError("ROI " + roi
				.id() + " lies at " + roi.box() + ", outside the truth of " + size(
					info) + " voxels; give the truth of the same volume.");
		final BlockGrid groups = new BlockGrid(Box.ofSize(table.size(), 1, 1),
			GROUP, 1, 1);
		final List<TruthMatch> matches = new ArrayList<>(table.size());
		BlockRunner.local(RunSettings.of(threads, "Matching ROIs with the truth"))
			.map(groups, group -> {
				final List<TruthMatch> part = new ArrayList<>();
				for (long i = group.core().xMin(); i < group.core().xMax(); i++)
					part.add(match(table.get((int) i).id(), table.get((int) i).box(),
						area -> labels.ids(0, area)));
				return part;
			}, progress).forEach(matches::addAll);
		return matches;
	}

	/**
	 * The same of an object that no label volume holds.
	 *
	 * @param id it is to have
	 */
	public TruthMatch match(final long id, final ObjectMask mask) {
		return match(id, mask.box(), area -> {
			final long[] labels = new long[area.arrayLength()];
			mask.label(area, labels, id, polarity);
			return labels;
		});
	}

	/** The truth object that holds a voxel, 0 for none. */
	public long at(final long x, final long y, final long z) {
		return object(truth.ids(0, new Box(x, y, z, x + 1, y + 1, z + 1))[0]);
	}

	/** Labels of a box. */
	@FunctionalInterface
	private interface Masks {

		long[] ids(Box area);
	}

	private static String size(final VolumeInfo info) {
		return info.xSize() + " x " + info.ySize() + " x " + info.zSize();
	}

	/** Voxels of a truth object inside an ROI's box. */
	private static final class Count {

		private long inBox;
		private long overlap;
	}

	private TruthMatch match(final long id, final Box box, final Masks masks) {
		final Map<Long, Count> counts = new HashMap<>();
		long voxels = 0;
		final BlockGrid blocks = LabellingOptions.DEFAULT_BLOCK.grid(box);
		for (int i = 0; i < blocks.size(); i++)
			voxels += count(id, masks, blocks.block(i), counts);
		long best = 0;
		Count most = new Count();
		for (final Map.Entry<Long, Count> e : counts.entrySet()) {
			final Count c = e.getValue();
			if (c.overlap > most.overlap || c.overlap > 0 &&
				c.overlap == most.overlap && Long.compareUnsigned(e.getKey(), best) < 0)
			{
				best = e.getKey();
				most = c;
			}
		}
		return new TruthMatch(id, best, most.overlap, most.inBox, voxels);
	}

	/** Adds a block's voxels to the counts; returns those of the ROI's mask. */
	private long count(final long roi, final Masks masks, final Block block,
		final Map<Long, Count> counts)
	{
		final long[] mask = masks.ids(block.core());
		final long[] ids = truth.ids(0, block.core());
		long voxels = 0;
		long last = 0;
		Count count = new Count();
		for (int i = 0; i < ids.length; i++) {
			final boolean inside = object(mask[i]) == roi;
			if (inside) voxels++;
			final long id = object(ids[i]);
			if (id == 0) continue;
			if (id != last) {
				count = counts.computeIfAbsent(id, k -> new Count());
				last = id;
			}
			count.inBox++;
			if (inside) count.overlap++;
		}
		return voxels;
	}

	private long object(final long label) {
		// 2n-1 and 2n, unsigned; 0 stays 0
		return polarity ? (label >>> 1) + (label & 1) : label;
	}
}
