
package org.twostream.roi;

import java.util.Arrays;
import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.BlockSize;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;

/**
 * The objects of a mask that is in memory as a whole, found as
 * {@link ComponentLabelling} finds those of a volume that is not: numbered from
 * 1 in the order of their first voxels (z, then y, then x), whatever the number
 * of threads. Holds about an eighth of a byte per voxel. Immutable;
 * thread-safe.
 */
public final class MaskObjects {

	private static final int SLABS_PER_THREAD = 4;

	private final BlockGrid slabs;
	private final int threads;
	private final KeptBlocks labelled;
	private final FoundObjects found;

	/**
	 * @param mask x fastest, then y, then z; a voxel counts when it is not 0
	 * @param x voxels along x
	 * @param y voxels along y
	 * @param z voxels along z
	 * @param minVoxels least size of an object; 1 or less keeps all
	 * @param threads used here and for painting
	 * @throws org.twostream.core.Cancelled if cancelled
	 * @throws IllegalArgumentException if the mask has another size
	 */
	public MaskObjects(final byte[] mask, final int x, final int y, final int z,
		final Connectivity connectivity, final long minVoxels, final int threads,
		final Progress progress)
	{
		final Box box = Box.ofSize(x, y, z);
		if (box.voxels() != mask.length) throw new IllegalArgumentException(x +
			" x " + y + " x " + z + " voxels do not fit a mask of " + mask.length);
		this.threads = threads;
		final int depth = Math.max(2, z / (SLABS_PER_THREAD * threads) + 1);
		slabs = new BlockSize(Math.max(1, x), Math.max(1, y), depth).grid(box);
		labelled = new KeptBlocks(slabs.size(), Long.MAX_VALUE);
		found = new ObjectFinder(slabs, connectivity, threads, BlockEngine.local())
			.find(slab -> new ObjectSource.BlockVoxels(bits(mask, slab.core()),
				Optional.empty(), Optional.empty()), minVoxels, 0, Optional.empty(),
				labelled, progress);
	}

	private static RowBits bits(final byte[] mask, final Box slab) {
		final RowBits bits = new RowBits(slab);
		bits.add(new ByteThreshold(1), mask, offset(slab), bits.xSize, bits.xSize *
			bits.ySize, slab.translate(0, 0, -slab.zMin()), RowBits.NONE_KEPT);
		return bits;
	}

	private static int offset(final Box slab) {
		return (int) (slab.xSize() * slab.ySize() * slab.zMin());
	}

	/** Number of objects. */
	public int size() {
		return found.objects().size();
	}

	/**
	 * @param id 1..{@link #size}
	 */
	public long voxels(final int id) {
		return stats(id).voxels;
	}

	/**
	 * @param id 1..{@link #size}
	 */
	public Box box(final int id) {
		return stats(id).box();
	}

	/**
	 * Mean place, x, y, z in voxels.
	 *
	 * @param id 1..{@link #size}
	 */
	public double[] centroid(final int id) {
		return stats(id).centroid();
	}

	/**
	 * Covariance of the voxels' places, voxels^2: xx, yy, zz, xy, xz, yz. Voxels
	 * count as points, so that a single one has none.
	 *
	 * @param id 1..{@link #size}
	 */
	public double[] covariance(final int id) {
		return stats(id).covariance();
	}

	private ObjectStats stats(final int id) {
		return found.objects().get(id - 1);
	}

	/**
	 * Paints the ids, 0 for background.
	 *
	 * @param target as large as the mask
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public void paint(final int[] target, final Progress progress) {
		BlockRunner.local(RunSettings.of(threads, "Painting labels")).run(slabs,
			block -> {
				paint(labelled.get(block.index()).orElseThrow(), Arrays.stream(found
					.ids(block.index())).mapToInt(Math::toIntExact).toArray(), target,
					offset(block.core()));
				return null;
			}, progress);
	}

	// Row by row: what was cleared is still in the nearest cache when painted.
	static void paint(final LabelledBlock slab, final int[] ids,
		final int[] target, final int offset)
	{
		final RowBits mask = slab.mask;
		final Bundles bundles = slab.components.bundles;
		final int[] rows = new int[4];
		for (int b = 0; b < bundles.first.length - 1; b++) {
			bundles.words(bundles.y(b), bundles.z(b), rows);
			for (final int word : rows) {
				if (word == mask.zeros()) continue;
				final int from = offset + word / mask.words * mask.xSize;
				Arrays.fill(target, from, from + mask.xSize, 0);
				for (int k = bundles.first[b]; k < bundles.first[b + 1]; k++)
					paint(target, from, mask.bits, word, bundles.start[k], bundles.end[k],
						ids[slab.components.label[k]]);
			}
		}
	}

	private static void paint(final int[] target, final int row,
		final long[] bits, final int word, final int start, final int end,
		final int id)
	{
		for (int w = start >> 6; w <= end - 1 >> 6; w++)
			for (long rest = bits[word + w] & RowBits.within(w, start,
				end); rest != 0; rest &= rest - 1)
				target[row + (w << 6) + Long.numberOfTrailingZeros(rest)] = id;
	}
}
