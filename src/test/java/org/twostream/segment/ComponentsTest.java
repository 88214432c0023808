
package org.twostream.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Seed;

class ComponentsTest {

	/** Flood fill, numbered by first voxel. */
	private static int[] flood(final boolean[] mask, final Box box,
		final int connectivity)
	{
		final int xn = (int) box.xSize();
		final int yn = (int) box.ySize();
		final int[] labels = new int[mask.length];
		int count = 0;
		for (int s = 0; s < mask.length; s++) {
			if (!mask[s] || labels[s] != 0) continue;
			labels[s] = ++count;
			final ArrayDeque<Integer> queue = new ArrayDeque<>();
			queue.add(s);
			while (!queue.isEmpty()) {
				final int v = queue.remove();
				for (int d = 0; d < 27; d++) {
					final int dx = d % 3 - 1;
					final int dy = d / 3 % 3 - 1;
					final int dz = d / 9 - 1;
					final int steps = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
					if (steps > (connectivity == 6 ? 1 : connectivity == 18 ? 2 : 3))
						continue;
					final int x = v % xn + dx;
					final int y = v / xn % yn + dy;
					final int z = v / xn / yn + dz;
					if (!box.contains(x, y, z)) continue;
					final int w = (z * yn + y) * xn + x;
					if (mask[w] && labels[w] == 0) {
						labels[w] = count;
						queue.add(w);
					}
				}
			}
		}
		return labels;
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 18, 26 })
	void agreesWithAFloodFill(final int connectivity) {
		for (int seed = 0; seed < 300; seed++) {
			final SplittableRandom random = new Seed(seed).random();
			final Box box = Box.ofSize(1 + random.nextInt(12), 1 + random.nextInt(9),
				1 + random.nextInt(6));
			final double density = random.nextDouble();
			final boolean[] mask = new boolean[box.arrayLength()];
			for (int i = 0; i < mask.length; i++)
				mask[i] = random.nextDouble() < density;
			final Components components = Components.of(box, i -> mask[i],
				connectivity);
			final int[] expected = flood(mask, box, connectivity);
			final long[] sizes = new long[mask.length + 1];
			for (int i = 0; i < mask.length; i++) {
				assertEquals(expected[i], components.label(i), "seed " + seed);
				sizes[expected[i]]++;
			}
			long largest = 0;
			for (int c = 1; c <= components.count(); c++) {
				assertEquals(sizes[c], components.size(c));
				largest = Math.max(largest, sizes[c]);
			}
			assertEquals(largest, components.largest());
		}
	}
}
