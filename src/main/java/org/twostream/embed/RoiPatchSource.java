
package org.twostream.embed;

/**
 * The images or the masks of ROIs from the bytes (roi, {image, mask}, 112, 112)
 * that are stored for them. They are held in memory where they take at most an
 * eighth of it, else read one by one.
 */
public final class RoiPatchSource implements PatchSource {

	/** Rows read at a time while loading. */
	private static final int GROUP = 64;

	/** Which of the two. */
	public enum Kind {
			/** Grey values, 0..1. */
			IMAGE,
			/** 1 inside or pre-synaptic, -1 post-synaptic, 0 outside. */
			MASK
	}

	/** Reads stored patches; thread-safe. */
	@FunctionalInterface
	public interface Rows {

		/**
		 * @param from first ROI
		 * @param to ROI behind the last
		 * @param target receives (roi, {image, mask}, 112, 112): grey values, and 0
		 *          outside, 1 inside or pre-synaptic, 2 post-synaptic
		 */
		void read(long from, long to, byte[] target);
	}

	private final Rows rows;
	private final long size;
	private final Kind kind;
	private final byte[][] loaded;

	/**
	 * @param size number of ROIs
	 */
	public RoiPatchSource(final Rows rows, final long size, final Kind kind) {
		this(rows, size, kind, Runtime.getRuntime().maxMemory() / 8);
	}

	RoiPatchSource(final Rows rows, final long size, final Kind kind,
		final long capacity)
	{
		this.rows = rows;
		this.size = size;
		this.kind = kind;
		loaded = size * PIXELS <= capacity ? load() : new byte[0][];
	}

	private byte[][] load() {
		final byte[][] patches = new byte[(int) size][];
		for (long from = 0; from < size; from += GROUP) {
			final long to = Math.min(size, from + GROUP);
			final byte[] group = new byte[(int) (to - from) * 2 * PIXELS];
			rows.read(from, to, group);
			for (long i = from; i < to; i++)
				patches[(int) i] = one(group, (int) (i - from));
		}
		return patches;
	}

	private byte[] one(final byte[] group, final int row) {
		final byte[] patch = new byte[PIXELS];
		System.arraycopy(group, (2 * row + (kind == Kind.MASK ? 1 : 0)) * PIXELS,
			patch, 0, PIXELS);
		return patch;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void read(final long index, final float[] target, final int offset) {
		final byte[] patch = loaded.length > 0 ? loaded[(int) index] : single(
			index);
		for (int i = 0; i < PIXELS; i++)
			target[offset + i] = kind == Kind.IMAGE ? (patch[i] & 0xFF) / 255f
				: patch[i] == 2 ? -1 : patch[i];
	}

	private byte[] single(final long index) {
		final byte[] both = new byte[2 * PIXELS];
		rows.read(index, index + 1, both);
		return one(both, 0);
	}
}
