
package org.twostream.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.embed.Anchors;
import org.twostream.embed.AnsweredPatches;
import org.twostream.embed.Embedder;
import org.twostream.embed.RoiPatchSource;
import org.twostream.embed.TripletRefiner;
import org.twostream.net.Engine;
import org.twostream.net.Matrix;
import org.twostream.net.TorchEngine;
import org.twostream.net.Vae;
import org.twostream.net.VaeArchitecture;
import org.twostream.net.VaeArchitecture.Variant;
import org.twostream.segment.LearningCurve;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * {@link Propagation} before and after triplets of 48 answers on the image
 * encoder, the mask encoder or both, as Table 3 of the paper compares them.
 *
 * <pre>
 * RefinePurity PROJECT DEVICE THREADS ITERATIONS none|image|mask|both:random|hard...
 * </pre>
 *
 * PROJECT is one of the step sample with ROI set 001 and encoders 001.
 */
public final class RefinePurity {

	private static final int BATCH = 16;

	private final Path project;
	private final Propagation pool;
	private final Engine engine;
	private final int threads;
	private final Json model;

	private RefinePurity(final Path project, final Engine engine,
		final int threads)
	{
		this.project = project;
		this.engine = engine;
		this.threads = threads;
		pool = new Propagation(project, threads);
		model = Json.read(project.resolve("encoders/001/model.json"));
	}

	public static void main(final String... args) {
		final int threads = Integer.parseInt(args[2]);
		try (Engine engine = TorchEngine.open(args[1], threads)) {
			final RefinePurity bench = new RefinePurity(Path.of(args[0]), engine,
				threads);
			System.out.println(bench.pool.pool() +
				"\n| encoder, anchors | loss, image | mask | accuracy |");
			for (int i = 4; i < args.length; i++)
				bench.run(args[i], Integer.parseInt(args[3]));
		}
	}

	private record Refined(Matrix rows, String loss) {
	}

	private void run(final String setting, final int iterations) {
		final String[] parts = setting.split(":");
		final Refined mask = new Refined(pool.rows(
			"encoders/001/embedding.zarr/mask"), "-");
		final Refined image = new Refined(pool.rows(
			"encoders/001/embedding.zarr/image"), "-");
		final Map<Integer, Boolean> answers = pool.answers(mask.rows, image.rows);
		final boolean both = parts[0].equals("both");
		final Refined newMask = both || parts[0].equals("mask") ? refine("mask",
			Anchors.named(parts[1]), answers, iterations) : mask;
		final Refined newImage = both || parts[0].equals("image") ? refine("image",
			Anchors.named(parts[1]), answers, iterations) : image;
		System.out.printf(Locale.ROOT, "| %s | %s | %s | %s |%n", setting.replace(
			":", ", "), newImage.loss, newMask.loss, pool.accuracy("hierarchical",
				newMask.rows, newImage.rows));
		System.out.flush();
	}

	private Refined refine(final String stream, final Anchors anchors,
		final Map<Integer, Boolean> answers, final int iterations)
	{
		final VaeArchitecture architecture = new VaeArchitecture(Variant.named(model
			.string("vae", "paper")), (int) model.integer(stream + "_latent"), stream
				.equals("image"));
		try (ChunkedArray stored = ChunkedArray.open(project.resolve(
			"rois/001/patches.zarr"));
				Vae vae = engine.vae(architecture, project.resolve("encoders/001/" +
					stream + ".safetensors")))
		{
			final RoiPatchSource patches = new RoiPatchSource(stored::readRows, pool
				.table().size(), stream.equals("image") ? RoiPatchSource.Kind.IMAGE
					: RoiPatchSource.Kind.MASK);
			final LearningCurve curve = new TripletRefiner(vae, List.of(
				new AnsweredPatches(patches, rows(answers, true), rows(answers,
					false))), anchors, new Seed(1)).refine(TripletRefiner.optimizer(
						iterations), BATCH, threads, Progress.NONE);
			return new Refined(new Embedder(vae, 32).embed(patches, Progress.NONE),
				String.format(Locale.ROOT, "%.3f", curve.lastLoss()));
		}
	}

	private static long[] rows(final Map<Integer, Boolean> answers,
		final boolean kind)
	{
		final List<Integer> rows = new ArrayList<>();
		answers.forEach((row, real) -> {
			if (real == kind) rows.add(row);
		});
		return rows.stream().sorted().mapToLong(Integer::longValue).toArray();
	}
}
