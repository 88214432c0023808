
package org.twostream.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes masks of linked voxels, as {@link PolaritySource} does. */
final class MaskOfRows {

	private final NearVoxels voxels;
	private final LabellingOptions options;
	private final int least;

	MaskOfRows(final NearVoxels voxels, final LabellingOptions options,
		final int least)
	{
		this.voxels = voxels;
		this.options = options;
		this.least = least;
	}

	/** Empty if it is smaller than the least. */
	Optional<ObjectMask> of(final List<Flood.Row> rows) {
		final List<ObjectMask.Run> runs = new ArrayList<>();
		if (options.polarity().isEmpty()) for (final Flood.Row r : rows)
			runs.add(new ObjectMask.Run(r.x0(), r.x1(), r.y(), r.z(), (byte) 1));
		else {
			final Flood.Voxels pre = side(rows, (x, y, z) -> voxels.pre(x, y,
				z) >= least);
			final Flood.Voxels post = side(rows, (x, y, z) -> voxels.post(x, y,
				z) >= least);
			for (final Flood.Row r : rows)
				cut(r, pre, post, runs);
		}
		final long size = runs.stream().mapToLong(r -> r.x1() - r.x0()).sum();
		return size < Math.max(1, options.minVoxels()) ? Optional.empty() : Optional
			.of(new ObjectMask(runs, voxels::shown));
	}

	/** Without small pieces, unless all are kept. */
	private Flood.Voxels side(final List<Flood.Row> rows,
		final Flood.Voxels all)
	{
		if (options.polarity().get() == PolarityRule.ALL_PIECES_KEPT) return all;
		final Flood pieces = new Flood(all, Connectivity.SIX, Long.MAX_VALUE);
		final VoxelSet large = new VoxelSet();
		for (final Flood.Row row : rows)
			for (long x = row.x0(); x < row.x1(); x++)
				if (pieces.isNew(x, row.y(), row.z())) {
					final List<Flood.Row> piece = pieces.from(x, row.y(), row.z());
					if (piece.stream().mapToLong(r -> r.x1() - r.x0()).sum() >= options
						.minVoxels()) for (final Flood.Row r : piece)
						for (long i = r.x0(); i < r.x1(); i++)
							large.add(i, r.y(), r.z());
				}
		return large::contains;
	}

	private static void cut(final Flood.Row row, final Flood.Voxels pre,
		final Flood.Voxels post, final List<ObjectMask.Run> runs)
	{
		long start = row.x0();
		int side = 0;
		for (long x = row.x0(); x <= row.x1(); x++) {
			final int here = x == row.x1() ? 0 : post.at(x, row.y(), row.z()) ? 2
				: pre.at(x, row.y(), row.z()) ? 1 : 0;
			if (here == side) continue;
			if (side != 0) runs.add(new ObjectMask.Run(start, x, row.y(), row.z(),
				(byte) side));
			start = x;
			side = here;
		}
	}
}
