
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chunks inside Zarr v3 shards: a shard is one file with an index of offset and
 * length of each inner chunk, both 2^64-1 for one that is not there. The last
 * {@value #INDICES} indices are kept. Thread-safe; reads only.
 */
final class ShardedChunks implements ChunkSource {

	private static final int INDICES = 256;
	private static final int ENTRY = 16;

	private final Path folder;
	private final ArrayLayout.ChunkKeys keys;
	private final int[] chunks;
	private final List<Codec> codecs;
	private final boolean atEnd;
	private final Map<Path, long[]> indices = Collections.synchronizedMap(
		new LinkedHashMap<Path, long[]>(64, 0.75f, true)
		{

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(
				final Map.Entry<Path, long[]> eldest)
		{
				return size() > INDICES;
			}
		});

	ShardedChunks(final Path folder, final ArrayLayout.ChunkKeys keys,
		final ArrayLayout.Shards shards)
	{
		this.folder = folder;
		this.keys = keys;
		chunks = shards.chunks();
		codecs = shards.codecs();
		atEnd = shards.atEnd();
	}

	@Override
	public Path file(final long[] index) {
		final long[] shard = new long[index.length];
		for (int d = 0; d < shard.length; d++)
			shard[d] = index[d] / chunks[d];
		return folder.resolve(keys.key(shard));
	}

	@Override
	public boolean load(final long[] index, final Bytes into,
		final Scratch scratch) throws IOException
	{
		final Path file = file(index);
		try (FileChannel channel = FileChannel.open(file,
			StandardOpenOption.READ))
		{
			long[] entries = indices.get(file);
			if (entries == null) {
				entries = index(channel, into, scratch);
				indices.put(file, entries);
			}
			int i = 0;
			for (int d = 0; d < index.length; d++)
				i = i * chunks[d] + (int) (index[d] % chunks[d]);
			final long offset = entries[2 * i];
			final long length = entries[2 * i + 1];
			if (offset == -1 && length == -1) return false;
			if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 64 ||
				offset > channel.size() - length) throw new IOException(
					"its index points outside the file");
			ChunkFiles.read(channel, offset, (int) length, into, scratch);
			return true;
		}
		catch (final NoSuchFileException e) {
			ChunkFiles.checkThere(folder);
			return false;
		}
	}

	private long[] index(final FileChannel channel, final Bytes raw,
		final Scratch scratch) throws IOException
	{
		int n = 1;
		for (final int edge : chunks)
			n *= edge;
		int bytes = n * ENTRY;
		for (final Codec codec : codecs) {
			if (!(codec instanceof Crc32cCodec)) throw new IOException(
				"its index is compressed, which cannot be read");
			bytes += 4;
		}
		if (channel.size() < bytes) throw new IOException("it is cut off");
		ChunkFiles.read(channel, atEnd ? channel.size() - bytes : 0, bytes, raw,
			scratch);
		Bytes decoded = raw;
		for (final Codec codec : codecs) {
			final Bytes next = new Bytes();
			codec.decode(decoded, next, Codec.UNKNOWN, scratch);
			decoded = next;
		}
		final LongBuffer longs = ByteBuffer.wrap(decoded.array, decoded.offset, n *
			ENTRY).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
		final long[] entries = new long[2 * n];
		longs.get(entries);
		return entries;
	}
}
