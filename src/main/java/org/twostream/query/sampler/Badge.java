
package org.twostream.query.sampler;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;
import org.twostream.query.head.LinearHead;

/**
 * BADGE (Ash et al., ICLR 2020; the dissertation, section 5.5, baseline v): the
 * gradient of the loss by the last layer, as if the class that the head gives
 * were right, is (p - e_y) x z; k-means++ draws rows whose gradients are long
 * and unlike, each with a probability proportional to its squared distance to
 * the nearest before it, the first uniformly. Where all distances are 0 the
 * draw is uniform.
 *
 * @param countAsked whether the rows asked before count as drawn already, as in
 *          the dissertation's code; in the original they do not
 * @param length longest gradient: longer ones are averaged over neighbouring
 *          features down to it (512 in the dissertation); 0 for any
 */
public record Badge(boolean countAsked, int length) implements HeadSampler {

	@Override
	public int[] choose(final Pool pool, final LinearHead head, final int total,
		final Progress progress)
	{
		final int[] open = pool.open();
		final int[] rows = countAsked ? IntStream.concat(Arrays.stream(open), Arrays
			.stream(pool.asked())).toArray() : open;
		final float[][] gradients = new float[rows.length][];
		pool.workers().forEach(rows.length, i -> gradients[i] = gradient(head, pool
			.features().row(rows[i]), length));
		if (rows.length == 0) return new int[0];
		final Cover cover = new Cover(new Matrix(gradients, gradients[0].length),
			pool.workers());
		cover.cover(IntStream.range(open.length, rows.length).toArray());
		return draw(cover, open, total, pool.seed().of("gradients").random(),
			progress);
	}

	private static int[] draw(final Cover cover, final int[] open,
		final int total, final SplittableRandom random, final Progress progress)
	{
		final boolean[] taken = new boolean[open.length];
		final int[] chosen = new int[total];
		for (int n = 0; n < total; n++) {
			progress.check();
			progress.report((double) n / total, "Choosing queries");
			final int next = next(cover.nearest(), taken, random.nextDouble());
			taken[next] = true;
			chosen[n] = open[next];
			cover.cover(next);
		}
		return chosen;
	}

	/** @param position 0..1 along the squared distances of those not taken */
	private static int next(final float[] nearest, final boolean[] taken,
		final double position)
	{
		double sum = 0;
		int left = 0;
		for (int i = 0; i < taken.length; i++)
			if (!taken[i]) {
				sum += nearest[i];
				left++;
			}
		final boolean even = sum == 0 || Double.isInfinite(sum);
		double rest = position * (even ? left : sum);
		int last = -1;
		for (int i = 0; i < taken.length; i++) {
			if (taken[i] || !even && nearest[i] == 0) continue;
			last = i;
			rest -= even ? 1 : nearest[i];
			if (rest < 0) break;
		}
		return last;
	}

	/** (p - e_y) x z, class by class, averaged down to the length if longer. */
	static float[] gradient(final LinearHead head, final float[] z,
		final int length)
	{
		final double[] p = LinearHead.softmax(head.scores(z));
		p[LinearHead.top(p)] -= 1;
		final int most = length == 0 ? z.length : Math.max(1, length / p.length);
		final float[] pooled = z.length <= most ? z : pool(z, most);
		final float[] gradient = new float[p.length * pooled.length];
		for (int c = 0; c < p.length; c++)
			for (int j = 0; j < pooled.length; j++)
				gradient[c * pooled.length + j] = (float) (p[c] * pooled[j]);
		return gradient;
	}

	/** Adaptive average pooling: part k is the mean of z[k n/m .. (k+1) n/m). */
	private static float[] pool(final float[] z, final int parts) {
		final float[] pooled = new float[parts];
		for (int k = 0; k < parts; k++) {
			final int from = k * z.length / parts;
			final int to = ((k + 1) * z.length + parts - 1) / parts;
			for (int j = from; j < to; j++)
				pooled[k] += z[j] / (to - from);
		}
		return pooled;
	}
}
