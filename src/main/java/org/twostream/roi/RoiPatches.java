
package org.twostream.roi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twostream.block.Block;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;

/**
 * Turns ROIs and cuts their patches. ROIs are worked on in groups, on threads;
 * what comes out does not depend on their number. Thread-safe.
 */
public final class RoiPatches {

	private static final double PERCENTILE = 0.95;
	private static final double MARGIN = 1.1;

	private final RoiMasks masks;
	private final int threads;

	/**
	 * @param labels the label volume of the ROIs
	 * @param polarity whether ROI n is 2n-1 (pre) and 2n (post) there, or n
	 * @param threads ROIs worked on at once
	 */
	public RoiPatches(final EmVolume labels, final boolean polarity,
		final int threads)
	{
		masks = new RoiMasks(labels, polarity);
		this.threads = threads;
	}

	/**
	 * A table with its angles.
	 *
	 * @param table the ROIs, turned
	 * @param patchNm side of a square that the 95th-percentile object fits: the
	 *          diagonal of the best slice's turned extent and a tenth more, full
	 *          nm; 112 voxels where there is no ROI
	 */
	public record Aligned(RoiTable table, double patchNm) {
	}

	/**
	 * Finds how each ROI is turned.
	 *
	 * @see Alignment
	 * @throws UserError if the label volume does not hold the table's ROIs
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public Aligned align(final RoiTable table, final Progress progress) {
		final List<List<Alignment>> groups = BlockRunner.local(RunSettings.of(
			threads, "Aligning ROIs")).map(groups(table), group -> {
				final List<Alignment> part = new ArrayList<>();
				for (int i = first(group); i < end(group); i++)
					part.add(Alignment.of(masks.best(table.get(i)), table.voxelSize()));
				return part;
			}, progress);
		final List<Roi> turned = new ArrayList<>(table.size());
		final double[] diagonal = new double[table.size()];
		for (final List<Alignment> group : groups)
			for (final Alignment a : group) {
				diagonal[turned.size()] = a.diagonalNm();
				turned.add(table.get(turned.size()).withAngle(a.angle()));
			}
		return new Aligned(new RoiTable(table.voxelSize(), turned), turned.isEmpty()
			? PatchFrame.SIDE * table.voxelSize().x() : fitting(diagonal));
	}

	private static double fitting(final double[] diagonal) {
		Arrays.sort(diagonal);
		final int rank = (int) Math.ceil(PERCENTILE * diagonal.length);
		return Math.ceil(diagonal[rank - 1] * MARGIN);
	}

	/**
	 * Cuts the patches of all ROIs: squares about the mask's centroid in the best
	 * slice, turned by the table's angle. Beyond the volume the image is its
	 * mirror image and the mask 0.
	 *
	 * @param patchNm side of the squares
	 * @param resume where finished groups are noted
	 * @throws UserError if the disk refuses, or the volumes do not fit the table
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public void cut(final RoiTable table, final EmVolume raw,
		final double patchNm, final PatchSink sink,
		final Optional<RunSettings.Resume> resume, final Progress progress)
	{
		if (!(patchNm > 0 && Double.isFinite(patchNm))) throw new UserError(
			"patch_nm=" + patchNm +
				" is not a positive number; give the side of a patch in nm.");
		final PatchSampler sampler = new PatchSampler(raw);
		BlockRunner.local(new RunSettings(threads, "Cutting patches", resume.map(
			r -> new RunSettings.Resume(r.doneFile(), r.settings() + "\npatch_nm=" +
				patchNm)))).run(groups(table), group -> {
					final byte[] patches = new byte[(end(group) - first(group)) * 2 *
						PatchFrame.PIXELS];
					for (int i = first(group); i < end(group); i++)
						cut(table, i, sampler, patchNm, patches, (i - first(group)) * 2 *
							PatchFrame.PIXELS);
					sink.write(first(group), patches);
					if (resume.isPresent()) sink.sync();
					return null;
				}, progress);
	}

	private void cut(final RoiTable table, final int row,
		final PatchSampler sampler, final double patchNm, final byte[] target,
		final int offset)
	{
		final Roi roi = table.get(row);
		final SliceMask mask = masks.best(roi);
		final PatchFrame frame = new PatchFrame(mask.x(), mask.y(), roi.bestSlice(),
			roi.angle(), patchNm, table.voxelSize());
		sampler.cut(frame, target, offset);
		frame.forEach(1, (i, x, y) -> target[offset + PatchFrame.PIXELS + i] = mask
			.at(x, y));
	}

	// A group of rows is a block of a volume that is one voxel thick.
	private static BlockGrid groups(final RoiTable table) {
		return new BlockGrid(Box.ofSize(table.size(), 1, 1), PatchSink.GROUP, 1, 1);
	}

	private static int first(final Block group) {
		return (int) group.core().xMin();
	}

	private static int end(final Block group) {
		return (int) group.core().xMax();
	}
}
