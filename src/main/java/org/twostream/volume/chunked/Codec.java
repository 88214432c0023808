
package org.twostream.volume.chunked;

import java.io.IOException;

/**
 * One step between the voxels of a chunk and the bytes of its file. Immutable
 * and thread-safe: what is costly to make lies in the {@link Scratch}.
 */
interface Codec {

	/** No idea how long the result of {@link #decode} is. */
	int UNKNOWN = -1;

	/** Towards the file. */
	void encode(Bytes in, Bytes out, Scratch scratch) throws IOException;

	/**
	 * Towards the voxels.
	 *
	 * @param expected length of the result in bytes or {@link #UNKNOWN}
	 * @throws IOException if the bytes are damaged
	 */
	void decode(Bytes in, Bytes out, int expected, Scratch scratch)
		throws IOException;
}
