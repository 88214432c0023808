
package org.twostream.command;

import java.nio.file.Path;

import org.twostream.core.Progress;

/** What the keys that name volumes may hold. */
@FunctionalInterface
interface VolumeNames {

	/** URIs alone, as in the shell, where no image can be open. */
	VolumeNames FILES = (key, text, project, progress) -> text;

	/**
	 * The URI that a key means.
	 *
	 * @param key such as raw
	 * @param text what the user gave, "" for the default
	 * @param project folder, which may take a copy
	 * @throws org.twostream.core.UserError if the text means no one volume
	 */
	String uri(String key, String text, Path project, Progress progress);
}
