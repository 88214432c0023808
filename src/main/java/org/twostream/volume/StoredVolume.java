
package org.twostream.volume;

import java.io.Serializable;
import java.util.List;

import org.twostream.core.Box;

/**
 * A volume that knows where it lies: sent to another process by Java's
 * serialization it is opened there again, by the same stores. Thread-safe.
 */
public final class StoredVolume implements EmVolume, Serializable {

	private static final long serialVersionUID = 1L;

	private final transient EmVolume volume;
	private final VolumeStores stores;
	private final String uri;

	/**
	 * @param volume what the stores have opened
	 * @param uri where they did
	 */
	public StoredVolume(final EmVolume volume, final VolumeStores stores,
		final String uri)
	{
		this.volume = volume;
		this.stores = stores;
		this.uri = uri;
	}

	private Object writeReplace() {
		return new Place(stores, uri);
	}

	/** What is sent. */
	private record Place(VolumeStores stores, String uri)
			implements
				Serializable {

		private Object readResolve() {
			return stores.open(uri);
		}
	}

	@Override
	public VolumeInfo info() {
		return volume.info();
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		volume.read(channel, box, target);
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		volume.read(channel, box, target);
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		volume.read(channel, box, target);
	}

	@Override
	public void visit(final int channel, final Box box, final ByteParts parts) {
		volume.visit(channel, box, parts);
	}

	@Override
	public List<EmVolume> coarser() {
		return volume.coarser();
	}

	@Override
	public void close() {
		volume.close();
	}
}
