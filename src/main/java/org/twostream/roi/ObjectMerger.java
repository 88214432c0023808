
package org.twostream.roi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.block.BlockGrid;
import org.twostream.core.UserError;

/**
 * Joins the components of blocks into the objects of the volume. Blocks may
 * come in any order and from any thread; what comes out does not depend on it.
 * A block's border is kept only until its neighbours have come, so memory is
 * set by the objects and about one layer of block borders.
 */
final class ObjectMerger {

	private final BlockGrid grid;
	private final Connectivity connectivity;
	private final BlockObjects[] blocks;
	private final int[] base;
	private final int[] awaited;
	private final List<ObjectStats> stats = new ArrayList<>();
	private int[] parent = new int[1024];

	ObjectMerger(final BlockGrid grid, final Connectivity connectivity) {
		this.grid = grid;
		this.connectivity = connectivity;
		blocks = new BlockObjects[grid.size()];
		base = new int[grid.size()];
		awaited = new int[grid.size()];
		for (int i = 0; i < awaited.length; i++)
			awaited[i] = neighbours(i).length;
	}

	/** Blocks that touch a block, at most 26. */
	private int[] neighbours(final int index) {
		final int x = index % grid.xBlocks();
		final int y = index / grid.xBlocks() % grid.yBlocks();
		final int z = index / grid.xBlocks() / grid.yBlocks();
		final int[] found = new int[26];
		int n = 0;
		for (int k = Math.max(0, z - 1); k <= z + 1 && k < grid.zBlocks(); k++)
			for (int j = Math.max(0, y - 1); j <= y + 1 && j < grid.yBlocks(); j++)
				for (int i = Math.max(0, x - 1); i <= x + 1 && i < grid
					.xBlocks(); i++)
				{
					final int other = i + grid.xBlocks() * (j + grid.yBlocks() * k);
					if (other != index) found[n++] = other;
				}
		return Arrays.copyOf(found, n);
	}

	/** Takes a block's components, once for each block of the grid. */
	synchronized void add(final int index, final BlockObjects block) {
		blocks[index] = block;
		base[index] = stats.size();
		final int total = total(stats.size(), block.stats.length);
		if (total > parent.length) parent = Arrays.copyOf(parent, Math.max(total,
			(int) Math.min(2L * parent.length, Integer.MAX_VALUE - 8)));
		for (int i = base[index]; i < total; i++)
			parent[i] = i;
		stats.addAll(Arrays.asList(block.stats));
		for (final int other : neighbours(index)) {
			if (blocks[other] == null) continue;
			BorderRuns.join(block.border(), block.box, blocks[other].border(),
				blocks[other].box, connectivity, (a, b) -> unite(base[index] + a,
					base[other] + b));
			settle(other);
			settle(index);
		}
	}

	/**
	 * @throws UserError if there are more than 2^31 - 1 pieces
	 */
	static int total(final int pieces, final int more) {
		if (pieces > Integer.MAX_VALUE - 8 - more) throw new UserError(
			"The prediction has more than 2^31 pieces of objects, " + pieces +
				" so far and " + more +
				" in the next block; give a higher threshold or min_voxels.");
		return pieces + more;
	}

	private void settle(final int index) {
		if (--awaited[index] == 0) blocks[index].forgetBorder();
	}

	private void unite(final int a, final int b) {
		final int i = root(a);
		final int j = root(b);
		if (i < j) parent[j] = i;
		else parent[i] = j;
	}

	private int root(final int object) {
		int i = object;
		while (parent[i] != i) {
			parent[i] = parent[parent[i]];
			i = parent[i];
		}
		return i;
	}

	/**
	 * The objects of at least a size and a highest probability (0..255), numbered
	 * from 1 in the order of their first voxels. Called once, after the last
	 * block.
	 */
	synchronized FoundObjects finish(final long minVoxels, final int peak) {
		final int n = stats.size();
		final List<ObjectStats> objects = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final int root = root(i);
			if (root == i) objects.add(stats.get(i));
			else stats.get(root).add(stats.get(i));
		}
		objects.removeIf(s -> s.voxels < minVoxels || s.probabilityMax < peak);
		objects.sort(ObjectStats::compareFirst);
		for (int i = 0; i < objects.size(); i++)
			objects.get(i).number = i + 1;
		final List<FoundObjects.BlockIds> ids = new ArrayList<>(blocks.length);
		for (int i = 0; i < blocks.length; i++) {
			final int[] blockIds = new int[blocks[i].stats.length];
			for (int j = 0; j < blockIds.length; j++)
				blockIds[j] = stats.get(root(base[i] + j)).number;
			ids.add(new FoundObjects.BlockIds(blocks[i].components, blocks[i].label,
				blockIds));
		}
		return new FoundObjects(objects, ids);
	}
}
