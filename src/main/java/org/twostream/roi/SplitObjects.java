
package org.twostream.roi;

import java.util.ArrayList;
import java.util.List;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.roi.split.ObjectVoxels;
import org.twostream.roi.split.Parts;
import org.twostream.roi.split.Splitter;
import org.twostream.volume.EmVolume;

/**
 * Splits the components of a group; a group of rows is a block of a volume that
 * is one voxel thick.
 *
 * @param components the table of them
 * @param reader of their voxels
 * @param raw whose values are summed over the parts, as stored
 * @param splitter how each is split
 */
record SplitObjects(RoiTable components, ObjectReader reader, EmVolume raw,
		Splitter splitter) implements BlockTask<List<SplitObject>> {

	/**
	 * Voxels of an object that is looked at: some 60 bytes of memory each. A
	 * larger one stays whole.
	 */
	static final long MOST_VOXELS = 1 << 24;

	@Override
	public List<SplitObject> run(final Block group) {
		return run(group, Progress.NONE);
	}

	@Override
	public List<SplitObject> run(final Block group, final Progress part) {
		final List<SplitObject> split = new ArrayList<>();
		for (long i = group.core().xMin(); i < group.core().xMax(); i++) {
			part.check();
			split.add(split(components.get((int) i)));
		}
		return split;
	}

	private SplitObject split(final Roi component) {
		if (component.voxels() > MOST_VOXELS) return SplitObject.whole(component,
			true);
		if (component.voxels() < splitter.leastVoxels()) return SplitObject.whole(
			component, false);
		final ObjectVoxels object = reader.read(component);
		final Parts parts = splitter.split(object);
		if (parts.isWhole()) return SplitObject.whole(component, false);
		final PartRuns runs = PartRuns.of(component.box(), object.runs(), parts
			.of());
		final List<Roi> rois = new ArrayList<>();
		final ObjectStats[] stats = stats(component.box(), runs, object, parts
			.count());
		for (final Box tile : reader.tiles(component.box()))
			sum(runs, tile, new RawValues(raw, tile), stats);
		for (final ObjectStats s : stats)
			rois.add(s.roi(0, components.voxelSize(), reader.labels().info().box(),
				false));
		return new SplitObject(rois, runs, false);
	}

	private static void sum(final PartRuns runs, final Box tile,
		final RawValues values, final ObjectStats[] stats)
	{
		runs.forEach((x0, x1, y, z, part) -> {
			final long from = Math.max(x0, tile.xMin());
			final long to = Math.min(x1, tile.xMax());
			if (from >= to || !tile.contains(from, y, z)) return;
			final int row = (int) (tile.xSize() * (y - tile.yMin() + tile.ySize() *
				(z - tile.zMin())) - tile.xMin());
			values.add((int) (row + from), (int) (row + to), stats[part].intensity);
		});
	}

	private static ObjectStats[] stats(final Box box, final PartRuns runs,
		final ObjectVoxels object, final int count)
	{
		final ObjectStats[] stats = new ObjectStats[count];
		for (int i = 0; i < count; i++)
			stats[i] = new ObjectStats();
		final MaskHash hash = new MaskHash((int) box.xSize(), (int) box.ySize(),
			(int) box.zSize());
		// scan order is the order of the voxels' numbers
		final int[] next = { 0 };
		runs.forEach((x0, x1, y, z, part) -> {
			final ObjectStats s = stats[part];
			s.add(x0, x1, y, z);
			s.hash = MaskHash.add(s.hash, hash.run((int) (x0 - box.xMin()),
				(int) (x1 - box.xMin()), (int) (y - box.yMin()), (int) (z - box
					.zMin())));
			for (long x = x0; x < x1; x++) {
				final int p = object.probability(next[0]++);
				s.probabilitySum += p;
				s.probabilityMax = Math.max(s.probabilityMax, p);
			}
		});
		final long factor = MaskHash.factor(box.xMin(), box.yMin(), box.zMin());
		for (final ObjectStats s : stats)
			s.hash = MaskHash.multiply(s.hash, factor);
		return stats;
	}
}
