
package org.twostream.volume.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One image file directory: numbers and texts by tag. Reads TIFF and BigTIFF.
 */
final class TiffEntries {

	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4,
		8, 4, 0, 0, 8, 8, 8 };
	private static final int ASCII = 2;
	private static final int LIMIT = 1 << 28;

	private final Map<Integer, Entry> entries = new TreeMap<>();
	private final long next;

	private record Entry(int type, int count, ByteBuffer values) {
	}

	/**
	 * @param big whether it is a BigTIFF
	 * @throws IOException if it lies outside the file or is damaged
	 */
	TiffEntries(final FileChannel file, final long offset, final ByteOrder order,
		final boolean big) throws IOException
	{
		final ByteBuffer head = read(file, offset, big ? 8 : 2, order);
		final long n = big ? head.getLong() : head.getShort() & 0xffff;
		if (n < 1 || n > 0xffff) throw new IOException("a page has " + n +
			" entries");
		final int size = big ? 20 : 12;
		final ByteBuffer all = read(file, offset + (big ? 8 : 2), (int) n * size +
			(big ? 8 : 4), order);
		for (int i = 0; i < n; i++) {
			all.position(i * size);
			final int tag = all.getShort() & 0xffff;
			final int type = all.getShort() & 0xffff;
			final long count = big ? all.getLong() : all.getInt() & 0xffffffffL;
			final int unit = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
			if (unit == 0) continue;
			if (count < 0 || count > LIMIT / unit) throw new IOException("tag " +
				tag + " has " + count + " values");
			final int bytes = (int) count * unit;
			final int inline = big ? 8 : 4;
			final ByteBuffer values;
			if (bytes <= inline) values = all.slice(all.position(), bytes).order(
				order);
			else values = read(file, big ? all.getLong() : all.getInt() & 0xffffffffL,
				bytes, order);
			entries.put(tag, new Entry(type, (int) count, values));
		}
		all.position((int) n * size);
		next = big ? all.getLong() : all.getInt() & 0xffffffffL;
	}

	static ByteBuffer read(final FileChannel file, final long offset, final int n,
		final ByteOrder order) throws IOException
	{
		if (offset < 0 || offset + n > file.size()) throw new EOFException(
			"it points to byte " + (offset + n) + " of " + file.size());
		final ByteBuffer buffer = ByteBuffer.allocate(n).order(order);
		while (buffer.hasRemaining())
			if (file.read(buffer, offset + buffer.position()) < 0)
				throw new EOFException("it is cut off");
		return buffer.flip();
	}

	/** Where the next directory lies, 0 if this is the last. */
	long next() {
		return next;
	}

	boolean has(final int tag) {
		return entries.containsKey(tag);
	}

	long number(final int tag, final long otherwise) throws IOException {
		final long[] all = numbers(tag);
		return all.length == 0 ? otherwise : all[0];
	}

	/** All values of a tag as integers, empty if there is none. */
	long[] numbers(final int tag) throws IOException {
		final Entry e = entries.get(tag);
		if (e == null) return new long[0];
		final long[] all = new long[e.count];
		for (int i = 0; i < all.length; i++)
			all[i] = switch (e.type) {
				case 1, 6, 7 -> e.values.get(i) & 0xff;
				case 3, 8 -> e.values.getShort(2 * i) & 0xffff;
				case 4, 9, 13 -> e.values.getInt(4 * i) & 0xffffffffL;
				case 16, 17, 18 -> e.values.getLong(8 * i);
				default -> throw new IOException("tag " + tag + " has the type " +
					e.type);
			};
		return all;
	}

	/** A fraction, 0 if there is none or it has no value. */
	double fraction(final int tag) {
		final Entry e = entries.get(tag);
		if (e == null || e.type != 5 || e.count < 1) return 0;
		final double denominator = e.values.getInt(4) & 0xffffffffL;
		return denominator == 0 ? 0 : (e.values.getInt(0) & 0xffffffffL) /
			denominator;
	}

	/** A text without the zeros at its end, "" if there is none. */
	String text(final int tag) {
		final Entry e = entries.get(tag);
		if (e == null || e.type != ASCII) return "";
		return StandardCharsets.UTF_8.decode(e.values.duplicate()).toString()
			.replaceAll("\0+$", "");
	}
}
