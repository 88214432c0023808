
package org.twostream.roi;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.LongFunction;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeInfo;

/** Reads the masks of single ROIs from their label volume. Thread-safe. */
final class RoiMasks implements Serializable {

	private static final long serialVersionUID = 1L;

	private final EmVolume labels;
	private final boolean sides;
	private final KeptMasks kept;

	/**
	 * @param sides whether ROI n is 2n-1 (pre) and 2n (post) there, or n
	 */
	RoiMasks(final EmVolume labels, final boolean sides) {
		this(labels, sides, 0);
	}

	/**
	 * @param bytes of masks of best slices that are kept, since they are asked
	 *          for again
	 */
	RoiMasks(final EmVolume labels, final boolean sides, final long bytes) {
		this.labels = labels;
		this.sides = sides;
		kept = new KeptMasks(bytes);
	}

	/** Where the masks come from. */
	VolumeInfo info() {
		return labels.info();
	}

	/**
	 * The mask in the ROI's best slice.
	 *
	 * @throws UserError if the label volume has nothing of the ROI there
	 */
	SliceMask best(final Roi roi) {
		return kept.get(roi).orElseGet(() -> {
			final SliceMask mask = readBest(roi);
			kept.offer(roi, mask);
			return mask;
		});
	}

	private SliceMask readBest(final Roi roi) {
		final Box box = section(roi, roi.bestSlice());
		final byte[] voxels = read(roi, box);
		boolean any = false;
		for (final byte v : voxels)
			any |= v != 0;
		if (!any) throw new UserError("The label volume has no voxel of ROI " + roi
			.id() + " in its best slice " + roi.bestSlice() +
			"; give the label volume that belongs to the ROI table.");
		final SliceMask mask = new SliceMask(box, voxels);
		if (sides && !roi.oneSided() && !mask.hasBothSides()) {
			// where the other side lies, all slices say
			final SideSums all = new SideSums();
			for (long z = roi.box().zMin(); z < roi.box().zMax(); z++)
				all.add(section(roi, z), read(roi, section(roi, z)));
			mask.setAcross(all);
		}
		return mask;
	}

	/**
	 * The mask in the ROI's box, for sections that are asked for one after the
	 * other: not 0 inside, x fastest. As many are read at once as a chunk has.
	 */
	LongFunction<byte[]> sections(final Roi roi) {
		final Box b = roi.box();
		final int n = Math.toIntExact(b.xSize() * b.ySize());
		final int deep = Math.max(1, labels.info().zChunk());
		return new LongFunction<>() {

			private long first;
			private byte[] slab = {};

			@Override
			public byte[] apply(final long z) {
				final long at = z - first;
				if (at < 0 || at * n >= slab.length) {
					first = z;
					slab = read(roi, new Box(b.xMin(), b.yMin(), z, b.xMax(), b.yMax(),
						Math.min(b.zMax(), (z / deep + 1) * deep)));
				}
				final int start = Math.toIntExact((z - first) * n);
				return Arrays.copyOfRange(slab, start, start + n);
			}
		};
	}

	private static Box section(final Roi roi, final long z) {
		final Box b = roi.box();
		return new Box(b.xMin(), b.yMin(), z, b.xMax(), b.yMax(), z + 1);
	}

	/** 0 outside the ROI, 1 inside or pre-synaptic, 2 post-synaptic. */
	private byte[] read(final Roi roi, final Box box) {
		final long[] ids = labels.ids(0, box);
		final byte[] mask = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			if (sides) {
				final long side = ids[i] - 2 * (roi.id() - 1);
				if (side == 1 || side == 2) mask[i] = (byte) side;
			}
			else if (ids[i] == roi.id()) mask[i] = 1;
		return mask;
	}
}
