
package org.twostream.volume;

import java.io.Serializable;

import org.twostream.core.Box;

/**
 * A volume of which the chunks used last stay decoded in memory, for many small
 * boxes that lie near each other. Threads that miss the same chunk decode it
 * once. A copy in another process begins with none. Thread-safe.
 */
public final class RecentChunks implements EmVolume, Serializable {

	private static final long serialVersionUID = 1L;

	private final EmVolume volume;
	private final long capacity;
	private final transient RecentlyUsed<Key, Object> chunks;
	/** Whether an id was met that needs 64 bits. */
	private transient volatile boolean wide;

	private record Key(int channel, Box box, boolean bytes) {
	}

	/**
	 * @param volume not closed here
	 * @param capacity bytes held at most; chunks of more voxels than an eighth of
	 *          it are not kept
	 */
	public RecentChunks(final EmVolume volume, final long capacity) {
		this.volume = volume;
		this.capacity = capacity;
		chunks = new RecentlyUsed<>(capacity);
	}

	private Object readResolve() {
		return new RecentChunks(volume, capacity);
	}

	@Override
	public VolumeInfo info() {
		return volume.info();
	}

	@Override
	public void read(final int channel, final Box box, final byte[] target) {
		if (isLarge()) volume.read(channel, box, target);
		else forEach(channel, box, true, (chunk, from, to, n) -> System.arraycopy(
			chunk, from, target, to, n));
	}

	@Override
	public void read(final int channel, final Box box, final long[] target) {
		if (isLarge()) volume.read(channel, box, target);
		else forEach(channel, box, false, (chunk, from, to, n) -> {
			if (chunk instanceof long[]) System.arraycopy(chunk, from, target, to, n);
			else for (int i = 0; i < n; i++)
				target[to + i] = ((int[]) chunk)[from + i] & 0xffffffffL;
		});
	}

	@Override
	public void read(final int channel, final Box box, final float[] target) {
		volume.read(channel, box, target);
	}

	// Pages of a TIFF may be larger than all that may be held.
	private boolean isLarge() {
		return Box.ofSize(info().xChunk(), info().yChunk(), info().zChunk())
			.voxels() > capacity / 8;
	}

	@FunctionalInterface
	private interface Row {

		void copy(Object chunk, int from, int to, int n);
	}

	private void forEach(final int channel, final Box box, final boolean bytes,
		final Row row)
	{
		final int xn = info().xChunk();
		final int yn = info().yChunk();
		final int zn = info().zChunk();
		for (long z = box.zMin() / zn; z * zn < box.zMax(); z++)
			for (long y = box.yMin() / yn; y * yn < box.yMax(); y++)
				for (long x = box.xMin() / xn; x * xn < box.xMax(); x++)
					copy(channel, Box.ofSize(xn, yn, zn).translate(x * xn, y * yn, z * zn)
						.intersect(info().box()), box, bytes, row);
	}

	private void copy(final int channel, final Box part, final Box box,
		final boolean bytes, final Row row)
	{
		final Object chunk = chunk(new Key(channel, part, bytes));
		final Box both = part.intersect(box);
		for (long z = both.zMin(); z < both.zMax(); z++)
			for (long y = both.yMin(); y < both.yMax(); y++)
				row.copy(chunk, index(part, both.xMin(), y, z), index(box, both.xMin(),
					y, z), (int) both.xSize());
	}

	private static int index(final Box box, final long x, final long y,
		final long z)
	{
		return (int) (x - box.xMin() + box.xSize() * (y - box.yMin() + box.ySize() *
			(z - box.zMin())));
	}

	private Object chunk(final Key key) {
		final int bytes = key.bytes ? 1 : wide ? Long.BYTES : Integer.BYTES;
		return chunks.get(key, bytes * key.box.voxels(), () -> key.bytes ? volume
			.bytes(key.channel, key.box) : narrow(volume.ids(key.channel, key.box)));
	}

	/** In half the memory where 32 bits are enough. */
	private Object narrow(final long[] ids) {
		final int[] narrow = new int[ids.length];
		for (int i = 0; i < ids.length; i++) {
			narrow[i] = (int) ids[i];
			if (ids[i] >>> 32 == 0) continue;
			wide = true;
			return ids;
		}
		return narrow;
	}

	/** Forgets the chunks; the volume stays open. */
	@Override
	public void close() {
		chunks.clear();
	}
}
