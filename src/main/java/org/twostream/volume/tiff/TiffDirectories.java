
package org.twostream.volume.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.VoxelSize;
import org.twostream.volume.StoredType;

/**
 * The directories of a stack of equal pages of one strip each, all behind the
 * pixels, since ImageJ expects the pixels of an uncompressed stack in one
 * piece.
 */
final class TiffDirectories {

	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int FRACTION = 5;
	private static final int ASCII = 2;
	private static final int LONG8 = 16;
	private static final int TAGS = 15;
	private static final double FRACTION_ONE = 1e6;

	private final boolean big;
	private final int width;
	private final int height;
	private final StoredType type;
	private final boolean deflate;
	private final Optional<VoxelSize> voxelSize;
	private ByteBuffer head = ByteBuffer.allocate(0);

	TiffDirectories(final boolean big, final int width, final int height,
		final StoredType type, final boolean deflate,
		final Optional<VoxelSize> voxelSize)
	{
		this.big = big;
		this.width = width;
		this.height = height;
		this.type = type;
		this.deflate = deflate;
		this.voxelSize = voxelSize;
	}

	/**
	 * @param start where the bytes will stand in the file
	 * @param offsets of the pages' pixels
	 * @param counts of their bytes
	 */
	ByteBuffer bytes(final long start, final long[] offsets,
		final long[] counts)
	{
		final byte[] text = (description(offsets.length) + "\0").getBytes(
			StandardCharsets.UTF_8);
		final int size = big ? 8 + TAGS * 20 + 8 : 2 + TAGS * 12 + 4;
		final long pages = start + text.length + (text.length & 1) + 16;
		final ByteBuffer out = allocate(Math.toIntExact(pages - start +
			(long) size * offsets.length));
		out.put(text).position((int) (pages - start) - 16);
		final double x = voxelSize.map(VoxelSize::x).orElse(1.0);
		final double y = voxelSize.map(VoxelSize::y).orElse(1.0);
		out.putLong(fraction(x)).putLong(fraction(y));
		for (int i = 0; i < offsets.length; i++) {
			if (big) out.putLong(TAGS);
			else out.putShort((short) TAGS);
			entry(out, 254, LONG, 1, 0);
			entry(out, 256, LONG, 1, width);
			entry(out, 257, LONG, 1, height);
			entry(out, 258, SHORT, 1, 8L * type.bytes());
			entry(out, 259, SHORT, 1, deflate ? TiffPage.DEFLATE
				: TiffPage.UNCOMPRESSED);
			entry(out, 262, SHORT, 1, 1);
			entry(out, 270, ASCII, text.length, start);
			entry(out, 273, big ? LONG8 : LONG, 1, offsets[i]);
			entry(out, 277, SHORT, 1, 1);
			entry(out, 278, LONG, 1, height);
			entry(out, 279, big ? LONG8 : LONG, 1, counts[i]);
			// BigTIFF has room for a fraction inside the entry.
			entry(out, 282, FRACTION, 1, big ? fraction(x) : pages - 16);
			entry(out, 283, FRACTION, 1, big ? fraction(y) : pages - 8);
			entry(out, 296, SHORT, 1, 1);
			entry(out, 339, SHORT, 1, type == StoredType.FLOAT32 ? 3 : 1);
			final long next = i + 1 < offsets.length ? pages + (long) size * (i + 1)
				: 0;
			if (big) out.putLong(next);
			else out.putInt((int) next);
		}
		head = allocate(big ? 16 : 8).putShort((short) 0x4949);
		if (big) head.putShort((short) 43).putShort((short) 8).putShort((short) 0)
			.putLong(pages);
		else head.putShort((short) 42).putInt((int) pages);
		head.flip();
		return out.flip();
	}

	/** The file's first bytes, known once {@link #bytes} was called. */
	ByteBuffer head() {
		return head;
	}

	private static ByteBuffer allocate(final int n) {
		return ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Pixels per nanometre: numerator in the lower, divisor in the upper half.
	 */
	private static long fraction(final double nm) {
		// Large voxels take a smaller numerator so that both stay below 2^32.
		final long one = Math.max(1, (long) Math.min(FRACTION_ONE, 4e9 / nm));
		return Math.round(one * nm) << 32 | one;
	}

	private void entry(final ByteBuffer out, final int tag, final int kind,
		final int count, final long value)
	{
		out.putShort((short) tag).putShort((short) kind);
		if (big) out.putLong(count);
		else out.putInt(count);
		// Little endian: a short in a longer field stands at its start.
		if (big) out.putLong(value);
		else out.putInt((int) value);
	}

	private String description(final int pages) {
		final StringBuilder text = new StringBuilder("ImageJ=1.54f\nimages=" +
			pages + "\nslices=" + pages + "\n");
		voxelSize.ifPresent(v -> text.append(String.format(Locale.ROOT,
			"unit=nm\nspacing=%s\n", v.z())));
		return text.append("loop=false\n").toString();
	}
}
