
package org.twostream.volume;

import java.nio.file.Files;
import java.util.List;

import org.twostream.core.UserError;

/** The stores at hand, asked in order; they crop what is opened. Immutable. */
public final class VolumeStores {

	private final List<VolumeStore> stores;

	public VolumeStores(final List<? extends VolumeStore> stores) {
		this.stores = List.copyOf(stores);
	}

	/**
	 * @param uri see {@link VolumeUri}; with a crop, the volume starts at its
	 *          corner
	 * @throws UserError if there is no such file, no store knows its kind, or it
	 *           cannot be opened
	 */
	public EmVolume open(final String uri) {
		final VolumeUri parsed = VolumeUri.parse(uri);
		if (!Files.exists(parsed.path())) throw new UserError(
			"There is no volume at " + uri + "; check the path.");
		for (final VolumeStore store : stores)
			if (store.accepts(parsed)) return cropped(store.open(parsed), parsed);
		throw new UserError(uri +
			" is not a volume that can be read; give a .tif, .zarr, .n5 or .h5 path (?dataset behind a container).");
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
