
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.roi.Roi;
import org.twostream.roi.RoiCondition;
import org.twostream.roi.RoiTable;

/**
 * A large ROI table, written, read and filtered.
 *
 * <pre>
 * TableBench FOLDER ROIS [FILTER]
 * </pre>
 */
public final class TableBench {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);
	private static final String FILTER =
		"voxels>=500,max_probability<0.9,touches_border=no";

	private TableBench() {}

	/** Prints seconds of three rounds. */
	public static void main(final String... args) throws IOException {
		final int n = Integer.parseInt(args[1]);
		final String filter = args.length > 2 ? args[2] : FILTER;
		final SplittableRandom random = new Seed(1).of("table").random();
		final List<Roi> rois = new ArrayList<>(n);
		for (int i = 0; i < n; i++)
			rois.add(roi(i + 1, random));
		final Path file = Files.createTempFile(Path.of(args[0]), "rois", ".tsv");
		try {
			for (int round = 0; round < 3; round++) {
				final double start = now();
				new RoiTable(SIZE, rois).write(file);
				final double written = now();
				final RoiTable table = RoiTable.read(file, Optional.empty());
				final double read = now();
				final long passed = table.rois().stream().filter(RoiCondition.of(
					filter)).count();
				System.out.printf(Locale.ROOT,
					"%d ROIs, %d MiB: written in %.2f s, read in %.2f s, filtered in %.3f s: %d fulfil %s%n",
					n, Files.size(file) >> 20, written - start, read - written, now() -
						read, passed, filter);
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private static Roi roi(final long id, final SplittableRandom random) {
		final Box box = Box.ofSize(30, 30, 8).translate(random.nextInt(6000), random
			.nextInt(6000), random.nextInt(1600));
		return new Roi(id, box, (box.xMin() + random.nextDouble(30)) * SIZE.x(),
			(box.yMin() + random.nextDouble(30)) * SIZE.y(), (box.zMin() + random
				.nextDouble(8)) * SIZE.z(), random.nextInt(100, 5000), random
					.nextDouble(0.5, 1), random.nextInt(128, 256) / 255., box.zMin() + 4,
			random.nextDouble(-90, 90), random.nextInt(50) == 0, false, String.format(
				Locale.ROOT, "%016x", random.nextLong()));
	}

	private static double now() {
		return System.nanoTime() / 1e9;
	}
}
