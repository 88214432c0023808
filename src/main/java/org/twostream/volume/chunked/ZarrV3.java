
package org.twostream.volume.chunked;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.Json;
import org.twostream.core.UserError;
import org.twostream.volume.RawVoxels;
import org.twostream.volume.StoredType;

/**
 * Zarr version 3: {@code zarr.json}. Written with a regular grid, keys
 * {@code c/z/y/x} and little endian. Shards ({@code sharding_indexed}) are
 * read, not written; a transpose inside a shard or in front of one is refused.
 */
final class ZarrV3 implements ArrayFormat {

	private static final String FILE = "zarr.json";

	@Override
	public boolean isArray(final Path folder) {
		return isNode(folder, "array");
	}

	@Override
	public boolean isGroup(final Path folder) {
		return isNode(folder, "group");
	}

	private static boolean isNode(final Path folder, final String type) {
		final Path file = folder.resolve(FILE);
		return Files.isRegularFile(file) && Json.read(file).string("node_type", "")
			.equals(type);
	}

	/** What a list of codecs says. */
	private static final class Chain {

		private int[] stored;
		private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
		private final List<Codec> codecs = new ArrayList<>();
		private Optional<Json> sharding = Optional.empty();

		Chain(final Json parent, final String name, final int rank,
			final int typeSize, final Path file)
		{
			stored = ArrayLayout.cOrder(rank);
			final List<Json> list = parent.objects(name);
			if (list.size() != parent.strings(name).size()) throw Metadata
				.unsupported(file, "codecs without a configuration, " + parent.strings(
					name) + ",");
			for (final Json codec : list)
				add(codec, typeSize, file);
		}

		private void add(final Json codec, final int typeSize, final Path file) {
			final String name = codec.string("name");
			final Json c = codec.has("configuration") ? codec.object("configuration")
				: new Json();
			switch (name) {
				case "transpose" -> stored = order(c, stored.length, file);
				case "bytes" -> order = c.string("endian", "little").equals("big")
					? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
				case "sharding_indexed" -> sharding = Optional.of(c);
				default -> {
					if (sharding.isPresent()) throw Metadata.unsupported(file,
						"compressed shards");
					Metadata.codec(name, (int) c.number("level", c.number("clevel", 1)),
						typeSize, file).ifPresent(codecs::add);
				}
			}
			if (sharding.isPresent() && !isPlain()) throw Metadata.unsupported(file,
				"a transpose before sharding");
		}

		private static int[] order(final Json c, final int rank, final Path file) {
			final String text = c.string("order");
			if (text.equals("C")) return ArrayLayout.cOrder(rank);
			if (text.equals("F")) return Metadata.reversed(ArrayLayout.cOrder(rank));
			final int[] order = Metadata.ints(c, "order");
			final boolean[] seen = new boolean[rank];
			for (final int d : order)
				if (d >= 0 && d < rank) seen[d] = true;
			for (final boolean s : seen)
				if (!s || order.length != rank) throw Metadata.unsupported(file,
					"the transpose order " + text);
			return order;
		}

		boolean isPlain() {
			for (int d = 0; d < stored.length; d++)
				if (stored[d] != d) return false;
			return true;
		}
	}

	@Override
	public ArrayLayout read(final Path folder) {
		final Path file = folder.resolve(FILE);
		final Json json = Json.read(file);
		final StoredType type = Metadata.type(json.string("data_type"), file);
		final Json grid = json.object("chunk_grid");
		if (!grid.string("name").equals("regular")) throw Metadata.unsupported(file,
			"the chunk grid \"" + grid.string("name") + "\"");
		final long[] shape = Metadata.longs(json, "shape");
		final int[] outer = Metadata.ints(grid.object("configuration"),
			"chunk_shape");
		final Chain chain = new Chain(json, "codecs", shape.length, type.bytes(),
			file);
		int[] chunk = outer;
		Chain inner = chain;
		Optional<ArrayLayout.Shards> shards = Optional.empty();
		if (chain.sharding.isPresent()) {
			final Json sharding = chain.sharding.get();
			chunk = Metadata.ints(sharding, "chunk_shape");
			inner = new Chain(sharding, "codecs", shape.length, type.bytes(), file);
			if (inner.sharding.isPresent()) throw Metadata.unsupported(file,
				"shards inside shards");
			shards = Optional.of(shards(sharding, outer, chunk, file));
		}
		final RawVoxels voxels = new RawVoxels(type, inner.order);
		return new ArrayLayout(shape, chunk, voxels, inner.stored, List.copyOf(
			inner.codecs), Metadata.fill(json, voxels, file), keys(json), shards,
			false).checked(file);
	}

	private static ArrayLayout.Shards shards(final Json sharding,
		final int[] outer, final int[] chunk, final Path file)
	{
		final int[] perShard = new int[outer.length];
		for (int d = 0; d < outer.length; d++) {
			if (chunk.length != outer.length || chunk[d] < 1 || outer[d] %
				chunk[d] != 0) throw new UserError(file +
					" has shards that are not made of whole chunks; write it again.");
			perShard[d] = outer[d] / chunk[d];
		}
		final Chain index = new Chain(sharding, "index_codecs", 1, 8, file);
		if (index.order != ByteOrder.LITTLE_ENDIAN) throw Metadata.unsupported(file,
			"a big-endian shard index");
		return new ArrayLayout.Shards(perShard, List.copyOf(index.codecs), sharding
			.string("index_location", "end").equals("end"));
	}

	private static ArrayLayout.ChunkKeys keys(final Json json) {
		final Json encoding = json.object("chunk_key_encoding");
		final boolean v2 = encoding.string("name").equals("v2");
		final Json c = encoding.has("configuration") ? encoding.object(
			"configuration") : new Json();
		final String separator = c.string("separator", v2 ? "." : "/");
		return v2 ? index -> ZarrV2.key(index, separator) : index -> "c" +
			separator + ZarrV2.key(index, separator);
	}

	@Override
	public void createArray(final Path folder, final ArraySpec spec) {
		final List<Json> codecs = new ArrayList<>();
		codecs.add(spec.type().bytes() == 1 ? named("bytes") : configured("bytes",
			new Json().put("endian", "little")));
		final Compression c = spec.compression();
		switch (c.kind()) {
			case RAW -> {
				// bytes as they are
			}
			case GZIP -> codecs.add(configured("gzip", new Json().put("level", c
				.level())));
			case ZLIB -> throw new IllegalArgumentException("Zarr v3 has no zlib");
			case ZSTD -> codecs.add(configured("zstd", new Json().put("level", c
				.level()).put("checksum", true)));
			case BLOSC -> codecs.add(configured("blosc", new Json().put("cname",
				"lz4").put("clevel", c.level()).put("shuffle", "bitshuffle").put(
					"typesize", spec.type().bytes()).put("blocksize", 0)));
		}
		final Json json = new Json().put("zarr_format", 3).put("node_type", "array")
			.put("shape", spec.shape()).put("data_type", StoredType.of(spec.type())
				.name().toLowerCase(java.util.Locale.ROOT)).put("chunk_grid",
					configured("regular", new Json().put("chunk_shape", spec.chunk())))
			.put("chunk_key_encoding", configured("default", new Json().put(
				"separator", "/"))).put("fill_value", 0).put("codecs", codecs).put(
					"attributes", new Json());
		if (!spec.axes().isEmpty()) json.put("dimension_names", spec.axes());
		json.write(folder.resolve(FILE));
	}

	private static Json named(final String name) {
		return new Json().put("name", name);
	}

	private static Json configured(final String name, final Json configuration) {
		return named(name).put("configuration", configuration);
	}

	@Override
	public void createGroup(final Path folder) {
		new Json().put("zarr_format", 3).put("node_type", "group").put("attributes",
			new Json()).write(folder.resolve(FILE));
	}

	@Override
	public Json attributes(final Path folder) {
		final Json json = Json.read(folder.resolve(FILE));
		return json.has("attributes") ? json.object("attributes") : new Json();
	}

	@Override
	public void addAttributes(final Path folder, final Json more) {
		final Json json = Json.read(folder.resolve(FILE));
		json.put("attributes", attributes(folder).putAll(more));
		json.write(folder.resolve(FILE));
	}
}
