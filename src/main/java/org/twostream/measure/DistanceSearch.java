
package org.twostream.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;

/**
 * Exact distances from the voxels of one mask to the nearest voxel of another,
 * block by block. A first pass notes the box around the target's foreground in
 * each block; then each block with something to ask searches, nearest first,
 * only those blocks that can hold the answer. Memory: a block of both masks per
 * thread, and at most {@link #CACHED_POINTS} surface voxels of the target;
 * nothing is spilled to disk, whatever the size of the volume.
 */
final class DistanceSearch {

	/** 13 bytes each: some 200 MB. */
	static final long CACHED_POINTS = 1L << 24;

	private final MaskPair target;
	private final VoxelSize size;
	private final long mostCached;
	private final BlockGrid grid;
	private final List<Candidate> occupied = new ArrayList<>();
	private final Map<Integer, SurfaceTree> trees = new LinkedHashMap<>(16, 0.75f,
		true);
	private long cached;

	/** A block with target voxels, and the least it is away from a query. */
	private record Candidate(int block, Box extent, double least) {
	}

	/**
	 * Sums over asked voxels.
	 *
	 * @param voxels asked
	 * @param sum of the distances, nm
	 * @param far how many are farther than the limit
	 */
	record Sums(long voxels, double sum, long far) {

		Sums plus(final Sums other) {
			return new Sums(voxels + other.voxels, sum + other.sum, far + other.far);
		}
	}

	/**
	 * Walks through the target once.
	 *
	 * @param mostCached surface voxels kept; one block's are always kept
	 */
	DistanceSearch(final MaskPair target, final VoxelSize size,
		final long mostCached, final int threads, final Progress progress)
	{
		this.mostCached = mostCached;
		this.target = target;
		this.size = size;
		this.grid = MeasureGrid.of(target.wanted().info());
		final List<Optional<Box>> extents = runner(threads).map(grid,
			block -> Extent.of(target.read(block.core()), block.core()), progress);
		for (int i = 0; i < extents.size(); i++) {
			final int index = i;
			extents.get(i).ifPresent(e -> occupied.add(new Candidate(index, e, 0)));
		}
	}

	private static BlockRunner runner(final int threads) {
		return BlockRunner.local(RunSettings.of(threads, "measuring distances"));
	}

	/** Whether the target has no voxel at all. */
	boolean isEmpty() {
		return occupied.isEmpty();
	}

	/**
	 * Asks about every voxel of the other side of the pair. Independent of the
	 * number of threads to the last bit.
	 *
	 * @param limit nm; farther voxels are counted
	 */
	Sums ask(final double limit, final int threads, final Progress progress) {
		Sums sums = new Sums(0, 0, 0);
		for (final Sums s : runner(threads).map(grid, block -> ask(block, limit),
			progress))
			sums = sums.plus(s);
		return sums;
	}

	private Sums ask(final Block block, final double limit) {
		final byte[][] masks = target.readBoth(block.core());
		final long voxels = count(masks[1]);
		final byte[] apart = masks[1].clone();
		for (int i = 0; i < apart.length; i++)
			if (masks[0][i] == 1) apart[i] = 0;
		final Optional<Box> extent = Extent.of(apart, block.core());
		if (extent.isEmpty() || isEmpty()) return new Sums(voxels, 0, 0);
		final Sums far = new Query(block.core(), candidates(extent.get())).ask(
			apart, masks[0], limit);
		return new Sums(voxels, far.sum(), far.far());
	}

	private static long count(final byte[] mask) {
		long n = 0;
		for (final byte m : mask)
			n += m;
		return n;
	}

	/** The blocks that can hold the nearest voxel to one in the box. */
	private List<Candidate> candidates(final Box query) {
		double enough = Double.POSITIVE_INFINITY;
		for (final Candidate c : occupied)
			enough = Math.min(enough, Extent.farthest(query, c.extent(), size));
		final List<Candidate> near = new ArrayList<>();
		for (final Candidate c : occupied) {
			final double least = Extent.nearest(query, c.extent(), size);
			if (least <= enough) near.add(new Candidate(c.block(), c.extent(),
				least));
		}
		near.sort(Comparator.comparingDouble(Candidate::least));
		return near;
	}

	private SurfaceTree tree(final int block) {
		synchronized (trees) {
			final SurfaceTree tree = trees.get(block);
			if (tree != null) return tree;
		}
		// Built outside the lock: at worst two threads build the same tree.
		final Box box = grid.block(block).core();
		final SurfaceTree tree = SurfaceTree.of(target.read(box), box, size);
		synchronized (trees) {
			if (trees.put(block, tree) == null) cached += tree.points();
			final var eldest = trees.entrySet().iterator();
			while (cached > mostCached && trees.size() > 1) {
				cached -= eldest.next().getValue().points();
				eldest.remove();
			}
		}
		return tree;
	}

	/** The search for the voxels of one block. */
	private final class Query {

		private final Box box;
		private final List<Candidate> candidates;
		// the tree used last: most neighbours need the same
		private int held = -1;
		private SurfaceTree tree;

		Query(final Box box, final List<Candidate> candidates) {
			this.box = box;
			this.candidates = candidates;
		}

		Sums ask(final byte[] apart, final byte[] targets, final double limit) {
			double sum = 0;
			long far = 0;
			int i = 0;
			for (long z = box.zMin(); z < box.zMax(); z++)
				for (long y = box.yMin(); y < box.yMax(); y++) {
					double before = Double.POSITIVE_INFINITY;
					for (long x = box.xMin(); x < box.xMax(); x++, i++) {
						// One voxel on is at most one edge farther.
						before = targets[i] == 1 ? 0 : before + size.x();
						if (apart[i] != 1) continue;
						before = Math.sqrt(nearest(x, y, z, before));
						sum += before;
						if (before > limit) far++;
					}
				}
			return new Sums(0, sum, far);
		}

		private double nearest(final long x, final long y, final long z,
			final double most)
		{
			// Above the bound by a rounding error's worth, so that the voxel that
			// attains it is still found.
			double best = most * most * (1 + 1e-9);
			final Box voxel = new Box(x, y, z, x + 1, y + 1, z + 1);
			for (final Candidate c : candidates) {
				if (c.least() >= best) break;
				if (Extent.nearest(voxel, c.extent(), size) >= best) continue;
				if (held != c.block()) {
					tree = tree(c.block());
					held = c.block();
				}
				best = tree.nearest(x, y, z, best);
			}
			return best;
		}
	}
}
