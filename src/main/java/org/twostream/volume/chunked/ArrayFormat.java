
package org.twostream.volume.chunked;

import java.nio.file.Path;

import org.twostream.core.Json;

/** How a format writes down what its folders are. Immutable. */
interface ArrayFormat {

	/** Whether the folder is an array of this format. */
	boolean isArray(Path folder);

	/** Whether the folder is a group of this format that says so. */
	boolean isGroup(Path folder);

	/**
	 * @throws org.twostream.core.UserError if the metadata are damaged or ask for
	 *           what is not supported
	 */
	ArrayLayout read(Path folder);

	/** Makes the folder and its metadata; no chunks. */
	void createArray(Path folder, ArraySpec spec);

	/** Makes a folder that holds arrays. */
	void createGroup(Path folder);

	/** The user's attributes of an array or group, empty if none. */
	Json attributes(Path folder);

	/** Adds to the attributes of an array or group. */
	void addAttributes(Path folder, Json more);

	/** The implementation of a format. */
	static ArrayFormat of(final ChunkedFormat format) {
		return switch (format) {
			case ZARR2 -> new ZarrV2();
			case ZARR3 -> new ZarrV3();
			case N5 -> new N5();
		};
	}
}
