
package org.twostream.roi.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Seed;

class ObjectVoxelsTest {

	private static final Box VOLUME = Box.ofSize(9, 7, 5);

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void neighboursAreThoseThatTouch(final int neighbours) {
		final SplittableRandom random = new Seed(1).random();
		for (int trial = 0; trial < 30; trial++) {
			final double share = random.nextDouble(0.1, 1);
			final ObjectVoxels object = Shapes.object(VOLUME, neighbours, (x, y,
				z) -> random.nextDouble() < share);
			final int[][] at = Shapes.places(object);
			final int[] near = new int[object.mostNeighbours()];
			for (int v = 0; v < at.length; v++) {
				final TreeSet<Integer> expected = new TreeSet<>();
				for (int w = 0; w < at.length; w++)
					if (Shapes.touch(at[v], at[w], neighbours)) expected.add(w);
				final TreeSet<Integer> found = new TreeSet<>();
				final int n = object.neighbours(v, near);
				for (int i = 0; i < n; i++)
					found.add(near[i]);
				assertEquals(expected, found);
				assertEquals(expected.size(), n);
			}
		}
	}

	@Test
	void facesComeFirstThenEdgesThenCornersInScanOrder() {
		final ObjectVoxels cube = Shapes.object(Box.ofSize(3, 3, 3), 26, (x, y,
			z) -> true);
		final int[] near = new int[26];
		assertEquals(26, cube.neighbours(13, near));
		assertEquals(
			"[4, 10, 12, 14, 16, 22, 1, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25, 0, 2, 6, 8, 18, 20, 24, 26]",
			java.util.Arrays.toString(near));
	}

	@Test
	void runsComeInAnyOrderAndJoin() {
		final Runs whole = Shapes.runs(VOLUME, (x, y, z) -> x != 4 && (x + y + z) %
			5 != 0);
		final List<Runs.Run> pieces = new ArrayList<>();
		for (int r = 0; r < whole.size(); r++) {
			final Runs.Run run = whole.get(r);
			for (long x = run.x0(); x < run.x1(); x++)
				pieces.add(new Runs.Run(x, x + 1, run.y(), run.z()));
		}
		Collections.shuffle(pieces, new Random(1));
		final Runs again = new Runs(pieces);
		assertEquals(whole.size(), again.size());
		assertEquals(pieces.size(), again.voxels());
		for (int r = 0; r < whole.size(); r++) {
			assertEquals(whole.get(r), again.get(r));
			assertEquals(whole.first(r), again.first(r));
		}
	}

	@Test
	void needsAProbabilityForEachVoxel() {
		final Runs runs = Shapes.runs(VOLUME, (x, y, z) -> true);
		final byte[] few = new byte[3];
		assertThrows(IllegalArgumentException.class, () -> new ObjectVoxels(runs,
			few, 6, VOLUME, Shapes.SIZE));
	}
}
