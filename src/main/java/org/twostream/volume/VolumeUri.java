
package org.twostream.volume;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.UserError;

/**
 * Where a volume lies: {@code path.tif}, {@code path.zarr?dataset},
 * {@code path.n5?dataset}, {@code path.h5?volumes/raw}. The part after the
 * question mark may be missing where the container holds one volume only.
 * Behind all, {@code #z=0:6} or {@code #x=0:512,y=0:512,z=8:16} takes only
 * these voxels (see {@link Crop}); a {@code #} not followed by such an axis
 * belongs to the file name.
 *
 * @param path the file or container folder
 * @param dataset path inside the container with / between parts, "" if none
 * @param crop the part to take, empty for all
 */
public record VolumeUri(Path path, String dataset, Optional<Crop> crop) {

	public VolumeUri(final Path path, final String dataset) {
		this(path, dataset, Optional.empty());
	}

	/**
	 * @throws UserError if the path is none or the crop cannot be read
	 */
	public static VolumeUri parse(final String text) {
		String rest = text.trim();
		Optional<Crop> crop = Optional.empty();
		final int hash = rest.lastIndexOf('#');
		if (hash >= 0 && rest.substring(hash + 1).matches("\\s*[xyz]\\s*=.*")) {
			crop = Optional.of(Crop.parse(rest.substring(hash + 1)));
			rest = rest.substring(0, hash).trim();
		}
		final int q = rest.indexOf('?');
		final String path = q < 0 ? rest : rest.substring(0, q).trim();
		if (path.isEmpty()) throw new UserError("The volume \"" + text +
			"\" has no path; give a .tif, .zarr, .n5 or .h5 path.");
		try {
			return new VolumeUri(Path.of(path), q < 0 ? "" : rest.substring(q + 1)
				.trim(), crop);
		}
		catch (final InvalidPathException e) {
			throw new UserError("The volume \"" + text + "\" is not a path (" + e
				.getReason() + "); correct it.", e);
		}
	}

	/** The path's ending in lower case without the dot, "" if none. */
	public String ending() {
		final String name = String.valueOf(path.getFileName());
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	/** The form that {@link #parse} reads. */
	public String text() {
		return path + (dataset.isEmpty() ? "" : "?" + dataset) + crop.map(c -> "#" +
			c.text()).orElse("");
	}
}
