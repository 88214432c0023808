
package org.twostream.embed;

import org.twostream.block.Block;
import org.twostream.block.BlockTask;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.Matrix;
import org.twostream.net.Tensor;
import org.twostream.net.Vae;
import org.twostream.segment.Prefetcher;

/**
 * Embeds a group of patches, batch by batch; a group is a block of a volume
 * that is one voxel thick. While one batch is encoded the next is read, while
 * one group is encoded another is written.
 */
final class EmbedRows implements BlockTask<Void> {

	private static final long serialVersionUID = 1L;

	private final PatchSource patches;
	private final Vae vae;
	private final int batch;
	private final Embedder.Rows rows;

	/**
	 * @param batch patches per forward pass; divides all groups but the last, so
	 *          that batches are the same for any size of group
	 * @param rows takes the embeddings
	 */
	EmbedRows(final PatchSource patches, final Vae vae, final int batch,
		final Embedder.Rows rows)
	{
		this.patches = patches;
		this.vae = vae;
		this.batch = batch;
		this.rows = rows;
	}

	@Override
	public Void run(final Block group) {
		return run(group, Progress.NONE);
	}

	@Override
	public Void run(final Block group, final Progress progress) {
		final long first = group.core().xMin();
		final long end = group.core().xMax();
		final float[][] all = new float[(int) (end - first)][];
		final long batches = (end - first + batch - 1) / batch;
		try (Prefetcher<Tensor> ahead = new Prefetcher<>(i -> patches.batch(range(
			first + i * batch, Math.min(end, first + (i + 1) * batch))), 0, batches,
			1))
		{
			for (int at = 0; at < all.length; at += batch) {
				progress.check();
				final Matrix part = encode(ahead.next());
				for (int i = 0; i < part.rows(); i++)
					all[at + i] = finite(part.row(i), first + at + i);
				progress.report((double) (at + part.rows()) / all.length,
					"Embedding patches");
			}
		}
		rows.write(first, new Matrix(all, vae.latent()));
		return null;
	}

	// The network takes one caller at a time.
	private synchronized Matrix encode(final Tensor tensor) {
		return vae.encode(tensor);
	}

	private static float[] finite(final float[] row, final long patch) {
		for (final float v : row)
			if (!Float.isFinite(v)) throw new UserError("Patch " + patch +
				" is embedded as " + v +
				", so its pixels or the encoder's weights are no numbers; train the " +
				"encoder again.");
		return row;
	}

	private static long[] range(final long from, final long to) {
		final long[] range = new long[(int) (to - from)];
		for (int i = 0; i < range.length; i++)
			range[i] = from + i;
		return range;
	}
}
