
package org.twostream.roi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Which unsigned bytes reach a value, many at a time, as bits. Eight bytes are
 * compared within one long. Immutable; thread-safe.
 */
final class ByteThreshold {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(
		long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long LOW_SEVEN = 0x7f7f7f7f7f7f7f7fL;
	private static final long HIGH_BIT = 0x8080808080808080L;
	private static final long EIGHT_ONES = 0x0101010101010101L;

	private final int least;
	private final long flip;
	private final long add;

	/** @param least 0..255 */
	ByteThreshold(final int least) {
		this.least = least;
		// above 128: v reaches it where 255 - v does not reach 256 - it
		flip = least <= 128 ? 0 : -1;
		add = EIGHT_ONES * (least <= 128 ? 128 - least : least - 128);
	}

	/** Eight bytes, the first in the lowest bits. */
	static long eight(final byte[] voxels, final int at) {
		return (long) LONGS.get(voxels, at);
	}

	/**
	 * Of 64 bytes which reach the value; the first in the lowest bit. All of them
	 * laid on each other are no less than the largest, so that mere background is
	 * passed over at once.
	 */
	long word(final byte[] v, final int at) {
		final long a = eight(v, at);
		final long b = eight(v, at + 8);
		final long c = eight(v, at + 16);
		final long d = eight(v, at + 24);
		final long e = eight(v, at + 32);
		final long f = eight(v, at + 40);
		final long g = eight(v, at + 48);
		final long h = eight(v, at + 56);
		if (((high(a | b | c | d | e | f | g | h) ^ flip) & HIGH_BIT) == 0)
			return 0;
		// bit j of byte i is the answer of byte i of the j-th eight
		return transpose(high(a) >>> 7 | high(b) >>> 6 | high(c) >>> 5 | high(
			d) >>> 4 | high(e) >>> 3 | high(f) >>> 2 | high(g) >>> 1 | high(h)) ^
			flip;
	}

	/** As {@link #word}, of fewer bytes. */
	long some(final byte[] v, final int at, final int n) {
		long bits = 0;
		for (int i = 0; i < n; i++)
			if ((v[at + i] & 255) >= least) bits |= 1L << i;
		return bits;
	}

	/**
	 * The highest bit of each of eight bytes says, flipped, whether it counts.
	 */
	private long high(final long bytes) {
		final long v = bytes ^ flip;
		return ((v & LOW_SEVEN) + add | v) & HIGH_BIT;
	}

	/** Of a square of eight times eight bits. */
	private static long transpose(final long square) {
		long x = square;
		long t = (x ^ x >>> 7) & 0x00AA00AA00AA00AAL;
		x ^= t ^ t << 7;
		t = (x ^ x >>> 14) & 0x0000CCCC0000CCCCL;
		x ^= t ^ t << 14;
		t = (x ^ x >>> 28) & 0x00000000F0F0F0F0L;
		return x ^ t ^ t << 28;
	}
}
