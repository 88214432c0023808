
package org.twostream.roi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.UserError;
import org.twostream.core.VoxelSize;
import org.twostream.volume.EmVolume;

/**
 * Finds the object that a proposal missed, from one place in it. At any
 * threshold the objects are the components, as {@link ComponentLabelling} has
 * them, of the voxels that are in no ROI, if
 * <ul>
 * <li>they have at least the least and at most the largest number of
 * voxels;</li>
 * <li>one of their most probable voxels touches no ROI: what grows the more
 * probable towards an ROI is its rim.</li>
 * </ul>
 * Tried are 0.9, 0.8 ... 0.1 of the proposal's threshold. The missed object is
 * the one at the highest of these at which the place lies in one or within 50
 * nm of one, of several the nearest. A bare point remains where there is none.
 * Reads block by block from the place outwards. Immutable; thread-safe.
 */
public final class ObjectAt {

	/** How far beside an object a place may lie, nm. */
	public static final double REACH_NM = 50;

	private static final int STEPS = 10;
	private static final long LARGEST = 1 << 24;
	private static final int LARGER = 20;
	private static final int FARTHEST = 16;

	private final EmVolume probability;
	private final Optional<EmVolume> rois;
	private final LabellingOptions options;
	private final long mostVoxels;
	private final List<Offset> reach;

	private record Offset(int x, int y, int z, double nm) {
	}

	/**
	 * What is at a place.
	 *
	 * @param roi the ROI that holds it, 0 for none
	 * @param threshold of the mask, 0 where there is none
	 * @param mask of the missed object, empty for a bare point
	 */
	public record Found(long roi, double threshold, Optional<ObjectMask> mask) {
	}

	/**
	 * @param probability 8 bit, channels as the target has them
	 * @param rois labels of the proposal, of the same size; empty to pass over no
	 *          voxel
	 * @param options of the proposal
	 * @param voxelSize nm
	 * @param mostVoxels of a missed object
	 */
	public ObjectAt(final EmVolume probability, final Optional<EmVolume> rois,
		final LabellingOptions options, final VoxelSize voxelSize,
		final long mostVoxels)
	{
		ComponentLabelling.check(probability.info(), options);
		this.probability = probability;
		this.rois = rois;
		this.options = options;
		this.mostVoxels = Math.min(LARGEST, mostVoxels);
		reach = offsets(voxelSize);
	}

	/**
	 * Twenty times the 99th percentile of the ROIs' voxels; a thousand times the
	 * least where there is no ROI.
	 */
	public static long mostVoxels(final RoiTable table, final long minVoxels) {
		final long[] sizes = table.rois().stream().mapToLong(Roi::voxels).filter(
			n -> n > 0).sorted().toArray();
		return sizes.length == 0 ? 1000 * Math.max(1, minVoxels) : LARGER *
			sizes[(int) Math.ceil(0.99 * sizes.length) - 1];
	}

	private static List<Offset> offsets(final VoxelSize size) {
		final List<Offset> offsets = new ArrayList<>();
		final int nx = steps(size.x());
		final int ny = steps(size.y());
		final int nz = steps(size.z());
		for (int z = -nz; z <= nz; z++)
			for (int y = -ny; y <= ny; y++)
				for (int x = -nx; x <= nx; x++) {
					final double nm = Math.sqrt(x * x * size.x() * size.x() + y * y * size
						.y() * size.y() + z * z * size.z() * size.z());
					if (nm <= REACH_NM) offsets.add(new Offset(x, y, z, nm));
				}
		offsets.sort(Comparator.comparingDouble(Offset::nm)); // stable
		return offsets;
	}

	private static int steps(final double nm) {
		return (int) Math.min(FARTHEST, REACH_NM / nm);
	}

	/**
	 * Looks for the missed object at a place, voxels.
	 *
	 * @throws UserError if the place is outside the volume, or a volume cannot be
	 *           read
	 */
	public Found at(final long x, final long y, final long z) {
		check(x, y, z);
		final long label = rois.isPresent() ? rois.get().ids(0, new Box(x, y, z, x +
			1, y + 1, z + 1))[0] : 0;
		if (label != 0) return new Found(options.polarity().isPresent() ? (label +
			1) / 2 : label, 0, Optional.empty());
		final NearVoxels voxels = near();
		for (int step = STEPS - 1; step > 0; step--) {
			final double threshold = Math.round(options.threshold() * step * 1000) /
				1e4;
			final Optional<ObjectMask> mask = object(voxels, threshold, x, y, z);
			if (mask.isPresent()) return new Found(0, threshold, mask);
		}
		return new Found(0, 0, Optional.empty());
	}

	/**
	 * The object at a place and a threshold that {@link #at} gave.
	 *
	 * @return empty if there is none now
	 */
	public Optional<ObjectMask> again(final long x, final long y, final long z,
		final double threshold)
	{
		check(x, y, z);
		return object(near(), threshold, x, y, z);
	}

	private void check(final long x, final long y, final long z) {
		final Box box = probability.info().box();
		if (!box.contains(x, y, z)) throw new UserError("The place " + x + "," + y +
			"," + z + " is outside the volume of " + box.xSize() + " x " + box
				.ySize() + " x " + box.zSize() + " voxels (x, y, z); mark one inside.");
	}

	private NearVoxels near() {
		return new NearVoxels(probability, rois, options.polarity().isPresent());
	}

	private Optional<ObjectMask> object(final NearVoxels voxels,
		final double threshold, final long x, final long y, final long z)
	{
		final int least = ProbabilitySource.least(threshold);
		if (least == 0) return Optional.empty();
		final Flood flood = new Flood((i, j, k) -> voxels.linked(i, j, k) >= least,
			options.connectivity(), mostVoxels);
		for (final Offset o : reach)
			if (flood.isNew(x + o.x, y + o.y, z + o.z)) {
				final List<Flood.Row> rows = flood.from(x + o.x, y + o.y, z + o.z);
				if (voxels.isFull()) return Optional.empty();
				if (flood.stopped()) continue;
				final Optional<ObjectMask> mask = new MaskOfRows(voxels, options, least)
					.of(rows);
				if (mask.isPresent() && !isRim(mask.get(), voxels)) return mask;
			}
		return Optional.empty();
	}

	private static boolean isRim(final ObjectMask mask, final NearVoxels voxels) {
		for (final ObjectMask.Run r : mask.runs())
			for (long x = r.x0(); x < r.x1(); x++)
				if (voxels.shown(x, r.y(), r.z()) == mask.probabilityMax() && !voxels
					.touchesRoi(x, r.y(), r.z())) return false;
		return true;
	}
}
