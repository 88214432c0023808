
package org.twostream.segment;

import org.twostream.core.Box;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/**
 * A raw volume and its labels, or a region of them. Mitochondria and cleft:
 * every id but 0 is foreground; polarity: odd ids are pre-synaptic, even ones
 * post-synaptic. Immutable; closes nothing.
 */
public final class LabelledVolume {

	/** From so many held-out sections on, whole sections are held out. */
	private static final long FEW_SECTIONS = 4;

	private final EmVolume raw;
	private final EmVolume labels;
	private final Target target;
	private final Box region;

	/**
	 * @param raw 8 bit
	 * @param labels integers, of the same size
	 * @throws UserError if the raw volume is not 8 bit, the labels are no
	 *           integers, or the sizes differ
	 */
	public LabelledVolume(final EmVolume raw, final EmVolume labels,
		final Target target)
	{
		this(raw, labels, target, raw.info().box());
		Predictor.checkRaw(raw.info());
		if (labels.info().type() == PixelType.FLOAT32) throw new UserError(
			"The labels are " + labels.info().type() +
				"; give a volume of whole-numbered ids.");
		if (!labels.info().box().equals(raw.info().box())) throw new UserError(
			"The labels have " + size(labels.info()) +
				" voxels (x, y, z) and the raw volume " + size(raw.info()) +
				"; give two volumes of the same size.");
	}

	private LabelledVolume(final EmVolume raw, final EmVolume labels,
		final Target target, final Box region)
	{
		this.raw = raw;
		this.labels = labels;
		this.target = target;
		this.region = region;
	}

	private static String size(final VolumeInfo info) {
		return info.xSize() + " x " + info.ySize() + " x " + info.zSize();
	}

	public EmVolume raw() {
		return raw;
	}

	public EmVolume labels() {
		return labels;
	}

	public Target target() {
		return target;
	}

	/** What of the volumes counts, voxels. */
	public Box region() {
		return region;
	}

	/**
	 * The same volumes, only this part of them.
	 *
	 * @throws IllegalArgumentException if the box is empty or reaches beyond the
	 *           region
	 */
	public LabelledVolume within(final Box box) {
		if (box.isEmpty() || !region.contains(box))
			throw new IllegalArgumentException(box + " in " + region);
		return new LabelledVolume(raw, labels, target, box);
	}

	/**
	 * A part to learn from and a part held out from learning.
	 *
	 * @param training the first part
	 * @param validation the last sections, or the last rows of every section
	 *          where the volume has few sections
	 */
	public record Split(LabelledVolume training, LabelledVolume validation) {
	}

	/**
	 * @param share of the voxels that is held out, above 0, below 1; 0.15 is
	 *          usual
	 * @throws UserError if the share is outside its range or the volume is too
	 *           small to be divided
	 */
	public Split split(final double share) {
		if (!(share > 0 && share < 1)) throw new UserError("validation share " +
			share + " is not between 0 and 1; 0.15 is usual.");
		final long sections = Math.round(region.zSize() * share);
		final Box b = region;
		if (sections >= FEW_SECTIONS) {
			final long z = b.zMax() - sections;
			return new Split(within(new Box(b.xMin(), b.yMin(), b.zMin(), b.xMax(), b
				.yMax(), z)), within(new Box(b.xMin(), b.yMin(), z, b.xMax(), b.yMax(),
					b.zMax())));
		}
		final long rows = Math.max(1, Math.round(b.ySize() * share));
		if (rows >= b.ySize()) throw new UserError("The labelled volume of " + b
			.xSize() + " x " + b.ySize() + " x " + b.zSize() +
			" voxels is too small to hold a part out; give a larger one.");
		final long y = b.yMax() - rows;
		return new Split(within(new Box(b.xMin(), b.yMin(), b.zMin(), b.xMax(), y, b
			.zMax())), within(new Box(b.xMin(), y, b.zMin(), b.xMax(), b.yMax(), b
				.zMax())));
	}

	/** Reads the labels as {@link TargetCodes}. */
	VoxelSource codes() {
		if (labels.info().type() == PixelType.UINT8) return (box, codes) -> {
			labels.read(0, box, codes);
			for (int i = 0; i < codes.length; i++)
				codes[i] = TargetCodes.code(codes[i] & 0xFF, target);
		};
		return (box, codes) -> {
			final long[] ids = labels.ids(0, box);
			for (int i = 0; i < ids.length; i++)
				codes[i] = TargetCodes.code(ids[i], target);
		};
	}
}
