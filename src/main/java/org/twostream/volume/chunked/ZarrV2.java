
package org.twostream.volume.chunked;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.StoredType;

/**
 * Zarr version 2: {@code .zarray}, {@code .zgroup}, {@code .zattrs}. Written in
 * C order, little endian, with {@code /} between chunk indices as OME-Zarr 0.4
 * asks. Read in C and F order, with . and /; filters are refused.
 */
final class ZarrV2 implements ArrayFormat {

	@Override
	public boolean isArray(final Path folder) {
		return Files.isRegularFile(folder.resolve(".zarray"));
	}

	@Override
	public boolean isGroup(final Path folder) {
		return Files.isRegularFile(folder.resolve(".zgroup"));
	}

	@Override
	public ArrayLayout read(final Path folder) {
		final Path file = folder.resolve(".zarray");
		final Json json = Json.read(file);
		final RawVoxels voxels = voxels(json.string("dtype"), file);
		if (!json.strings("filters").isEmpty()) throw Metadata.unsupported(file,
			"filters");
		Optional<Codec> codec = Optional.empty();
		if (json.has("compressor")) {
			final Json compressor = json.object("compressor");
			codec = Metadata.codec(compressor.string("id"), (int) compressor.number(
				"level", compressor.number("clevel", 1)), voxels.type().bytes(), file);
		}
		final long[] shape = Metadata.longs(json, "shape");
		final String separator = json.string("dimension_separator", ".");
		final int[] c = ArrayLayout.cOrder(shape.length);
		return new ArrayLayout(shape, Metadata.ints(json, "chunks"), voxels, json
			.string("order", "C").equals("F") ? Metadata.reversed(c) : c, codec
				.stream().toList(), Metadata.fill(json, voxels, file), index -> key(
					index, separator), Optional.empty(), false).checked(file);
	}

	static String key(final long[] index, final String separator) {
		final StringBuilder key = new StringBuilder();
		for (final long i : index)
			key.append(key.length() == 0 ? "" : separator).append(i);
		return key.toString();
	}

	private static RawVoxels voxels(final String dtype, final Path file) {
		final ByteOrder order = dtype.startsWith(">") ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN;
		final StoredType type = switch (dtype.substring(Math.min(1, dtype
			.length()))) {
			case "u1" -> StoredType.UINT8;
			case "u2" -> StoredType.UINT16;
			case "u4" -> StoredType.UINT32;
			case "u8" -> StoredType.UINT64;
			case "i1" -> StoredType.INT8;
			case "i2" -> StoredType.INT16;
			case "i4" -> StoredType.INT32;
			case "i8" -> StoredType.INT64;
			case "b1" -> StoredType.BOOL;
			case "f4" -> StoredType.FLOAT32;
			case "f8" -> StoredType.FLOAT64;
			default -> throw Metadata.unknownType(dtype, file);
		};
		return new RawVoxels(type, order);
	}

	@Override
	public void createArray(final Path folder, final ArraySpec spec) {
		final int bytes = spec.type().bytes();
		final String dtype = (bytes == 1 ? "|" : "<") + (spec.type().name()
			.startsWith("F") ? "f" : "u") + bytes;
		final Json json = new Json().put("zarr_format", 2).put("shape", spec
			.shape()).put("chunks", spec.chunk()).put("dtype", dtype).put(
				"compressor", compressor(spec.compression())).put("fill_value", 0).put(
					"order", "C").put("filters", null).put("dimension_separator", "/");
		json.write(folder.resolve(".zarray"));
		if (!spec.axes().isEmpty()) addAttributes(folder, new Json().put(
			"_ARRAY_DIMENSIONS", spec.axes()));
	}

	private static Object compressor(final Compression c) {
		return switch (c.kind()) {
			case RAW -> null;
			case GZIP -> new Json().put("id", "gzip").put("level", c.level());
			case ZLIB -> new Json().put("id", "zlib").put("level", c.level());
			case ZSTD -> new Json().put("id", "zstd").put("level", c.level());
			case BLOSC -> new Json().put("id", "blosc").put("cname", "lz4").put(
				"clevel", c.level()).put("shuffle", 2).put("blocksize", 0);
		};
	}

	@Override
	public void createGroup(final Path folder) {
		new Json().put("zarr_format", 2).write(folder.resolve(".zgroup"));
	}

	@Override
	public Json attributes(final Path folder) {
		final Path file = folder.resolve(".zattrs");
		return Files.isRegularFile(file) ? Json.read(file) : new Json();
	}

	@Override
	public void addAttributes(final Path folder, final Json more) {
		final Json json = attributes(folder);
		json.putAll(more).write(folder.resolve(".zattrs"));
	}
}
