
package org.twostream.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.measure.CremiScore;
import org.twostream.measure.ForegroundMask;
import org.twostream.volume.ArrayVolume;

/**
 * Seconds for both CREMI distances of flat discs in a volume of the challenge's
 * voxel size, and of scipy's distance transforms of the same bytes. Arguments:
 * edge in sections (125 is a whole challenge volume), threads, and a python
 * with numpy and scipy.
 */
public final class CremiDistanceBenchmark {

	private static final String PEER =
		"""
				import sys, time, numpy as np
				from scipy.ndimage import distance_transform_edt as edt
				z, y, x = map(int, sys.argv[3:6])
				p, t = (np.fromfile(f, np.uint8).reshape(z, y, x) for f in sys.argv[1:3])
				start = time.time()
				adgt = edt(t == 0, sampling=(40, 4, 4))[p > 0].mean()
				adf = edt(p == 0, sampling=(40, 4, 4))[t > 0].mean()
				print(f"scipy {time.time() - start:.2f} s, ADGT {adgt:.9f}, ADF {adf:.9f}")
				""";

	private CremiDistanceBenchmark() {}

	public static void main(final String[] args) throws IOException,
		InterruptedException
	{
		final int sections = Integer.parseInt(args[0]);
		final Box box = Box.ofSize(10L * sections, 10L * sections, sections);
		final int discs = sections * sections * sections / 5000;
		final byte[] truth = discs(box, discs, "truth", 0);
		// Most are found, a little displaced; one in six is made up.
		final byte[] prediction = discs(box, discs * 5 / 6, "truth", 3);
		final byte[] extra = discs(box, discs / 6, "extra", 0);
		for (int i = 0; i < prediction.length; i++)
			prediction[i] |= extra[i];
		final PrintStream out = System.out;
		final int threads = Integer.parseInt(args[1]);
		for (int run = 0; run < 3; run++) {
			final long start = System.nanoTime();
			final CremiScore score = CremiScore.measure(ForegroundMask.ofLabels(
				volume(box, prediction), 0), ForegroundMask.ofLabels(volume(box, truth),
					0), new VoxelSize(4, 4, 40), threads, Progress.NONE);
			out.printf("TwoStream %.2f s, ADGT %.9f, ADF %.9f%n", (System.nanoTime() -
				start) / 1e9, score.adgt(), score.adf());
		}
		if (args.length < 3) return;
		final Path p = Files.write(Files.createTempFile("prediction", ".raw"),
			prediction);
		final Path t = Files.write(Files.createTempFile("truth", ".raw"), truth);
		new ProcessBuilder(args[2], "-c", PEER, p.toString(), t.toString(), "" + box
			.zSize(), "" + box.ySize(), "" + box.xSize()).inheritIO().start()
			.waitFor();
		Files.delete(p);
		Files.delete(t);
	}

	/** Discs of one to three sections, of random slant and radius. */
	private static byte[] discs(final Box box, final int n, final String purpose,
		final int displaced)
	{
		final byte[] out = new byte[box.arrayLength()];
		for (int i = 0; i < n; i++) {
			final SplittableRandom r = new Seed(1).of(purpose).of(i).random();
			final long cx = r.nextLong(box.xSize()) + displaced;
			final long cy = r.nextLong(box.ySize()) - displaced;
			final long cz = r.nextLong(box.zSize());
			final int radius = r.nextInt(15, 60);
			final double slant = r.nextDouble(-1, 1);
			for (int y = -radius; y <= radius; y++)
				for (int x = -radius; x <= radius; x++) {
					if (x * x + y * y > radius * radius || Math.abs(x + slant * y) > 6)
						continue;
					for (int z = -2; z <= 2; z++)
						if (box.contains(cx + x, cy + y, cz + z)) out[(int) (cx + x + box
							.xSize() * (cy + y + box.ySize() * (cz + z)))] = 1;
				}
		}
		return out;
	}

	private static ArrayVolume volume(final Box box, final byte[] voxels) {
		return ArrayVolume.of(voxels, (int) box.xSize(), (int) box.ySize(),
			(int) box.zSize());
	}
}
