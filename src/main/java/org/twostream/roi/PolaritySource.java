
package org.twostream.roi;

import java.util.List;
import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.volume.EmVolume;

/**
 * Synapses from the channels pre, post and union: a synapse is a component of
 * the union dilated in its section by 5 x 5 voxels, its mask the pre- and
 * post-synaptic voxels in there (post-synaptic where both). Source: Lin et al.,
 * ECCV 2020, and the function polarity2instance published with it.
 */
final class PolaritySource implements ObjectSource {

	private static final long serialVersionUID = 1L;

	static final int DILATION = 2;

	private final EmVolume probability;
	private final int least;
	private final List<SideSource> sides;
	private final List<FoundObjects> large;

	private PolaritySource(final EmVolume probability, final int least,
		final List<SideSource> sides, final List<FoundObjects> large)
	{
		this.probability = probability;
		this.least = least;
		this.sides = sides;
		this.large = large;
	}

	/** All pre- and post-synaptic voxels. */
	static PolaritySource all(final EmVolume probability, final int least) {
		return new PolaritySource(probability, least, sides(probability, least),
			List.of());
	}

	/**
	 * Without 6-connected pre- or post-synaptic pieces below a size; they are
	 * found here, over the whole volume.
	 *
	 * @param grid the blocks that will be read
	 */
	static PolaritySource cleaned(final EmVolume probability, final int least,
		final long minVoxels, final BlockGrid grid, final int threads,
		final BlockEngine engine, final Progress progress)
	{
		final List<SideSource> sides = sides(probability, least);
		final ObjectFinder finder = new ObjectFinder(grid, Connectivity.SIX,
			threads, engine);
		return new PolaritySource(probability, least, sides, List.of(finder.find(
			sides.get(0), minVoxels, 0, progress.part(0, 0.5)), finder.find(sides.get(
				1), minVoxels, 0, progress.part(0.5, 1))));
	}

	private static List<SideSource> sides(final EmVolume probability,
		final int least)
	{
		return List.of(new SideSource(probability, 0, least), new SideSource(
			probability, 1, least));
	}

	@Override
	public BlockVoxels read(final Block block) {
		final Box core = block.core();
		final Box outer = core.grow(DILATION, DILATION, 0).intersect(probability
			.info().box());
		final byte[] around = probability.bytes(2, outer);
		final byte[] union = crop(around, outer, core);
		final byte[] mask = new byte[union.length];
		for (int side = 0; side < 2; side++)
			mark(side, union, block, mask);
		return new BlockVoxels(RowBits.of(crop(dilate(around, outer), outer, core),
			1, core), Optional.of(mask), Optional.of(union));
	}

	private void mark(final int side, final byte[] union, final Block block,
		final byte[] mask)
	{
		final BlockVoxels voxels = sides.get(side).voxels(union, block);
		if (large.isEmpty()) {
			for (int i = 0; i < mask.length; i++)
				if (voxels.linked().has(i % voxels.linked().xSize, i / voxels
					.linked().xSize)) mask[i] = (byte) (side + 1);
			return;
		}
		final LabelledBlock labelled = new LabelledBlock(block, b -> voxels,
			Connectivity.SIX);
		labelled.forEachRun(large.get(side).ids(block.index()), (from, to, id) -> {
			for (int i = from; i < to; i++)
				mask[i] = (byte) (side + 1);
		});
	}

	/** 1 within two voxels along x and y of a voxel that counts, else 0. */
	private byte[] dilate(final byte[] voxels, final Box box) {
		final int x = (int) box.xSize();
		final int y = (int) box.ySize();
		final byte[] along = new byte[voxels.length];
		for (int row = 0; row < voxels.length; row += x)
			for (int i = 0; i < x; i++)
				if ((voxels[row + i] & 255) >= least) for (int k = Math.max(0, i -
					DILATION); k <= Math.min(x - 1, i + DILATION); k++)
					along[row + k] = 1;
		final byte[] dilated = new byte[voxels.length];
		for (int row = 0; row < voxels.length; row += x) {
			final int j = row / x % y;
			for (int k = Math.max(-j, -DILATION); k <= Math.min(y - 1 - j,
				DILATION); k++)
				for (int i = 0; i < x; i++)
					dilated[row + i] |= along[row + k * x + i];
		}
		return dilated;
	}

	static byte[] crop(final byte[] voxels, final Box from, final Box to) {
		final byte[] cropped = new byte[to.arrayLength()];
		final int n = (int) to.xSize();
		int target = 0;
		for (long z = to.zMin(); z < to.zMax(); z++)
			for (long y = to.yMin(); y < to.yMax(); y++) {
				System.arraycopy(voxels, (int) (to.xMin() - from.xMin() + from.xSize() *
					(y - from.yMin() + from.ySize() * (z - from.zMin()))), cropped,
					target, n);
				target += n;
			}
		return cropped;
	}
}
