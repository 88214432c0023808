
package org.twostream.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

import org.twostream.core.Json;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
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
import org.twostream.volume.EmVolume;
import org.twostream.volume.chunked.ChunkedArray;

/**
 * {@link Propagation} by network, length of the image embedding and patches
 * that its encoder has seen.
 *
 * <pre>
 * EncoderPurity PROJECT DEVICE THREADS NETWORK:IMAGE_LATENT:PATCHES...
 * </pre>
 *
 * PROJECT is one of the step sample with ROI set 001 and encoders 001, whose
 * mask embedding stays the same.
 */
public final class EncoderPurity {

	private static final int BATCH = 8;

	private EncoderPurity() {}

	private record Setting(Variant variant, int latent, int patches) {

		static Setting parse(final String text) {
			final String[] parts = text.split(":");
			return new Setting(Variant.named(parts[0]), Integer.parseInt(parts[1]),
				Integer.parseInt(parts[2]));
		}
	}

	public static void main(final String... args) {
		final int threads = Integer.parseInt(args[2]);
		final Path project = Path.of(args[0]);
		final Propagation pool = new Propagation(project, threads);
		System.out.println(pool.pool() + "\n| network | latent | patches seen | " +
			"processor seconds | held-out l1 | KL | hierarchical | image only |");
		final double nm = Json.read(project.resolve("rois/001.json")).object(
			"figures").number("patch_nm");
		final Matrix mask = pool.rows("encoders/001/embedding.zarr/mask");
		try (Engine engine = TorchEngine.open(args[1], threads);
				ChunkedArray stored = ChunkedArray.open(project.resolve(
					"rois/001/patches.zarr"));
				EmVolume raw = pool.volume("sample/raw.zarr"))
		{
			final RoiPatchSource images = new RoiPatchSource(stored::readRows, pool
				.table().size(), RoiPatchSource.Kind.IMAGE);
			for (int i = 3; i < args.length; i++) {
				final Setting s = Setting.parse(args[i]);
				run(engine, s, new VolumePatches(raw, pool.table().voxelSize(), nm,
					s.patches, new Seed(1)), images, threads, pool, mask);
			}
		}
	}

	private static void run(final Engine engine, final Setting s,
		final PatchSource learned, final PatchSource embedded, final int threads,
		final Propagation pool, final Matrix mask)
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
			final Matrix image = new Embedder(vae, 32).embed(embedded, Progress.NONE);
			System.out.printf(Locale.ROOT,
				"| %s | %d | %d | %.0f | %.4f | %.1f | %s | %s |%n", s.variant.text(),
				s.latent, s.patches, seconds, last.judged().l1(), last.judged().kl(),
				pool.accuracy("hierarchical", mask, image), pool.accuracy("image-only",
					mask, image));
			System.out.flush();
		}
	}

	// Of all threads: on a busy machine the better measure.
	private static long cpuNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}
}
