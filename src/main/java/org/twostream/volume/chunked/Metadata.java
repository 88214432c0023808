
package org.twostream.volume.chunked;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.StoredType;

/** Readings of metadata that the formats share. */
final class Metadata {

	private Metadata() {}

	static long[] longs(final Json json, final String name) {
		final double[] numbers = json.numbers(name);
		final long[] values = new long[numbers.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (long) numbers[i];
		return values;
	}

	static int[] ints(final Json json, final String name) {
		final double[] numbers = json.numbers(name);
		final int[] values = new int[numbers.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (int) numbers[i];
		return values;
	}

	/** Turns axes from fastest first to slowest first. */
	static long[] reversed(final long[] values) {
		final long[] turned = new long[values.length];
		for (int i = 0; i < values.length; i++)
			turned[i] = values[values.length - 1 - i];
		return turned;
	}

	static int[] reversed(final int[] values) {
		final int[] turned = new int[values.length];
		for (int i = 0; i < values.length; i++)
			turned[i] = values[values.length - 1 - i];
		return turned;
	}

	static <T> List<T> reversed(final List<T> values) {
		final List<T> turned = new ArrayList<>(values);
		Collections.reverse(turned);
		return turned;
	}

	/**
	 * The codec of a name, empty for none.
	 *
	 * @param level for writing on
	 * @param typeSize bytes of an element
	 * @throws UserError if the name is of no codec that can be read
	 */
	static Optional<Codec> codec(final String name, final int level,
		final int typeSize, final Path file)
	{
		return switch (name) {
			case "raw", "null" -> Optional.empty();
			case "gzip" -> Optional.of(new DeflateCodec(true, effort(level)));
			case "zlib" -> Optional.of(new DeflateCodec(false, effort(level)));
			case "zstd" -> Optional.of(new ZstdCodec(level));
			case "blosc" -> Optional.of(new BloscCodec(Math.max(1, level), typeSize));
			case "lz4" -> Optional.of(new Lz4Codec(false));
			case "crc32c" -> Optional.of(new Crc32cCodec());
			case "bzip2", "bz2" -> Optional.of(new Bzip2Codec());
			default -> throw new UserError(file + " asks for the compression \"" +
				name +
				"\", which cannot be read; convert the volume to zstd, gzip or blosc.");
		};
	}

	private static int effort(final int level) {
		return level < 1 || level > 9 ? 6 : level;
	}

	/** Type names of N5 and Zarr v3. */
	static StoredType type(final String name, final Path file) {
		return switch (name) {
			case "uint8" -> StoredType.UINT8;
			case "uint16" -> StoredType.UINT16;
			case "uint32" -> StoredType.UINT32;
			case "uint64" -> StoredType.UINT64;
			case "int8" -> StoredType.INT8;
			case "int16" -> StoredType.INT16;
			case "int32" -> StoredType.INT32;
			case "int64" -> StoredType.INT64;
			case "bool" -> StoredType.BOOL;
			case "float32" -> StoredType.FLOAT32;
			case "float64" -> StoredType.FLOAT64;
			default -> throw unknownType(name, file);
		};
	}

	static UserError unknownType(final String name, final Path file) {
		return new UserError(file + " holds the data type \"" + name +
			"\", which is no volume type; convert it to uint8, uint16, uint32, uint64 or float32.");
	}

	/** The bytes of one element of value {@code fill_value}. */
	static byte[] fill(final Json json, final RawVoxels voxels, final Path file) {
		final byte[] bytes = new byte[voxels.type().bytes()];
		if (!json.has("fill_value")) return bytes;
		final String text = json.string("fill_value");
		try {
			switch (voxels.type()) {
				case FLOAT32, FLOAT64 -> voxels.write(new float[] { real(text) }, 0,
					bytes, 0, 1);
				case BOOL -> bytes[0] = (byte) (text.equals("true") || text.equals("1")
					? 1 : 0);
				default -> voxels.write(new long[] { new BigDecimal(text).toBigInteger()
					.longValue() }, 0, bytes, 0, 1);
			}
		}
		catch (final NumberFormatException e) {
			throw new UserError(file + " has the fill_value \"" + text +
				"\", which is no number; correct the file.", e);
		}
		return bytes;
	}

	private static float real(final String text) {
		return switch (text) {
			case "NaN" -> Float.NaN;
			case "Infinity" -> Float.POSITIVE_INFINITY;
			case "-Infinity" -> Float.NEGATIVE_INFINITY;
			default -> Float.parseFloat(text);
		};
	}

	/** The refusal of a feature. */
	static UserError unsupported(final Path file, final String what) {
		return new UserError(file + " uses " + what +
			", which cannot be read; convert the volume without it.");
	}
}
