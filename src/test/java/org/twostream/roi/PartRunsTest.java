
package org.twostream.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.twostream.core.Box;
import org.twostream.core.Seed;
import org.twostream.roi.split.Runs;

class PartRunsTest {

	@Test
	void givesBackWhatWasPutIn() {
		final SplittableRandom random = new Seed(7).random();
		for (int trial = 0; trial < 50; trial++) {
			final Box box = Box.ofSize(1 + random.nextInt(300), 1 + random.nextInt(9),
				1 + random.nextInt(5)).translate(random.nextInt(1000), 70_000, 3);
			final List<Runs.Run> runs = new ArrayList<>();
			final double share = random.nextDouble();
			for (long z = box.zMin(); z < box.zMax(); z++)
				for (long y = box.yMin(); y < box.yMax(); y++)
					for (long x = box.xMin(); x < box.xMax(); x++)
						if (random.nextDouble() < share) runs.add(new Runs.Run(x, x + 1, y,
							z));
			final int[] part = random.ints(runs.size(), 0, 200).map(p -> p < 150 ? 0
				: p).toArray();
			final List<String> found = new ArrayList<>();
			PartRuns.of(box, new Runs(runs), part).forEach((x0, x1, y, z, p) -> {
				for (long x = x0; x < x1; x++)
					found.add(x + " " + y + " " + z + " " + p);
			});
			final List<String> expected = new ArrayList<>();
			for (int i = 0; i < part.length; i++)
				expected.add(runs.get(i).x0() + " " + runs.get(i).y() + " " + runs.get(
					i).z() + " " + part[i]);
			assertEquals(expected, found);
		}
		assertTrue(PartRuns.NONE.isEmpty());
	}
}
