
package org.twostream.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.embed.Embedder;
import org.twostream.embed.PatchSource;
import org.twostream.embed.RoiPatchSource;
import org.twostream.embed.VaeCurve;
import org.twostream.embed.VaePlan;
import org.twostream.embed.VaeTrainer;
import org.twostream.embed.VolumePatches;
import org.twostream.net.Engine;
import org.twostream.net.Matrix;
import org.twostream.net.TorchEngine;
import org.twostream.net.Vae;
import org.twostream.net.VaeArchitecture;
import org.twostream.net.VaeArchitecture.Variant;
import org.twostream.query.Budget;
import org.twostream.query.BudgetKeys;
import org.twostream.query.Embeddings;
import org.twostream.query.Query;
import org.twostream.query.QueryRequest;
import org.twostream.query.Strategies;
import org.twostream.query.Suggestion;
import org.twostream.roi.RoiTable;
import org.twostream.roi.TruthMatch;
import org.twostream.roi.TruthOracle;
import org.twostream.volume.EmVolume;
import org.twostream.volume.VolumeStores;
import org.twostream.volume.chunked.ChunkedArray;
import org.twostream.volume.chunked.ChunkedStore;

/**
 * How well the answers of few ROIs fit the others, by length of the image
 * embedding and by patches that its encoder has seen: 8 x 2 clusters of 3
 * queries, the mean of {@value #STARTS} starts of the clustering.
 *
 * <pre>
 * EncoderPurity PROJECT DEVICE THREADS NETWORK:IMAGE_LATENT:PATCHES...
 * </pre>
 *
 * PROJECT is one of the step sample with ROI set 001 and encoders 001, whose
 * mask embedding stays the same.
 */
public final class EncoderPurity {

	private static final int STARTS = 20;
	private static final int BATCH = 8;

	private final Path project;
	private final RoiTable table;
	private final boolean[] real;
	private final int threads;
	private final Engine engine;

	private EncoderPurity(final Path project, final Engine engine,
		final int threads)
	{
		this.project = project;
		this.engine = engine;
		this.threads = threads;
		table = RoiTable.read(project.resolve("rois/001/rois.tsv"), Optional
			.empty());
		try (EmVolume truth = volume("sample/truth.zarr");
				EmVolume labels = volume("rois/001/labels.zarr"))
		{
			final List<TruthMatch> matches = new TruthOracle(truth, false, threads)
				.match(table, labels, Progress.NONE);
			real = new boolean[matches.size()];
			for (int i = 0; i < real.length; i++)
				real[i] = matches.get(i).real();
		}
	}

	public static void main(final String... args) {
		final int threads = Integer.parseInt(args[2]);
		try (Engine engine = TorchEngine.open(args[1], threads)) {
			new EncoderPurity(Path.of(args[0]), engine, threads).run(args);
		}
	}

	private EmVolume volume(final String path) {
		return new VolumeStores(List.of(new ChunkedStore())).open(project.resolve(
			path).toString());
	}

	private record Learned(Matrix rows, double seconds, String losses) {
	}

	private void run(final String... args) {
		System.out.printf(Locale.ROOT, "%d ROIs, %.3f true%n| network | latent | " +
			"patches seen | processor seconds | held-out l1 | KL | hierarchical | image only |%n",
			real.length, share(real));
		try (ChunkedArray stored = ChunkedArray.open(project.resolve(
			"rois/001/patches.zarr")); EmVolume raw = volume("sample/raw.zarr"))
		{
			final double nm = Json.read(project.resolve("rois/001.json")).object(
				"figures").number("patch_nm");
			final VoxelSize voxel = table.voxelSize();
			final RoiPatchSource images = new RoiPatchSource(stored::readRows,
				real.length, RoiPatchSource.Kind.IMAGE);
			final Matrix mask = rows("encoders/001/embedding.zarr/mask");
			for (int i = 3; i < args.length; i++) {
				final Setting s = Setting.parse(args[i]);
				print(s, learn(s, new VolumePatches(raw, voxel, nm, s.patches, new Seed(
					1)), images), mask);
			}
		}
	}

	private Matrix rows(final String path) {
		try (ChunkedArray array = ChunkedArray.open(project.resolve(path))) {
			final int columns = (int) array.shape()[1];
			final float[][] rows = new float[(int) array.shape()[0]][columns];
			for (int i = 0; i < rows.length; i++)
				array.readRows(i, i + 1L, rows[i]);
			return new Matrix(rows, columns);
		}
	}

	private record Setting(Variant variant, int latent, int patches) {

		static Setting parse(final String text) {
			final String[] parts = text.split(":");
			return new Setting(Variant.named(parts[0]), Integer.parseInt(parts[1]),
				Integer.parseInt(parts[2]));
		}
	}

	private Learned learn(final Setting s, final PatchSource learned,
		final PatchSource embedded)
	{
		try (Vae vae = engine.vae(new VaeArchitecture(s.variant, s.latent, true),
			new Seed(1)))
		{
			final long start = cpuNanos();
			final VaeCurve curve = new VaeTrainer(vae, learned, new Seed(1)).train(
				VaePlan.epochs(s.patches, 1, BATCH, threads).learning(s.variant),
				Progress.NONE);
			final double seconds = (cpuNanos() - start) * 1e-9;
			final VaeCurve.Point last = curve.points().get(curve.points().size() - 1);
			return new Learned(new Embedder(vae, 32).embed(embedded, Progress.NONE),
				seconds, String.format(Locale.ROOT, "%.4f | %.1f", last.judged().l1(),
					last.judged().kl()));
		}
	}

	private void print(final Setting s, final Learned l, final Matrix mask) {
		System.out.printf(Locale.ROOT, "| %s | %d | %d | %.0f | %s | %s | %s |%n",
			s.variant.text(), s.latent, s.patches, l.seconds, l.losses, accuracy(
				"hierarchical", mask, l.rows), accuracy("image-only", mask, l.rows));
		System.out.flush();
	}

	// Of all threads: on a busy machine the better measure.
	private static long cpuNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** Mean and standard deviation over the starts. */
	private String accuracy(final String strategy, final Matrix mask,
		final Matrix image)
	{
		double sum = 0;
		double squares = 0;
		final Budget budget = Strategies.named(strategy).budget(strategy.equals(
			"hierarchical") ? new BudgetKeys(48, 8, 2, 3) : new BudgetKeys(48, 0, 16,
				3));
		for (int s = 0; s < STARTS; s++) {
			final double a = share(right(Strategies.named(strategy).suggest(
				new QueryRequest(new Embeddings(mask, image), Set.of(), budget,
					new Seed(s), threads), Progress.NONE)));
			sum += a;
			squares += a * a;
		}
		final double mean = sum / STARTS;
		return String.format(Locale.ROOT, "%.3f (%.3f)", mean, Math.sqrt(Math.max(0,
			squares / STARTS - mean * mean)));
	}

	/** By ROI, whether its own or its cluster's answer is right. */
	private boolean[] right(final Suggestion suggestion) {
		final Map<Integer, Integer> votes = new HashMap<>();
		final Set<Integer> asked = new java.util.HashSet<>();
		for (final Query q : suggestion.queries()) {
			votes.merge(q.place().cluster(), real[q.roi()] ? 1 : -1, Integer::sum);
			asked.add(q.roi());
		}
		final boolean[] right = new boolean[real.length];
		for (int i = 0; i < right.length; i++) {
			final boolean said = votes.getOrDefault(suggestion.places().get(i)
				.cluster(), 0) >= 0;
			right[i] = asked.contains(i) || said == real[i];
		}
		return right;
	}

	private static double share(final boolean[] values) {
		final List<Boolean> yes = new ArrayList<>();
		for (final boolean v : values)
			if (v) yes.add(true);
		return (double) yes.size() / values.length;
	}
}
