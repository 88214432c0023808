
package org.twostream.install;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a download would bring.
 *
 * @param source from where
 * @param destination the file it becomes
 * @param bytes its size, -1 where the source does not say
 */
public record NativeOffer(URI source, Path destination, long bytes) {

	/** In words: size, source and destination. */
	public String text() {
		return "PyTorch's native library (" + (bytes < 0 ? "of unknown size"
			: Megabytes.of(bytes)) + ") from " + source + " to " + destination;
	}
}
