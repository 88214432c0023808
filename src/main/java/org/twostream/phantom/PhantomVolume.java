
package org.twostream.phantom;

import java.util.Optional;

import org.twostream.core.Box;
import org.twostream.core.Target;
import org.twostream.core.UserError;
import org.twostream.volume.EmVolume;
import org.twostream.volume.PixelType;
import org.twostream.volume.VolumeInfo;

/** A phantom seen as a volume; nothing is kept. Thread-safe. */
final class PhantomVolume implements EmVolume {

	private final Phantom phantom;
	private final Optional<Target> truth;

	private PhantomVolume(final Phantom phantom, final Optional<Target> truth) {
		this.phantom = phantom;
		this.truth = truth;
	}

	static PhantomVolume raw(final Phantom phantom) {
		return new PhantomVolume(phantom, Optional.empty());
	}

	static PhantomVolume labels(final Phantom phantom, final Target target) {
		return new PhantomVolume(phantom, Optional.of(target));
	}

	@Override
	public VolumeInfo info() {
		final PhantomSettings s = phantom.settings();
		return new VolumeInfo(s.xSize(), s.ySize(), s.zSize(), 1, truth.isPresent()
			? PixelType.UINT64 : PixelType.UINT8, Optional.of(s.voxelSize()), 128,
			128, 16);
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		check(channel);
		if (truth.isPresent()) throw new UserError(
			"The phantom's truth is uint64, not uint8; read it as ids.");
		phantom.raw(box, target);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		check(channel);
		if (truth.isPresent()) {
			phantom.labels(truth.get(), box, target);
			return;
		}
		final byte[] grey = bytes(channel, box);
		for (int i = 0; i < grey.length; i++)
			target[i] = grey[i] & 0xFF;
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		final long[] values = ids(channel, box);
		for (int i = 0; i < values.length; i++)
			target[i] = values[i];
	}

	private static void check(final int channel) {
		if (channel != 0) throw new IllegalArgumentException("Channel " + channel +
			" of a volume with one");
	}

	@Override
	public void close() {
		// Nothing is held.
	}
}
