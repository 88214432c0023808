
package org.twostream.volume;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last decoded blocks of a file that is slow to decode, up to a number of
 * bytes. Threads that want the same block at once decode it once. Thread-safe.
 */
public final class DecodedBlocks {

	private static final long KEPT_BYTES = 64L << 20;
	private static final int KEPT_BLOCKS = 4;

	private final long limit;
	private final Map<Long, Block> kept = new LinkedHashMap<>(64, 0.75f, true);
	private long keptBytes;

	/** A block that is decoded when it is first asked for. */
	private static final class Block {

		private final long size;
		private byte[] bytes;

		Block(final long size) {
			this.size = size;
		}
	}

	/** Decodes a block. */
	@FunctionalInterface
	public interface Decoder {

		byte[] decode() throws IOException;
	}

	/**
	 * @param largest bytes of the largest block: at least {@value #KEPT_BLOCKS}
	 *          of these are kept, and as many as fit into 64 MiB
	 */
	public DecodedBlocks(final long largest) {
		limit = Math.max(KEPT_BYTES, KEPT_BLOCKS * largest);
	}

	/**
	 * A block, from memory or decoded now. Not to be written to.
	 *
	 * @param key the block's number
	 * @param size its bytes
	 * @throws IOException if the decoder fails; the next call tries again
	 */
	public byte[] get(final long key, final long size, final Decoder decoder)
		throws IOException
	{
		final Block block;
		synchronized (kept) {
			Block found = kept.get(key);
			if (found == null) {
				found = new Block(size);
				kept.put(key, found);
				keptBytes += size;
				final Iterator<Block> eldest = kept.values().iterator();
				while (keptBytes > limit && kept.size() > 1) {
					keptBytes -= eldest.next().size;
					eldest.remove();
				}
			}
			block = found;
		}
		synchronized (block) {
			if (block.bytes == null) block.bytes = decoder.decode();
			return block.bytes;
		}
	}
}
