
package org.twostream.embed;

import java.io.Serializable;

import org.twostream.net.Tensor;

/**
 * The images or the masks of ROIs from the bytes (roi, {image, mask}, 112, 112)
 * that are stored for them. They are held in memory where they take at most an
 * eighth of it, else read as they are asked for, and so in another process to
 * which this is sent.
 */
public final class RoiPatchSource implements PatchSource, Serializable {

	private static final long serialVersionUID = 1L;

	/** Rows read at a time while loading. */
	private static final int GROUP = 64;

	/** Which of the two. */
	public enum Kind {
			/** Grey values, 0..1. */
			IMAGE,
			/** 1 inside or pre-synaptic, -1 post-synaptic, 0 outside. */
			MASK
	}

	/** Reads stored patches; thread-safe, in other processes as well. */
	@FunctionalInterface
	public interface Rows extends Serializable {

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
	private final transient byte[][] loaded;

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
		if (inMemory()) values(loaded[(int) index], target, offset);
		else readRun(index, index + 1, target, offset);
	}

	@Override
	public Tensor batch(final long[] indices) {
		final int n = indices.length;
		if (inMemory() || !neighbours(indices)) return PatchSource.super.batch(
			indices);
		// which lie in the same chunks
		final float[] values = new float[n * PIXELS];
		readRun(indices[0], indices[0] + n, values, 0);
		return new Tensor(values, n, 1, SIDE, SIDE);
	}

	private boolean inMemory() {
		return loaded != null && loaded.length > 0;
	}

	private static boolean neighbours(final long[] indices) {
		for (int i = 1; i < indices.length; i++)
			if (indices[i] != indices[i - 1] + 1) return false;
		return indices.length > 0;
	}

	private void readRun(final long from, final long to, final float[] target,
		final int offset)
	{
		final int n = (int) (to - from);
		final byte[] both = new byte[n * 2 * PIXELS];
		rows.read(from, to, both);
		for (int i = 0; i < n; i++)
			values(one(both, i), target, offset + i * PIXELS);
	}

	private void values(final byte[] patch, final float[] target,
		final int offset)
	{
		for (int i = 0; i < PIXELS; i++)
			target[offset + i] = kind == Kind.IMAGE ? (patch[i] & 0xFF) / 255f
				: patch[i] == 2 ? -1 : patch[i];
	}
}
