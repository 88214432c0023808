
package org.twostream.roi.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;

class DistanceHeightTest {

	/**
	 * To the nearest voxel of the volume that is not inside, from all of them.
	 */
	private static double naive(final Box volume, final int[] from,
		final Shapes.Inside inside)
	{
		double nearest = Double.POSITIVE_INFINITY;
		for (int z = 0; z < volume.zMax(); z++)
			for (int y = 0; y < volume.yMax(); y++)
				for (int x = 0; x < volume.xMax(); x++)
					if (!inside.at(x, y, z)) nearest = Math.min(nearest, Math.sqrt(square(
						(x - from[0]) * Shapes.SIZE.x()) + square((y - from[1]) *
							Shapes.SIZE.y()) + square((z - from[2]) * Shapes.SIZE.z())));
		return nearest;
	}

	private static double square(final double d) {
		return d * d;
	}

	@Test
	void isTheDistanceToTheNearestVoxelOutside() {
		final SplittableRandom random = new Seed(2).random();
		for (int trial = 0; trial < 60; trial++) {
			final Box volume = Box.ofSize(1 + random.nextInt(17), 1 + random.nextInt(
				15), 1 + random.nextInt(6));
			final double share = Math.pow(random.nextDouble(), 0.1);
			final boolean[] in = new boolean[(int) volume.voxels()];
			for (int i = 0; i < in.length; i++)
				in[i] = random.nextDouble() < share;
			in[random.nextInt(in.length)] = false;
			final Shapes.Inside inside = (x, y, z) -> in[(int) (x + volume.xSize() *
				(y + volume.ySize() * z))];
			final ObjectVoxels object = Shapes.object(volume, 26, inside);
			final float[] height = new DistanceHeight().of(object);
			final int[][] at = Shapes.places(object);
			for (int v = 0; v < height.length; v++) {
				final double expected = naive(volume, at[v], inside);
				assertEquals(expected, height[v], 1e-6 * expected);
			}
		}
	}

	@Test
	void anObjectThatFillsItsVolumeIsFlat() {
		for (final float h : new DistanceHeight().of(Shapes.object(Box.ofSize(4, 3,
			2), 6, (x, y, z) -> true)))
			assertEquals(0, h);
	}

	@Test
	void theBorderOfTheVolumeIsNotOutside() {
		final float[] height = new DistanceHeight().of(Shapes.object(Box.ofSize(4,
			1, 1), 6, (x, y, z) -> x < 3));
		assertEquals(30, height[0]);
		assertEquals(10, height[2]);
	}
}
