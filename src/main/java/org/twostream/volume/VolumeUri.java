
package org.twostream.volume;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.twostream.core.UserError;

/**
 * Where a volume lies: {@code path.tif}, {@code path.zarr?dataset},
 * {@code path.n5?dataset}, {@code path.h5?volumes/raw}. The part after the
 * question mark may be missing where the container holds one volume only.
 * Behind all, {@code #z=0:6} or {@code #x=0:512,y=0:512,z=8:16} takes only
 * these voxels (see {@link Crop}); a {@code #} not followed by such an axis
 * belongs to the file name. With a scheme, as in
 * {@code https://host/path.zarr?dataset} or {@code s3://bucket/path.n5}, the
 * container is remote; {@code file://} is a path.
 *
 * @param container path of the file or container folder, or a remote URL
 * @param dataset path inside the container with / between parts, "" if none
 * @param crop the part to take, empty for all
 */
public record VolumeUri(String container, String dataset, Optional<Crop> crop) {

	// Two letters at least: a single one is a Windows drive.
	private static final Pattern REMOTE = Pattern.compile(
		"[A-Za-z][A-Za-z0-9+.-]+://.*");
	private static final String FILE = "file://";

	public VolumeUri(final Path path, final String dataset) {
		this(path.toString(), dataset, Optional.empty());
	}

	/**
	 * Reads the form that {@link #text()} writes.
	 *
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
		final String path = (q < 0 ? rest : rest.substring(0, q)).trim();
		if (path.isEmpty()) throw new UserError("The volume \"" + text +
			"\" has no path; give a .tif, .zarr, .n5 or .h5 path.");
		try {
			final String container = path.startsWith(FILE) ? Path.of(URI.create(path))
				.toString() : REMOTE.matcher(path).matches() ? path : Path.of(path)
					.toString();
			return new VolumeUri(container, q < 0 ? "" : rest.substring(q + 1).trim(),
				crop);
		}
		catch (final IllegalArgumentException e) {
			throw new UserError("The volume \"" + text + "\" is not a path (" +
				(e instanceof InvalidPathException i ? i.getReason() : e.getMessage()) +
				"); correct it.", e);
		}
	}

	/** Whether the container is somewhere else than on a file system. */
	public boolean isRemote() {
		return REMOTE.matcher(container).matches();
	}

	/**
	 * The file or container folder.
	 *
	 * @throws IllegalStateException if it is remote
	 */
	public Path path() {
		if (isRemote()) throw new IllegalStateException(container +
			" is not a path");
		return Path.of(container);
	}

	/** The same dataset and crop of another file. */
	public VolumeUri at(final Path path) {
		return new VolumeUri(path.toString(), dataset, crop);
	}

	/** The container's ending in lower case without the dot, "" if none. */
	public String ending() {
		final String whole = container.replaceAll("[/\\\\]+$", "");
		final String name = whole.substring(1 + Math.max(whole.lastIndexOf('/'),
			whole.lastIndexOf('\\')));
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	/** The form that {@link #parse} reads. */
	public String text() {
		return container + (dataset.isEmpty() ? "" : "?" + dataset) + crop.map(
			c -> "#" + c.text()).orElse("");
	}
}
