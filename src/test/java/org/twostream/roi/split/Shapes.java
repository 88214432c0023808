
package org.twostream.roi.split;

import java.util.ArrayList;
import java.util.List;

import org.twostream.core.Box;
import org.twostream.core.VoxelSize;

/** Objects for tests. */
final class Shapes {

	static final VoxelSize SIZE = new VoxelSize(10, 12, 30);

	private Shapes() {}

	/** Which voxels there are. */
	@FunctionalInterface
	interface Inside {

		boolean at(int x, int y, int z);
	}

	/** All voxels of a volume that are inside. */
	static Runs runs(final Box volume, final Inside inside) {
		final List<Runs.Run> runs = new ArrayList<>();
		for (int z = 0; z < volume.zMax(); z++)
			for (int y = 0; y < volume.yMax(); y++)
				for (int x = 0; x < volume.xMax(); x++)
					if (inside.at(x, y, z)) runs.add(new Runs.Run(x, x + 1L, y, z));
		return new Runs(runs);
	}

	static ObjectVoxels object(final Box volume, final int neighbours,
		final Inside inside)
	{
		final Runs runs = runs(volume, inside);
		return new ObjectVoxels(runs, new byte[runs.voxels()], neighbours, volume,
			SIZE);
	}

	/** x, y, z of each voxel. */
	static int[][] places(final ObjectVoxels object) {
		final int[][] places = new int[object.size()][];
		int v = 0;
		for (int r = 0; r < object.runs().size(); r++) {
			final Runs.Run run = object.runs().get(r);
			for (long x = run.x0(); x < run.x1(); x++)
				places[v++] = new int[] { (int) x, (int) run.y(), (int) run.z() };
		}
		return places;
	}

	/** Whether two places touch. */
	static boolean touch(final int[] a, final int[] b, final int neighbours) {
		int far = 0;
		int steps = 0;
		for (int i = 0; i < 3; i++) {
			far = Math.max(far, Math.abs(a[i] - b[i]));
			steps += Math.abs(a[i] - b[i]);
		}
		return far == 1 && steps <= (neighbours == 6 ? 1 : neighbours == 18 ? 2
			: 3);
	}
}
