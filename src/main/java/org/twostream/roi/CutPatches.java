
package org.twostream.roi;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.core.Progress;

/**
 * Cuts the patches of a batch of ROIs, in an order that comes back to no chunk
 * of the raw volume, and writes them in the order of the table; a batch of rows
 * is a block of a volume that is one voxel thick.
 *
 * @param patchNm side of a patch of a kept scale
 * @param sink takes the patches
 * @param resumable whether each batch is to be durable
 */
record CutPatches(RoiTable table, RoiMasks masks, PatchSampler sampler,
		double patchNm, PatchScale scale, PatchSink sink, boolean resumable)
		implements
			BlockTask<Void> {

	/** Bytes of an ROI's patches. */
	static final int BOTH = 2 * PatchFrame.PIXELS;

	@Override
	public Void run(final Block batch) {
		return run(batch, Progress.NONE);
	}

	@Override
	public Void run(final Block batch, final Progress progress) {
		final int first = (int) batch.core().xMin();
		final int end = (int) batch.core().xMax();
		final byte[][] groups = new byte[(end - first + PatchSink.GROUP - 1) /
			PatchSink.GROUP][];
		for (int g = 0; g < groups.length; g++)
			groups[g] = new byte[BOTH * Math.min(PatchSink.GROUP, end - first - g *
				PatchSink.GROUP)];
		final int[] order = ChunkOrder.of(table, first, end, sampler.info());
		for (int i = 0; i < order.length; i++) {
			if (i % PatchSink.GROUP == 0) progress.check();
			// Two batches at once, of one section, begin at different ends.
			final int row = order[batch.index() % 2 == 0 ? i : order.length - 1 - i];
			cut(table.get(row), groups[(row - first) / PatchSink.GROUP], (row -
				first) % PatchSink.GROUP * BOTH);
		}
		for (int g = 0; g < groups.length; g++)
			sink.write(first + g * PatchSink.GROUP, groups[g]);
		if (resumable) sink.sync();
		return null;
	}

	private void cut(final Roi roi, final byte[] target, final int offset) {
		final SliceMask mask = masks.best(roi);
		final double side = scale == PatchScale.KEPT ? patchNm : RoiPatches.MARGIN *
			Alignment.turned(mask, table.voxelSize(), roi.angle()).diagonalNm();
		final PatchFrame frame = new PatchFrame(mask.x(), mask.y(), roi.bestSlice(),
			roi.angle(), side, table.voxelSize());
		sampler.cut(frame, target, offset);
		frame.forEachRow(1, (row, x, y) -> mask.at(x, y, target, offset +
			PatchFrame.PIXELS + row * PatchFrame.SIDE));
	}
}
