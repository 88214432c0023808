
package org.twostream.review.scene;

/**
 * The voxels of one block of a {@link BlockLayer}, x fastest. Immutable once
 * made.
 */
interface VoxelBlock {

	/** What it costs to keep, bytes. */
	long bytes();

	/** Grey value 0..255, or row. */
	int at(int index);

	/** Grey values. */
	static VoxelBlock grey(final byte[] values) {
		return new VoxelBlock() {

			@Override
			public long bytes() {
				return values.length;
			}

			@Override
			public int at(final int index) {
				return values[index] & 255;
			}
		};
	}

	/** The same everywhere. */
	static VoxelBlock constant(final int value) {
		return new VoxelBlock() {

			@Override
			public long bytes() {
				return 64;
			}

			@Override
			public int at(final int index) {
				return value;
			}
		};
	}

	/** Of at most 256 different values. */
	static VoxelBlock palette(final byte[] indices, final int[] values) {
		return new VoxelBlock() {

			@Override
			public long bytes() {
				return indices.length + 4L * values.length;
			}

			@Override
			public int at(final int index) {
				return values[indices[index] & 255];
			}
		};
	}

	/** Of any values. */
	static VoxelBlock integers(final int[] values) {
		return new VoxelBlock() {

			@Override
			public long bytes() {
				return 4L * values.length;
			}

			@Override
			public int at(final int index) {
				return values[index];
			}
		};
	}
}
