
package org.twostream.volume.chunked;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.StoredType;

/**
 * N5: {@code attributes.json}. Its dimensions are fastest first and its numbers
 * big endian; both are turned round here. Blocks at the end of the volume are
 * written cut off; whole ones are read as well. xz is refused.
 */
final class N5 implements ArrayFormat {

	private static final String FILE = "attributes.json";

	@Override
	public boolean isArray(final Path folder) {
		return Files.isRegularFile(folder.resolve(FILE)) && Json.read(folder
			.resolve(FILE)).has("dimensions");
	}

	@Override
	public boolean isGroup(final Path folder) {
		return Files.isRegularFile(folder.resolve(FILE)) && !isArray(folder);
	}

	@Override
	public ArrayLayout read(final Path folder) {
		final Path file = folder.resolve(FILE);
		final Json json = Json.read(file);
		final StoredType type = Metadata.type(json.string("dataType"), file);
		final RawVoxels voxels = new RawVoxels(type, ByteOrder.BIG_ENDIAN);
		final long[] shape = Metadata.reversed(Metadata.longs(json, "dimensions"));
		return new ArrayLayout(shape, Metadata.reversed(Metadata.ints(json,
			"blockSize")), voxels, ArrayLayout.cOrder(shape.length), codec(json, type,
				file).stream().toList(), new byte[type.bytes()], N5::key, Optional
					.empty(), true).checked(file);
	}

	private static String key(final long[] index) {
		final StringBuilder key = new StringBuilder();
		for (int d = index.length - 1; d >= 0; d--)
			key.append(key.length() == 0 ? "" : "/").append(index[d]);
		return key.toString();
	}

	private static Optional<Codec> codec(final Json json, final StoredType type,
		final Path file)
	{
		// N5 1.0 named the compression only.
		if (!json.has("compression")) return Metadata.codec(json.string(
			"compressionType", "raw"), 6, type.bytes(), file);
		final Json c = json.object("compression");
		final int level = (int) c.number("level", c.number("clevel", 1));
		final String name = c.string("type");
		if (name.equals("lz4")) return Optional.of(new Lz4Codec(true));
		if (name.equals("gzip") && c.flag("useZlib", false)) return Metadata.codec(
			"zlib", level, type.bytes(), file);
		return Metadata.codec(name, level, type.bytes(), file);
	}

	@Override
	public void createArray(final Path folder, final ArraySpec spec) {
		final Compression c = spec.compression();
		final Json compression = new Json().put("type", c.kind().name().toLowerCase(
			Locale.ROOT));
		switch (c.kind()) {
			case RAW -> {
				// the name is all
			}
			case GZIP -> compression.put("level", c.level()).put("useZlib", false);
			case ZLIB -> compression.put("type", "gzip").put("level", c.level()).put(
				"useZlib", true);
			case ZSTD -> compression.put("level", c.level());
			case BLOSC -> compression.put("cname", "lz4").put("clevel", c.level())
				.put("shuffle", 2).put("blocksize", 0);
		}
		final Json json = attributes(folder).put("dimensions", Metadata.reversed(
			spec.shape())).put("blockSize", Metadata.reversed(spec.chunk())).put(
				"dataType", StoredType.of(spec.type()).name().toLowerCase(Locale.ROOT))
			.put("compression", compression);
		if (!spec.axes().isEmpty()) json.put("axes", Metadata.reversed(spec
			.axes()));
		json.write(folder.resolve(FILE));
	}

	@Override
	public void createGroup(final Path folder) {
		attributes(folder).put("n5", "2.5.1").write(folder.resolve(FILE));
	}

	@Override
	public Json attributes(final Path folder) {
		final Path file = folder.resolve(FILE);
		return Files.isRegularFile(file) ? Json.read(file) : new Json();
	}

	@Override
	public void addAttributes(final Path folder, final Json more) {
		attributes(folder).putAll(more).write(folder.resolve(FILE));
	}
}
