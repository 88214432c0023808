
package org.twostream.embed;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.net.Tensor;
import org.twostream.net.Vae;
import org.twostream.segment.Prefetcher;

/**
 * Embeds patches: the encoder's mean vector of each (paper, section 4), batch
 * by batch, so that there may be more patches than fit memory. Not thread-safe;
 * does not close the network.
 */
public final class Embedder {

	private final Vae vae;
	private final int batch;
	private final int threads;

	/** Receives rows in order. */
	@FunctionalInterface
	public interface Rows {

		/**
		 * @param first index of the first row
		 * @param rows n x latent
		 */
		void write(long first, Matrix rows);
	}

	/**
	 * @param batch patches per forward pass
	 * @param threads workers that read patches
	 */
	public Embedder(final Vae vae, final int batch, final int threads) {
		this.vae = vae;
		this.batch = batch;
		this.threads = threads;
	}

	/**
	 * Embeds all patches.
	 *
	 * @throws org.twostream.core.Cancelled between two batches
	 */
	public void embed(final PatchSource patches, final Rows rows,
		final Progress progress)
	{
		final long n = patches.size();
		final long batches = (n + batch - 1) / batch;
		try (Prefetcher<Tensor> ahead = new Prefetcher<>(i -> patches.batch(range(
			i * batch, Math.min(n, (i + 1) * batch))), 0, batches, threads))
		{
			for (long i = 0; i < batches; i++) {
				progress.check();
				rows.write(i * batch, vae.encode(ahead.next()));
				progress.report((i + 1.0) / batches, "Embedding patches");
			}
		}
	}

	/** Embeds all patches into memory, patches x latent. */
	public Matrix embed(final PatchSource patches, final Progress progress) {
		final List<float[]> all = new ArrayList<>();
		embed(patches, (first, rows) -> {
			for (int i = 0; i < rows.rows(); i++)
				all.add(rows.row(i));
		}, progress);
		return new Matrix(all.toArray(new float[0][]), vae.latent());
	}

	private static long[] range(final long from, final long to) {
		final long[] range = new long[(int) (to - from)];
		for (int i = 0; i < range.length; i++)
			range[i] = from + i;
		return range;
	}
}
