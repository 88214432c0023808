
package org.twostream.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;

/**
 * How often each 8-bit probability occurs where the truth is foreground and
 * where it is background: one pass over the volumes, and every threshold is
 * measured. Immutable.
 */
public final class VoxelHistogram {

	private final long[] foreground;
	private final long[] background;

	/**
	 * @param foreground 256 counts of stored values where the truth is foreground
	 * @param background 256 counts where it is background
	 * @throws IllegalArgumentException if one is not 256 long
	 */
	public VoxelHistogram(final long[] foreground, final long[] background) {
		if (foreground.length != 256 || background.length != 256)
			throw new IllegalArgumentException("Histograms of " + foreground.length +
				" and " + background.length + " bins, not 256");
		this.foreground = foreground.clone();
		this.background = background.clone();
	}

	/**
	 * Counts all voxels; memory is one block of both volumes per thread.
	 *
	 * @param prediction {@link PixelType#UINT8} probabilities, 0..255
	 * @param channel of the prediction, 0-based
	 * @param truth foreground and ignored voxels
	 * @param threads 1 or more
	 * @throws UserError if the sizes or the type do not fit
	 * @throws org.twostream.core.Cancelled if the user asked to stop
	 */
	public static VoxelHistogram count(final EmVolume prediction,
		final int channel, final ForegroundMask truth, final int threads,
		final Progress progress)
	{
		MeasureGrid.sameSize("prediction", prediction.info(), truth.info());
		if (prediction.info().type() != PixelType.UINT8) throw new UserError(
			"The prediction has type " + prediction.info().type() +
				"; give 8-bit probabilities.");
		final BlockGrid grid = MeasureGrid.of(prediction.info());
		final long[][] counts = new long[3][256];
		BlockRunner.local(RunSettings.of(threads, "comparing voxels")).run(grid,
			block -> {
				add(counts, countBox(prediction, channel, truth, block.core()));
				return null;
			}, progress);
		return new VoxelHistogram(counts[ForegroundMask.FOREGROUND],
			counts[ForegroundMask.BACKGROUND]);
	}

	private static long[][] countBox(final EmVolume prediction, final int channel,
		final ForegroundMask truth, final Box box)
	{
		final byte[] values = prediction.bytes(channel, box);
		final byte[] classes = truth.read(box);
		final long[][] counts = new long[3][256];
		for (int i = 0; i < values.length; i++)
			counts[classes[i]][values[i] & 0xFF]++;
		return counts;
	}

	private static void add(final long[][] sum, final long[][] counts) {
		synchronized (sum) {
			for (int c = 0; c < sum.length; c++)
				for (int v = 0; v < 256; v++)
					sum[c][v] += counts[c][v];
		}
	}

	/**
	 * @param threshold 0..1; a voxel is predicted where value / 255 &gt;=
	 *          threshold
	 * @throws UserError if the threshold is outside 0..1
	 */
	public Confusion at(final double threshold) {
		final int lowest = ForegroundMask.lowestValue(threshold);
		return new Confusion(sum(foreground, lowest, 256), sum(background, lowest,
			256), sum(foreground, 0, lowest), sum(background, 0, lowest));
	}

	private static long sum(final long[] counts, final int from, final int to) {
		return Arrays.stream(counts, from, to).sum();
	}

	/** A threshold and what it gives. */
	public record Point(double threshold, Confusion voxels) {

		public Json toJson() {
			return new Json().put("threshold", threshold).put("voxels", voxels
				.toJson());
		}
	}

	/**
	 * @param from first threshold, 0..1
	 * @param to last, included
	 * @param step above 0
	 */
	public List<Point> sweep(final double from, final double to,
		final double step)
	{
		if (!(step > 0)) throw new IllegalArgumentException("step " + step);
		final List<Point> points = new ArrayList<>();
		// Multiples, rounded, so that 0.4 + 11 * 0.05 prints as 0.95.
		for (int i = 0; from + i * step <= to + 1e-9; i++) {
			final double t = Math.min(1, Math.rint((from + i * step) * 1e9) / 1e9);
			points.add(new Point(t, at(t)));
		}
		return points;
	}

	/**
	 * The threshold of all 256 with the highest VOC score, the lowest such if
	 * several have it. Chosen on the truth it is measured on, it is an upper
	 * bound and no fair result.
	 */
	public Point bestVoc() {
		Point best = new Point(0, at(0));
		for (int v = 1; v < 256; v++) {
			final Point p = new Point(v / 255.0, at(v / 255.0));
			if (p.voxels().voc() > best.voxels().voc()) best = p;
		}
		return best;
	}
}
