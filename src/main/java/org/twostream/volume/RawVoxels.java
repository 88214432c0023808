
package org.twostream.volume;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Locale;

import org.twostream.core.UserError;

/**
 * Turns runs of voxels between the bytes of a file and Java arrays. All counts
 * and array positions are in voxels, positions in files' bytes are in bytes.
 * The unsigned 64-bit id 2^64-1, which CREMI writes for "no object", is read as
 * 0. Immutable and thread-safe.
 */
public final class RawVoxels {

	private final StoredType type;
	private final boolean little;
	private final VarHandle shorts;
	private final VarHandle ints;
	private final VarHandle longs;
	private final VarHandle floats;
	private final VarHandle doubles;

	public RawVoxels(final StoredType type, final ByteOrder order) {
		this.type = type;
		little = order == ByteOrder.LITTLE_ENDIAN;
		shorts = MethodHandles.byteArrayViewVarHandle(short[].class, order);
		ints = MethodHandles.byteArrayViewVarHandle(int[].class, order);
		longs = MethodHandles.byteArrayViewVarHandle(long[].class, order);
		floats = MethodHandles.byteArrayViewVarHandle(float[].class, order);
		doubles = MethodHandles.byteArrayViewVarHandle(double[].class, order);
	}

	public StoredType type() {
		return type;
	}

	public ByteOrder order() {
		return little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
	}

	/**
	 * Reads 8-bit voxels.
	 *
	 * @throws UserError if the voxels are not 8-bit or one is negative
	 */
	public void read(final byte[] raw, final int offset, final byte[] target,
		final int to, final int n)
	{
		if (type.pixelType() != PixelType.UINT8) throw new UserError(
			"The volume holds " + type.name().toLowerCase(Locale.ROOT) +
				" voxels where 8-bit is needed; convert it to 8-bit.");
		System.arraycopy(raw, offset, target, to, n);
		if (type == StoredType.INT8) for (int i = 0; i < n; i++)
			if (target[to + i] < 0) throw negative(target[to + i]);
	}

	/**
	 * Reads integers, zero-extended.
	 *
	 * @throws UserError if the voxels are floating point or one is negative
	 */
	public void read(final byte[] raw, final int offset, final long[] target,
		final int to, final int n)
	{
		switch (type) {
			case UINT8, INT8, BOOL -> {
				for (int i = 0; i < n; i++)
					target[to + i] = raw[offset + i] & 0xffL;
			}
			case UINT16, INT16 -> {
				for (int i = 0; i < n; i++)
					target[to + i] = (short) shorts.get(raw, offset + 2 * i) & 0xffffL;
			}
			case UINT32, INT32 -> {
				for (int i = 0; i < n; i++)
					target[to + i] = (int) ints.get(raw, offset + 4 * i) & 0xffffffffL;
			}
			case UINT64 -> {
				for (int i = 0; i < n; i++) {
					final long id = (long) longs.get(raw, offset + 8 * i);
					target[to + i] = id == -1 ? 0 : id;
				}
			}
			case INT64 -> {
				for (int i = 0; i < n; i++)
					target[to + i] = (long) longs.get(raw, offset + 8 * i);
			}
			default -> throw new UserError(
				"The volume holds floating-point voxels where whole numbers are needed; choose a label volume or convert it.");
		}
		if (type.signed()) checkSign(target, to, n);
	}

	/**
	 * Reads any type.
	 *
	 * @throws UserError if an integer is negative
	 */
	public void read(final byte[] raw, final int offset, final float[] target,
		final int to, final int n)
	{
		switch (type) {
			case FLOAT32 -> {
				for (int i = 0; i < n; i++)
					target[to + i] = (float) floats.get(raw, offset + 4 * i);
			}
			case FLOAT64 -> {
				for (int i = 0; i < n; i++)
					target[to + i] = (float) (double) doubles.get(raw, offset + 8 * i);
			}
			case UINT8, BOOL -> {
				for (int i = 0; i < n; i++)
					target[to + i] = raw[offset + i] & 0xff;
			}
			case UINT16 -> {
				for (int i = 0; i < n; i++)
					target[to + i] = (short) shorts.get(raw, offset + 2 * i) & 0xffff;
			}
			default -> {
				final long[] integers = new long[n];
				read(raw, offset, integers, 0, n);
				for (int i = 0; i < n; i++)
					target[to + i] = unsigned(integers[i]);
			}
		}
	}

	/** The nearest float to an unsigned 64-bit integer. */
	static float unsigned(final long value) {
		// Halving keeps the lowest bit as sticky bit, so rounding stays right.
		return value >= 0 ? (float) value : (float) (value >>> 1 | value & 1) * 2f;
	}

	private void checkSign(final long[] values, final int from, final int n) {
		final int shift = 64 - 8 * type.bytes();
		for (int i = from; i < from + n; i++)
			if (values[i] << shift < 0) throw negative(values[i] << shift >> shift);
	}

	private UserError negative(final long value) {
		return new UserError("The volume holds the negative value " + value +
			" (stored as " + type.name().toLowerCase(Locale.ROOT) +
			"); make all values 0 or larger.");
	}

	/** Writes 8-bit voxels. */
	public void write(final byte[] source, final int from, final byte[] raw,
		final int offset, final int n)
	{
		if (type.pixelType() != PixelType.UINT8) throw mismatch("bytes");
		System.arraycopy(source, from, raw, offset, n);
	}

	/** Writes the lowest bits of integers, as many as the type has. */
	public void write(final long[] source, final int from, final byte[] raw,
		final int offset, final int n)
	{
		switch (type.pixelType()) {
			case UINT8 -> {
				for (int i = 0; i < n; i++)
					raw[offset + i] = (byte) source[from + i];
			}
			case UINT16 -> {
				for (int i = 0; i < n; i++)
					shorts.set(raw, offset + 2 * i, (short) source[from + i]);
			}
			case UINT32 -> {
				for (int i = 0; i < n; i++)
					ints.set(raw, offset + 4 * i, (int) source[from + i]);
			}
			case UINT64 -> {
				for (int i = 0; i < n; i++)
					longs.set(raw, offset + 8 * i, source[from + i]);
			}
			default -> throw mismatch("integers");
		}
	}

	/** Writes single precision. */
	public void write(final float[] source, final int from, final byte[] raw,
		final int offset, final int n)
	{
		if (type == StoredType.FLOAT32) for (int i = 0; i < n; i++)
			floats.set(raw, offset + 4 * i, source[from + i]);
		else if (type == StoredType.FLOAT64) for (int i = 0; i < n; i++)
			doubles.set(raw, offset + 8 * i, (double) source[from + i]);
		else throw mismatch("floating point");
	}

	private IllegalArgumentException mismatch(final String what) {
		return new IllegalArgumentException("A " + type +
			" volume cannot be written from " + what);
	}
}
