
package org.twostream.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.twostream.block.BlockEngine;
import org.twostream.block.RunSettings;
import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.embed.Embedder;
import org.twostream.embed.PatchSource;
import org.twostream.net.Engine;
import org.twostream.net.Matrix;
import org.twostream.net.StoredVae;
import org.twostream.net.Vae;
import org.twostream.net.VaeArchitecture;
import org.twostream.net.VaeArchitecture.Variant;
import org.twostream.query.Embeddings;
import org.twostream.volume.PixelType;
import org.twostream.volume.chunked.ArraySpec;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * The folder of a pair of encoders and what they say of every ROI of one set.
 *
 * @param folder where it lies
 * @param rois number of the ROI set
 * @param vae which networks
 * @param maskLatent length of the mask embedding
 * @param imageLatent length of the image embedding
 */
record EncoderSet(Path folder, String rois, Variant vae, int maskLatent,
		int imageLatent) {

	static final String MASK = "mask";
	static final String IMAGE = "image";

	private static final int ROWS = 4096;
	private static final int EMBED_BATCH = 32;

	/**
	 * @throws UserError if there is none, or it was made for patches of another
	 *           size
	 */
	static EncoderSet of(final Project project, final String asked) {
		final Path folder = project.path(Kind.ENCODERS, project.require(
			Kind.ENCODERS, asked, "encode"));
		final Json json = Json.read(folder.resolve("model.json"));
		final long side = json.integer("patch_px");
		if (side != PatchSource.SIDE) throw new UserError("Encoders " + folder
			.getFileName() + " were made for patches of " + side + " x " + side +
			" pixels, and patches here have " + PatchSource.SIDE + " x " +
			PatchSource.SIDE + "; run encode again.");
		return new EncoderSet(folder, json.string("rois"), Variant.named(json
			.string("vae", Variant.PAPER.text())), (int) json.integer("mask_latent"),
			(int) json.integer("image_latent"));
	}

	String id() {
		return folder.getFileName().toString();
	}

	/** Weights of one stream. */
	Path weights(final String stream) {
		return folder.resolve(stream + ".safetensors");
	}

	/** Which network a stream has. */
	VaeArchitecture architecture(final String stream) {
		return new VaeArchitecture(vae, latent(stream), stream.equals(IMAGE));
	}

	/** The encoder of one stream. */
	Vae vae(final Engine engine, final String stream) {
		return engine.vae(architecture(stream), weights(stream));
	}

	/** Embedding of one stream, float32 (roi, latent). */
	Path embedding(final String stream) {
		return folder.resolve("embedding.zarr").resolve(stream);
	}

	/**
	 * Embeds all patches by the stored encoder and writes the rows.
	 *
	 * @param engine runs groups of patches
	 */
	void embed(final String stream, final PatchSource patches,
		final Compute compute, final BlockEngine engine, final RunSettings settings,
		final Progress progress)
	{
		try (Vae network = StoredVae.open(compute.engineSettings(), architecture(
			stream), weights(stream)))
		{
			final Embedder embedder = new Embedder(network, EMBED_BATCH);
			try (ChunkedArray array = array(stream, patches.size(), embedder
				.group()))
			{
				embedder.embed(patches, new StoredRows(array), engine.runner(settings),
					progress);
			}
		}
	}

	private ChunkedArray array(final String stream, final long rows,
		final int group)
	{
		final Path place = embedding(stream);
		if (Files.exists(place)) return ChunkedArray.open(place);
		return ChunkedArray.create(place, ArraySpec.of(PixelType.FLOAT32, List.of(
			rows, (long) latent(stream)), List.of((int) Math.min(group, rows), latent(
				stream))));
	}

	/** Rows of an array whose chunks are groups. */
	private record StoredRows(ChunkedArray array) implements Embedder.Rows {

		@Override
		public void write(final long first, final Matrix rows) {
			final float[] flat = new float[rows.rows() * rows.columns()];
			for (int i = 0; i < rows.rows(); i++)
				System.arraycopy(rows.row(i), 0, flat, i * rows.columns(), rows
					.columns());
			array.writeRows(first, first + rows.rows(), flat);
			array.sync();
		}
	}

	int latent(final String stream) {
		return stream.equals(MASK) ? maskLatent : imageLatent;
	}

	/** Both embeddings of all ROIs. */
	Embeddings embeddings() {
		return new Embeddings(embedded(MASK), embedded(IMAGE));
	}

	/** One embedding of all ROIs. */
	Matrix embedded(final String stream) {
		try (ChunkedArray array = ChunkedArray.open(embedding(stream))) {
			final int n = (int) array.shape()[0];
			final int columns = (int) array.shape()[1];
			final float[][] rows = new float[n][columns];
			final float[] part = new float[Math.min(ROWS, n) * columns];
			for (int from = 0; from < n; from += ROWS) {
				final int to = Math.min(n, from + ROWS);
				array.readRows(from, to, part);
				for (int i = from; i < to; i++)
					System.arraycopy(part, (i - from) * columns, rows[i], 0, columns);
			}
			return new Matrix(rows, columns);
		}
	}

	/** model.json, with what else is to be said. */
	void describe(final Json more) {
		final Json json = new Json().put("rois", rois).put("vae", vae.text()).put(
			"mask_latent", maskLatent).put("image_latent", imageLatent).put(
				"patch_px", PatchSource.SIDE);
		for (final String name : more.names())
			json.copy(name, more);
		json.write(folder.resolve("model.json"));
	}
}
