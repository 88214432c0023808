
package org.twostream.volume;

import org.twostream.core.Box;

/**
 * A part of a volume, as a volume that starts at 0. Thread-safe; closing it
 * closes the volume.
 */
public final class CroppedVolume implements EmVolume {

	private final EmVolume volume;
	private final Box crop;
	private final VolumeInfo info;

	/**
	 * @param crop voxels of the volume, inside it
	 * @throws IllegalArgumentException if the crop is not inside
	 */
	public CroppedVolume(final EmVolume volume, final Box crop) {
		final VolumeInfo whole = volume.info();
		if (!whole.box().contains(crop)) throw new IllegalArgumentException(
			"Crop " + crop + " is not inside " + whole.box());
		this.volume = volume;
		this.crop = crop;
		info = new VolumeInfo(crop.xSize(), crop.ySize(), crop.zSize(), whole
			.channels(), whole.type(), whole.voxelSize(), whole.xChunk(), whole
				.yChunk(), whole.zChunk());
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		volume.read(channel, inside(box), target);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		volume.read(channel, inside(box), target);
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		volume.read(channel, inside(box), target);
	}

	@Override
	public void visit(final int channel, final Box box, final ByteParts parts) {
		volume.visit(channel, inside(box), parts);
	}

	private Box inside(final Box box) {
		if (!info.box().contains(box)) throw new IllegalArgumentException("Box " +
			box + " is not inside " + info.box());
		return box.translate(crop.xMin(), crop.yMin(), crop.zMin());
	}

	@Override
	public void close() {
		volume.close();
	}
}
