
package org.twostream.volume;

/**
 * How files store a voxel. Wider than {@link PixelType}: signed integers are
 * read as unsigned of the same width and refused where one is negative, truth
 * values as 0 and 1, double precision is narrowed to single.
 */
public enum StoredType {

		UINT8(1, PixelType.UINT8), //
		UINT16(2, PixelType.UINT16), //
		UINT32(4, PixelType.UINT32), //
		UINT64(8, PixelType.UINT64), //
		INT8(1, PixelType.UINT8), //
		INT16(2, PixelType.UINT16), //
		INT32(4, PixelType.UINT32), //
		INT64(8, PixelType.UINT64), //
		BOOL(1, PixelType.UINT8), //
		FLOAT32(4, PixelType.FLOAT32), //
		FLOAT64(8, PixelType.FLOAT32);

	private final int bytes;
	private final PixelType pixelType;

	StoredType(final int bytes, final PixelType pixelType) {
		this.bytes = bytes;
		this.pixelType = pixelType;
	}

	/** Bytes per voxel in the file. */
	public int bytes() {
		return bytes;
	}

	/** What it is read as. */
	public PixelType pixelType() {
		return pixelType;
	}

	/** Whether a stored value can be negative and must then be refused. */
	public boolean signed() {
		return switch (this) {
			case INT8, INT16, INT32, INT64 -> true;
			default -> false;
		};
	}

	/** The stored form that this program writes. */
	public static StoredType of(final PixelType type) {
		return valueOf(type.name());
	}
}
