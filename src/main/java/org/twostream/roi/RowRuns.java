
package org.twostream.roi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The foreground of a block as runs along x, in scan order (z, then y, then x).
 * Everything after extraction works on runs, of which there are some ten times
 * fewer than foreground voxels.
 */
final class RowRuns {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(
		long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
	private static final long HIGH_BIT = 0x8080808080808080L;

	final int xSize;
	final int ySize;
	final int zSize;
	/** First x of each run. */
	int[] start = new int[256];
	/** First x behind each run. */
	int[] end = new int[256];
	/** Row r = y + ySize * z holds runs rowStart[r] .. rowStart[r + 1] - 1. */
	final int[] rowStart;
	private int size;
	/** Whether a run was begun and not ended; false between rows. */
	private boolean open;

	private RowRuns(final int xSize, final int ySize, final int zSize) {
		this.xSize = xSize;
		this.ySize = ySize;
		this.zSize = zSize;
		rowStart = new int[ySize * zSize + 1];
	}

	/**
	 * @param voxels x fastest, unsigned
	 * @param least a voxel counts when its value is at least this, 0..255
	 */
	static RowRuns of(final byte[] voxels, final int least, final int xSize,
		final int ySize, final int zSize)
	{
		final RowRuns runs = new RowRuns(xSize, ySize, zSize);
		final int rows = ySize * zSize;
		for (int row = 0; row < rows; row++) {
			runs.extract(voxels, row * xSize, least);
			runs.rowStart[row + 1] = runs.size;
		}
		return runs;
	}

	/** Number of runs. */
	int size() {
		return size;
	}

	// 64 voxels at a time: compare eight bytes within one long, gather their
	// answers to bits, and find run ends where neighbouring bits differ.
	private void extract(final byte[] voxels, final int offset, final int least) {
		final boolean low = least <= 128;
		final long add = 0x0101010101010101L * (low ? 128 - least : 256 - least);
		long carry = 0;
		int x = 0;
		for (; x + 64 <= xSize; x += 64) {
			long bits = 0;
			for (int i = 0; i < 8; i++) {
				final long v = (long) LONGS.get(voxels, offset + x + 8 * i);
				final long sum = (v & LOW_SEVEN) + add;
				final long at = (low ? sum | v : sum & v) & HIGH_BIT;
				bits |= ((at >>> 7) * 0x0102040810204080L >>> 56) << 8 * i;
			}
			toggle(bits ^ (bits << 1 | carry), x);
			carry = bits >>> 63;
		}
		if (x < xSize) {
			long bits = 0;
			for (int i = x; i < xSize; i++)
				if ((voxels[offset + i] & 255) >= least) bits |= 1L << (i - x);
			toggle(bits ^ (bits << 1 | carry), x);
			// the 0 behind the last voxel has ended a run
		}
		else if (carry != 0) {
			end[size++] = xSize;
			open = false;
		}
	}

	private void toggle(final long edges, final int x) {
		long rest = edges;
		while (rest != 0) {
			final int at = x + Long.numberOfTrailingZeros(rest);
			rest &= rest - 1;
			if (open) {
				end[size++] = at;
			}
			else {
				if (size == start.length) {
					start = Arrays.copyOf(start, 2 * size);
					end = Arrays.copyOf(end, 2 * size);
				}
				start[size] = at;
			}
			open = !open;
		}
	}
}
