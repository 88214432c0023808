
package org.twostream.volume;

import java.io.Serializable;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.twostream.core.UserError;

/** The stores at hand, asked in order; they crop what is opened. Immutable. */
public final class VolumeStores implements Serializable {

	private static final long serialVersionUID = 1L;

	private final List<VolumeStore> stores;

	public VolumeStores(final List<? extends VolumeStore> stores) {
		this.stores = List.copyOf(stores);
	}

	/**
	 * Opens a volume by the first store that accepts it; where that refuses, by
	 * the next one that does not. If all refuse, the first one's words count.
	 *
	 * @param uri see {@link VolumeUri}; with a crop, the volume starts at its
	 *          corner
	 * @return a volume that may be sent to another process, where it is opened
	 *         again
	 * @throws UserError if there is no such file, no store knows its kind, or it
	 *           cannot be opened
	 */
	public EmVolume open(final String uri) {
		final VolumeUri parsed = VolumeUri.parse(uri);
		if (!parsed.isRemote() && !Files.exists(parsed.path())) throw new UserError(
			"There is no volume at " + uri + "; check the path.");
		return new StoredVolume(cropped(whole(parsed, uri), parsed), this, uri);
	}

	private EmVolume whole(final VolumeUri parsed, final String uri) {
		Optional<UserError> refusal = Optional.empty();
		for (final VolumeStore store : stores)
			if (store.accepts(parsed)) try {
				return store.open(parsed);
			}
			catch (final UserError e) {
				if (refusal.isEmpty()) refusal = Optional.of(e);
				else refusal.get().addSuppressed(e);
			}
		throw refusal.orElseGet(() -> new UserError(parsed.isRemote() ? uri +
			" is a remote volume, which only TwoStream in Fiji can open; copy it to a local disk and give that path."
			: uri +
				" is not a volume that can be read; give a .tif, .zarr, .n5 or .h5 path (?dataset behind a container)."));
	}

	private static EmVolume cropped(final EmVolume volume, final VolumeUri uri) {
		if (uri.crop().isEmpty()) return volume;
		try {
			return new CroppedVolume(volume, uri.crop().get().of(volume.info()));
		}
		catch (final UserError e) {
			volume.close();
			throw e;
		}
	}
}
