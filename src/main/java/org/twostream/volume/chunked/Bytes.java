
package org.twostream.volume.chunked;

/**
 * A piece of an array that is used again and again. Not thread-safe: one thread
 * at a time through {@link Scratch}.
 */
final class Bytes {

	byte[] array = new byte[0];
	int offset;
	int length;

	/**
	 * Makes it {@code n} bytes long from the array's start; old bytes are lost.
	 */
	void resize(final int n) {
		if (array.length < n) array = new byte[n];
		offset = 0;
		length = n;
	}

	/** As {@link #resize}, keeping the bytes. */
	void grow(final int n) {
		if (array.length < offset + n) array = java.util.Arrays.copyOfRange(array,
			offset, offset + n + n / 2);
		else if (offset > 0) System.arraycopy(array, offset, array, 0, length);
		offset = 0;
		length = n;
	}

	/** Drops bytes at the start. */
	void skip(final int n) {
		offset += n;
		length -= n;
	}
}
