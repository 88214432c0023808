
package org.twostream.volume;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a volume lies: {@code path.tif}, {@code path.zarr?dataset},
 * {@code path.n5?dataset}, {@code path.h5?volumes/raw}. The part after the
 * question mark may be missing where the container holds one volume only.
 *
 * @param path the file or container folder
 * @param dataset path inside the container with / between parts, "" if none
 */
public record VolumeUri(Path path, String dataset) {

	public static VolumeUri parse(final String text) {
		final int q = text.indexOf('?');
		return q < 0 ? new VolumeUri(Path.of(text.trim()), "") : new VolumeUri(Path
			.of(text.substring(0, q).trim()), text.substring(q + 1).trim());
	}

	/** The path's ending in lower case without the dot, "" if none. */
	public String ending() {
		final String name = String.valueOf(path.getFileName());
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	/** The form that {@link #parse} reads. */
	public String text() {
		return dataset.isEmpty() ? path.toString() : path + "?" + dataset;
	}
}
