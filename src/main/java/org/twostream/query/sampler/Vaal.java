
package org.twostream.query.sampler;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.twostream.core.Progress;
import org.twostream.net.Matrix;

/**
 * VAAL (Sinha et al., ICCV 2019; the dissertation, section 5.5, baseline ix): a
 * discriminator learns to tell asked rows from open ones, and the open rows
 * that it finds least like asked ones are chosen. Where the original trains a
 * variational auto-encoder beside it, whose encoder tries to fool the
 * discriminator, here the encoders are the project's own, already trained and
 * kept as they are: the discriminator sees their features, so nothing fools it.
 * It is smaller too, see {@link Discriminator}. With nothing asked yet the
 * batch is drawn at random, and a note says so.
 */
public final class Vaal implements Sampler {

	@Override
	public Choice choose(final Pool pool, final int total,
		final Progress progress)
	{
		if (pool.asked().length == 0) return Draw.instead(pool, total,
			"No ROI has been asked yet, so none can look unlike those asked;");
		final Matrix z = pool.features();
		final int[] open = pool.open();
		if (open.length == 0) return Choice.of(open);
		final Discriminator discriminator = new Discriminator(z.columns(), pool
			.seed().of("discriminator"));
		discriminator.train(z.select(pool.asked()), z.select(open), progress);
		final float[][] rows = Arrays.stream(open).mapToObj(z::row).toArray(
			float[][]::new);
		final double[] asked = discriminator.scores(rows, pool.workers());
		return Choice.of(Arrays.stream(Ranking.smallest(IntStream.range(0,
			open.length).toArray(), asked, total)).map(i -> open[i]).toArray());
	}
}
