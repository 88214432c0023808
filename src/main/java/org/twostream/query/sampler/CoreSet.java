
package org.twostream.query.sampler;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.KMeans;

/**
 * A baseline of both works: k-centre greedy (Sener, Savarese, ICLR 2018) on the
 * image embedding. Each next query is the ROI farthest from all asked so far;
 * where nothing is asked yet, the first is the ROI nearest to the mean (the
 * dissertation's code takes the one whose farthest is nearest, which costs a
 * distance for every pair).
 */
public final class CoreSet implements Sampler {

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		final int[] rows = IntStream.concat(Arrays.stream(pool.asked()), Arrays
			.stream(pool.open())).sorted().toArray();
		final Matrix points = pool.image().select(rows);
		KMeans.check(points);
		final Cover cover = new Cover(points, pool.workers());
		cover.cover(Arrays.stream(pool.asked()).map(row -> Arrays.binarySearch(rows,
			row)).toArray());
		final int[] chosen = new int[total];
		for (int n = 0; n < total; n++) {
			progress.check();
			progress.report((double) n / total, "Choosing queries");
			final int next = cover.farthest();
			chosen[n] = rows[next];
			cover.cover(next);
		}
		return Choice.of(chosen);
	}
}
