
package org.twostream.embed;

import java.util.Arrays;

/** Patches that are filled with their own number / 1000, for tests. */
class NumberedPatches implements PatchSource {

	private final long size;

	NumberedPatches(final long size) {
		this.size = size;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void read(final long index, final float[] target, final int offset) {
		if (index < 0 || index >= size) throw new IndexOutOfBoundsException(
			"Patch " + index);
		Arrays.fill(target, offset, offset + PIXELS, index / 1000f);
	}

	static int number(final float pixel) {
		return Math.round(pixel * 1000);
	}
}
