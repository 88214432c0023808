
package org.twostream.roi;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;

/**
 * Cuts the patches of a group of ROIs; a group of rows is a block of a volume
 * that is one voxel thick.
 *
 * @param patchNm side of a patch of a kept scale
 * @param sink takes the patches
 * @param resumable whether each group is to be durable
 */
record CutPatches(RoiTable table, RoiMasks masks, PatchSampler sampler,
		double patchNm, PatchScale scale, PatchSink sink, boolean resumable)
		implements
			BlockTask<Void> {

	private static final int BOTH = 2 * PatchFrame.PIXELS;

	@Override
	public Void run(final Block group) {
		final int first = (int) group.core().xMin();
		final int end = (int) group.core().xMax();
		final byte[] patches = new byte[(end - first) * BOTH];
		for (int i = first; i < end; i++)
			cut(table.get(i), patches, (i - first) * BOTH);
		sink.write(first, patches);
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
		frame.forEach(1, (i, x, y) -> target[offset + PatchFrame.PIXELS + i] = mask
			.at(x, y));
	}
}
