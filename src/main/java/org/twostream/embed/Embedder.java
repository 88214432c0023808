
package org.twostream.embed;

import java.io.Serializable;

import org.twostream.block.BlockGrid;
import org.twostream.block.BlockRunner;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.net.Vae;

/**
 * Embeds patches: the encoder's mean vector of each (paper, section 4), group
 * by group, so that there may be more patches than fit memory. Not thread-safe;
 * does not close the network.
 */
public final class Embedder {

	/** Patches per forward pass that go into one group. */
	private static final int BATCHES = 32;

	private final Vae vae;
	private final int batch;

	/**
	 * Receives the rows of a group. Thread-safe; a copy in another process writes
	 * to the same place.
	 */
	@FunctionalInterface
	public interface Rows extends Serializable {

		/**
		 * When this returns, the rows must be on disk.
		 *
		 * @param first index of the first row
		 * @param rows n x latent
		 */
		void write(long first, Matrix rows);
	}

	/**
	 * @param batch patches per forward pass
	 */
	public Embedder(final Vae vae, final int batch) {
		this.vae = vae;
		this.batch = batch;
	}

	/** Patches per group; only the last group may hold fewer. */
	public int group() {
		return BATCHES * batch;
	}

	/**
	 * Embeds all patches.
	 *
	 * @param runner where groups are embedded; network, patches and rows must be
	 *          such as can be sent there
	 * @throws org.twostream.core.UserError if a row holds NaN or infinity
	 * @throws org.twostream.core.Cancelled between two batches
	 */
	public void embed(final PatchSource patches, final Rows rows,
		final BlockRunner runner, final Progress progress)
	{
		runner.run(new BlockGrid(Box.ofSize(patches.size(), 1, 1), group(), 1, 1),
			new EmbedRows(patches, vae, batch, rows), progress);
	}

	/** Embeds all patches into memory, patches x latent. */
	public Matrix embed(final PatchSource patches, final Progress progress) {
		final float[][] all = new float[Math.toIntExact(patches.size())][];
		embed(patches, (first, rows) -> {
			for (int i = 0; i < rows.rows(); i++)
				all[(int) first + i] = rows.row(i);
		}, BlockRunner.local(RunSettings.of(1, "Embedding patches")), progress);
		return new Matrix(all, vae.latent());
	}
}
