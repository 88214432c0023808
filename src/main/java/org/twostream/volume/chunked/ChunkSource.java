
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.file.Path;

/** Where the encoded bytes of a chunk come from. Thread-safe. */
interface ChunkSource {

	/** The file that holds a chunk, for messages. */
	Path file(long[] index);

	/**
	 * Reads a chunk's bytes.
	 *
	 * @return false if there is no such chunk, which then holds the fill value
	 * @throws IOException if it is there and cannot be read
	 */
	boolean load(long[] index, Bytes into, Scratch scratch) throws IOException;
}
