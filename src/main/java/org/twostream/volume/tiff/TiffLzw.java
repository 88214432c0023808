
package org.twostream.volume.tiff;

import java.io.IOException;

/**
 * TIFF's variant of LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, highest
 * bit first, one bit longer one code early. Used once, not thread-safe.
 */
final class TiffLzw {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int CODES = 4096;

	private final byte[] in;
	private int position;
	private int bits;
	private int bitCount;

	/** Strings as places in the output: every code repeats what stands there. */
	private final int[] start = new int[CODES];
	private final int[] length = new int[CODES];

	TiffLzw(final byte[] in) {
		this.in = in;
	}

	void decode(final byte[] out) throws IOException {
		if (in.length > 1 && in[0] == 0 && (in[1] & 1) == 1) throw new IOException(
			"it uses the LZW of before TIFF 5.0");
		int n = 0;
		int next = END + 1;
		int width = 9;
		int last = CLEAR;
		while (n < out.length) {
			final int code = code(width);
			if (code == END) break;
			if (code == CLEAR) {
				next = END + 1;
				width = 9;
				last = CLEAR;
				continue;
			}
			final int at = n;
			if (code < CLEAR) out[n++] = (byte) code;
			else if (code < next) n = repeat(out, n, start[code], length[code]);
			else if (code == next && last != CLEAR) {
				// The string that is just being defined: the last and its first byte.
				n = repeat(out, n, start[CODES - 1], length[CODES - 1]);
				if (n < out.length) out[n++] = out[at];
			}
			else throw new IOException("its LZW data are damaged");
			if (last != CLEAR && next < CODES - 1) {
				start[next] = start[CODES - 1];
				length[next] = length[CODES - 1] + 1;
				next++;
			}
			// The last slot is never a code here and remembers the last string.
			start[CODES - 1] = at;
			length[CODES - 1] = n - at;
			last = code;
			if (next + 1 >= 1 << width && width < 12) width++;
		}
		if (n < out.length) throw new IOException("its LZW data end early");
	}

	private static int repeat(final byte[] out, final int n, final int from,
		final int length)
	{
		final int end = Math.min(out.length, n + length);
		for (int i = n; i < end; i++)
			out[i] = out[from + i - n];
		return end;
	}

	private int code(final int width) {
		while (bitCount < width) {
			if (position >= in.length) return END;
			bits = bits << 8 | in[position++] & 0xff;
			bitCount += 8;
		}
		bitCount -= width;
		final int code = bits >>> bitCount & (1 << width) - 1;
		bits &= (1 << bitCount) - 1;
		return code;
	}
}
