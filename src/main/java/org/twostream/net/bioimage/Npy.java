
package org.twostream.net.bioimage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twostream.core.UserError;
import org.twostream.net.Tensor;

/**
 * Reads arrays in numpy's file format
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
 */
final class Npy {

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };
	private static final Pattern HEADING = Pattern.compile(
		"\\s*\\{\\s*'descr':\\s*'([<>|=])([bfiu])(\\d)',\\s*'fortran_order':\\s*" +
			"(True|False),\\s*'shape':\\s*\\(([\\d, ]*)\\),?\\s*\\}\\s*");
	private static final int MOST = 1 << 29;

	private Npy() {}

	/**
	 * @param name of the file, for messages
	 * @return numbers of any simple type as float32, last axis fastest
	 * @throws UserError if it is no array of simple numbers, or cut off
	 */
	static Tensor read(final InputStream stream, final String name) {
		try (DataInputStream in = new DataInputStream(stream)) {
			final byte[] magic = in.readNBytes(MAGIC.length);
			if (!Arrays.equals(magic, MAGIC)) throw refusal(name,
				"it does not begin as one", null);
			final int version = in.readUnsignedByte();
			in.readUnsignedByte();
			final int length = version == 1 ? Short.toUnsignedInt(Short.reverseBytes(
				in.readShort())) : Integer.reverseBytes(in.readInt());
			if (length < 0 || length > 1_000_000) throw refusal(name,
				"its heading has " + length + " bytes", null);
			final String heading = new String(in.readNBytes(length),
				StandardCharsets.ISO_8859_1);
			final Matcher m = HEADING.matcher(heading);
			if (!m.matches()) throw refusal(name, "its heading is " + heading.strip(),
				null);
			return read(in, m, name);
		}
		catch (final EOFException e) {
			throw refusal(name, "it is cut off", e);
		}
		catch (final IOException e) {
			throw refusal(name, e.getMessage(), e);
		}
	}

	private static Tensor read(final DataInputStream in, final Matcher m,
		final String name) throws IOException
	{
		final int[] shape = Arrays.stream(m.group(5).split(",")).map(String::strip)
			.filter(s -> !s.isEmpty()).mapToInt(Integer::parseInt).toArray();
		final int bytes = Integer.parseInt(m.group(3));
		long n = 1;
		for (final int s : shape)
			n = Math.min(MOST + 1L, n * s);
		if (n * bytes > MOST) throw refusal(name, "it has more than 512 MB", null);
		final byte[] raw = in.readNBytes((int) n * bytes);
		if (raw.length < n * bytes) throw new EOFException();
		final ByteBuffer b = ByteBuffer.wrap(raw).order(">".equals(m.group(1))
			? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final float[] values = new float[(int) n];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) number(b, m.group(2) + bytes, i * bytes, name);
		if ("True".equals(m.group(4))) return fortran(values, shape);
		return new Tensor(values, shape);
	}

	private static double number(final ByteBuffer b, final String type,
		final int at, final String name)
	{
		switch (type) {
			case "b1":
			case "u1":
				return b.get(at) & 0xFF;
			case "i1":
				return b.get(at);
			case "u2":
				return b.getShort(at) & 0xFFFF;
			case "i2":
				return b.getShort(at);
			case "u4":
				return b.getInt(at) & 0xFFFFFFFFL;
			case "i4":
				return b.getInt(at);
			case "i8":
			case "u8":
				return b.getLong(at);
			case "f4":
				return b.getFloat(at);
			case "f8":
				return b.getDouble(at);
			default:
				throw refusal(name, "its numbers are " + type, null);
		}
	}

	/** From first axis fastest to last axis fastest. */
	private static Tensor fortran(final float[] values, final int[] shape) {
		final int[] reversed = new int[shape.length];
		final int[] order = new int[shape.length];
		for (int i = 0; i < shape.length; i++) {
			reversed[i] = shape[shape.length - 1 - i];
			order[i] = shape.length - 1 - i;
		}
		return AxisOrder.permuted(new Tensor(values, reversed), order);
	}

	private static UserError refusal(final String name, final String what,
		final Exception cause)
	{
		return new UserError(name + " is no whole .npy array of numbers: " + what +
			"; get the package again.", cause);
	}
}
