
package org.twostream.segment;

import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.core.Target;
import org.twostream.volume.PixelType;

/** Dark balls with ids in a bright noisy volume, for tests. */
final class Blobs {

	final MemoryVolume raw;
	final MemoryVolume labels;

	Blobs(final int x, final int y, final int z, final int count,
		final long seed)
	{
		final SplittableRandom random = new Seed(seed).random();
		final double[][] balls = new double[count][];
		for (int i = 0; i < count; i++)
			balls[i] = new double[] { random.nextDouble() * x, random.nextDouble() *
				y, random.nextDouble() * z, 3 + 4 * random.nextDouble() };
		labels = MemoryVolume.of(x, y, z, 1, PixelType.UINT64, 16).fill(0, (i, j,
			k) -> {
			for (int b = 0; b < count; b++) {
				final double dx = i - balls[b][0];
				final double dy = j - balls[b][1];
				final double dz = 2 * (k - balls[b][2]);
				if (dx * dx + dy * dy + dz * dz <= balls[b][3] * balls[b][3]) return b +
					1;
			}
			return 0;
		});
		raw = MemoryVolume.of(x, y, z, 1, PixelType.UINT8, 16).fill(0, (i, j,
			k) -> (labels.ids(0, new org.twostream.core.Box(i, j, k, i + 1, j + 1, k +
				1))[0] > 0 ? 70 : 150) + random.nextInt(60));
	}

	LabelledVolume labelled(final Target target) {
		return new LabelledVolume(raw, labels, target);
	}
}
