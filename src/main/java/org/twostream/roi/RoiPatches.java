
package org.twostream.roi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twostream.block.BlockEngine;
import org.twostream.block.BlockGrid;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.RecentChunks;

/**
 * Turns ROIs and cuts their patches. ROIs are worked on in groups, those near
 * each other together, so that each chunk of the volumes is decoded about once;
 * what comes out does not depend on where, nor on memory: an eighth of the heap
 * each for chunks of the labels, chunks of the raw volume, masks and patches.
 * Thread-safe.
 */
public final class RoiPatches {

	private static final double PERCENTILE = 0.95;
	/** Side of a square by the diagonal of what it shows. */
	static final double MARGIN = 1.1;
	/** ROIs that are cut before they are written, at most: 100 MB. */
	private static final int MOST_ROWS = 64 * PatchSink.GROUP;
	/** Batches for each thread, at least. */
	private static final int BATCHES = 4;

	private final RoiMasks masks;
	private final int threads;
	private final BlockEngine engine;

	/**
	 * @param labels the label volume of the ROIs
	 * @param polarity whether ROI n is 2n-1 (pre) and 2n (post) there, or n
	 * @param threads ROIs worked on at once by this process
	 * @param engine where they are worked on
	 */
	public RoiPatches(final EmVolume labels, final boolean polarity,
		final int threads, final BlockEngine engine)
	{
		masks = new RoiMasks(recent(labels), polarity, room());
		this.threads = threads;
		this.engine = engine;
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
		final int[] order = ChunkOrder.of(table, 0, table.size(), masks.info());
		final BlockGrid grid = rows(table, PatchSink.GROUP);
		final List<List<Alignment>> groups = engine.runner(RunSettings.of(threads,
			"Aligning ROIs")).map(grid, new AlignRois(table, order, masks), progress);
		final Roi[] turned = new Roi[order.length];
		final double[] diagonal = new double[order.length];
		int i = 0;
		for (final List<Alignment> group : groups)
			for (final Alignment a : group) {
				diagonal[i] = a.diagonalNm();
				turned[order[i]] = table.get(order[i]).withAngle(a.angle());
				i++;
			}
		return new Aligned(new RoiTable(table.voxelSize(), List.of(turned)),
			turned.length == 0 ? PatchFrame.SIDE * table.voxelSize().x() : fitting(
				diagonal));
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
	 * @param patchNm side of the squares; with a normalised scale each has its
	 *          own: the diagonal of the ROI's turned extent and a tenth more
	 * @param resume where finished batches are noted; they depend on memory and
	 *          threads, with others of which all is cut again
	 * @throws UserError if the disk refuses, or the volumes do not fit the table
	 * @throws org.twostream.core.Cancelled if cancelled
	 */
	public void cut(final RoiTable table, final EmVolume raw,
		final double patchNm, final PatchScale scale, final PatchSink sink,
		final Optional<RunSettings.Resume> resume, final Progress progress)
	{
		if (!(patchNm > 0 && Double.isFinite(patchNm))) throw new UserError(
			"patch_nm=" + patchNm +
				" is not a positive number; give the side of a patch in nm.");
		final RunSettings settings = new RunSettings(threads, "Cutting patches",
			resume.map(r -> new RunSettings.Resume(r.doneFile(), r.settings() +
				"\npatch_nm=" + patchNm + " " + scale.text())));
		engine.runner(settings).run(rows(table, batch(table.size())),
			new CutPatches(table, masks, new PatchSampler(recent(raw)), patchNm,
				scale, sink, resume.isPresent()), progress);
	}

	// Whole groups; rows that follow each other lie in nearby sections.
	private int batch(final int rois) {
		final long rows = Math.min(Math.min(MOST_ROWS, room() / threads /
			CutPatches.BOTH), rois / (BATCHES * threads));
		return (int) Math.max(1, rows / PatchSink.GROUP) * PatchSink.GROUP;
	}

	private static EmVolume recent(final EmVolume volume) {
		return new RecentChunks(volume, room());
	}

	private static long room() {
		return Runtime.getRuntime().maxMemory() / 8;
	}

	// So many rows are a block of a volume that is one voxel thick.
	private static BlockGrid rows(final RoiTable table, final int n) {
		return new BlockGrid(Box.ofSize(table.size(), 1, 1), n, 1, 1);
	}
}
