
package org.twostream.segment;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.VoxelSize;
import org.twostream.net.SegmentationNetwork;

/**
 * The middle of a held-out part, small enough to be predicted often. Windows
 * overlap by a quarter.
 */
public final class HeldOutBlock implements HeldOutCheck {

	/** Most voxels of it: some seconds on a processor. */
	private static final long MOST_VOXELS = 1 << 21;
	private static final double OVERLAP = 0.25;

	private final Predictor predictor;
	private final LabelledVolume part;
	private final byte[] codes;
	private final WindowSize window;
	private final double nm;

	/**
	 * @param heldOut that is not learned from
	 * @param window voxels that the network sees at once
	 * @param voxelSize of the volume
	 */
	public HeldOutBlock(final SegmentationNetwork network,
		final LabelledVolume heldOut, final WindowSize window,
		final VoxelSize voxelSize)
	{
		nm = voxelSize.x();
		this.window = window;
		predictor = new Predictor(network, SlidingWindow.of(window).with(OVERLAP, 1,
			1));
		final Box box = middle(heldOut.region(), window);
		part = heldOut.within(box);
		codes = new byte[box.arrayLength()];
		part.codes().read(box, codes);
	}

	/** All sections, but only so many rows and columns, at least a window's. */
	private static Box middle(final Box region, final WindowSize window) {
		final double share = Math.min(1, Math.sqrt((double) MOST_VOXELS / region
			.voxels()));
		final long x = Math.min(region.xSize(), Math.max(window.x(), (long) (region
			.xSize() * share)));
		final long y = Math.min(region.ySize(), Math.max(window.y(), (long) (region
			.ySize() * share)));
		final long z = Math.min(region.zSize(), Math.max(window.z(), MOST_VOXELS /
			(x * y)));
		return Box.ofSize(x, y, z).translate(region.xMin() + (region.xSize() - x) /
			2, region.yMin() + (region.ySize() - y) / 2, region.zMin() + (region
				.zSize() - z) / 2);
	}

	Box box() {
		return part.region();
	}

	@Override
	public long cost() {
		final Box box = box();
		return window.voxels() * windows(box.xSize(), window.x()) * windows(box
			.ySize(), window.y()) * windows(box.zSize(), window.z());
	}

	private static long windows(final long size, final int edge) {
		final double stride = edge * (1 - OVERLAP);
		return 1 + (long) Math.ceil(Math.max(0, size - edge) / stride);
	}

	@Override
	public Result check(final Progress progress) {
		final Box box = box();
		final byte[][] channels = predictor.predict(part.raw(), box, progress);
		final byte[] probability = channels[channels.length - 1];
		final VoxelCounts counts = new VoxelCounts();
		for (int i = 0; i < codes.length; i++)
			counts.add(codes[i], probability[i]);
		return new Result(counts.best(), section(box, probability));
	}

	private Section section(final Box box, final byte[] probability) {
		final int n = Math.toIntExact(box.xSize() * box.ySize());
		final int at = Math.toIntExact(box.zSize() / 2) * n;
		final long z = box.zMin() + box.zSize() / 2;
		final byte[] raw = new byte[n];
		part.raw().read(0, new Box(box.xMin(), box.yMin(), z, box.xMax(), box
			.yMax(), z + 1), raw);
		final byte[] shown = new byte[n];
		final byte[] truth = new byte[n];
		for (int i = 0; i < n; i++) {
			shown[i] = probability[at + i];
			truth[i] = (byte) (TargetCodes.foreground(codes[at + i]) ? 1 : 0);
		}
		return new Section(Math.toIntExact(box.xSize()), nm, raw, shown, truth);
	}
}
