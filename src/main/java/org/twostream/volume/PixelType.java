
package org.twostream.volume;

/** The voxel types that volumes hold; all integers are unsigned. */
public enum PixelType {

		UINT8(1), UINT16(2), UINT32(4), UINT64(8), FLOAT32(4);

	private final int bytes;

	PixelType(final int bytes) {
		this.bytes = bytes;
	}

	/** Bytes per voxel. */
	public int bytes() {
		return bytes;
	}
}
