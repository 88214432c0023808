
package org.twostream.volume.chunked;

import java.util.List;
import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;
import org.twostream.volume.ByteParts;
import org.twostream.volume.EmVolume;
import org.twostream.volume.StoredAxes;
import org.twostream.volume.VolumeInfo;

/** An array seen as a volume. Thread-safe. */
final class ChunkedVolume implements EmVolume {

	private final ChunkedArray array;
	private final boolean owner;
	private final StoredAxes axes;
	private final VolumeInfo info;
	private final List<ChunkedVolume> coarser;

	/**
	 * @param owner whether closing the volume closes the array
	 * @param place for messages
	 * @param names of the axes, empty if not known
	 * @param coarser the same at lower resolutions
	 * @throws org.twostream.core.UserError if the array is no volume
	 */
	ChunkedVolume(final ChunkedArray array, final boolean owner,
		final String place, final List<String> names,
		final Optional<VoxelSize> voxelSize, final List<ChunkedVolume> coarser)
	{
		this.coarser = coarser;
		this.array = array;
		this.owner = owner;
		axes = new StoredAxes(array.shape(), names, place);
		info = axes.info(array.type(), array.chunk(), voxelSize);
	}

	@Override
	public VolumeInfo info() {
		return info;
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		array.read(axes.corner(channel, box), axes.size(box), target);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		array.read(axes.corner(channel, box), axes.size(box), target);
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		array.read(axes.corner(channel, box), axes.size(box), target);
	}

	@Override
	public void visit(final int channel, final Box box, final ByteParts parts) {
		if (array.isBytes()) array.visit(axes.corner(channel, box), axes.size(box),
			parts);
		else EmVolume.super.visit(channel, box, parts);
	}

	/** Where boxes lie in the array. */
	StoredAxes axes() {
		return axes;
	}

	@Override
	public List<EmVolume> coarser() {
		return List.copyOf(coarser);
	}

	@Override
	public void close() {
		coarser.forEach(EmVolume::close);
		if (owner) array.close();
	}
}
