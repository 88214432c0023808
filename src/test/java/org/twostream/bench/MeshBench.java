
package org.twostream.bench;

import java.util.Arrays;
import java.util.Locale;

import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.core.VoxelSize;
import org.twostream.roi.mesh.Decimation;
import org.twostream.roi.mesh.MarchingCubes;
import org.twostream.roi.mesh.Mesh;

/**
 * How long surfaces take: bent, rough tubes the size of mitochondria, voxels of
 * 8 x 8 x 30 nm.
 *
 * <pre>
 * MeshBench OBJECTS ERROR_NM
 * </pre>
 *
 * The last number is a hash of all corners and triangles.
 */
public final class MeshBench {

	private static final VoxelSize SIZE = new VoxelSize(8, 8, 30);
	private static final Box BOX = Box.ofSize(260, 180, 40);

	private MeshBench() {}

	/** Prints triangles and seconds of three rounds. */
	public static void main(final String... args) {
		final int objects = Integer.parseInt(args[0]);
		final double error = Double.parseDouble(args[1]);
		for (int round = 0; round < 3; round++) {
			long before = 0;
			long after = 0;
			double cubes = 0;
			double thinning = 0;
			int hash = 1;
			for (int i = 0; i < objects; i++) {
				final byte[] mask = mask(i);
				final long start = LabellingBench.processorTime();
				final Mesh mesh = MarchingCubes.of(BOX, SIZE, z -> Arrays.copyOfRange(
					mask, (int) (z * BOX.xSize() * BOX.ySize()), (int) ((z + 1) * BOX
						.xSize() * BOX.ySize())));
				final long middle = LabellingBench.processorTime();
				final Mesh thin = Decimation.of(mesh, error);
				thinning += (LabellingBench.processorTime() - middle) / 1e9;
				cubes += (middle - start) / 1e9;
				before += mesh.size();
				after += thin.size();
				hash = 31 * (31 * hash + Arrays.hashCode(thin.points())) + Arrays
					.hashCode(thin.triangles());
			}
			System.out.printf(Locale.ROOT,
				"%d objects: %d triangles in %.2f s, thinned out to %d in %.2f s of processor time; %d%n",
				objects, before, cubes, after, thinning, hash);
		}
	}

	private static byte[] mask(final int number) {
		final double[] phase = new Seed(1).of(number).random().doubles(4, 0, 6)
			.toArray();
		final byte[] mask = new byte[BOX.arrayLength()];
		final int xs = (int) BOX.xSize();
		final int ys = (int) BOX.ySize();
		for (int i = 0; i < mask.length; i++) {
			final double x = i % xs;
			final double y = i / xs % ys;
			final double z = i / xs / ys;
			final double yMiddle = 90 + 40 * Math.sin(x / 60 + phase[0]);
			final double zMiddle = 20 + 6 * Math.sin(x / 50 + phase[1]);
			final double radius = 220 + 60 * Math.sin(x / 25 + phase[2]) + 15 * Math
				.sin(y / 4 + phase[3]) * Math.sin(x / 4);
			if (x > 8 && x < xs - 8 && Math.hypot(8 * (y - yMiddle), 30 * (z -
				zMiddle)) < radius) mask[i] = 1;
		}
		return mask;
	}
}
