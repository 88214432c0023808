
package org.twostream.query.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import org.twostream.core.Progress;
import org.twostream.core.Seed;
import org.twostream.net.Matrix;
import org.twostream.query.cluster.Workers;
import org.twostream.query.head.Features;

/**
 * ROIs as points of a plane. The arrays are shared and not to be changed.
 *
 * @param rows of the ROI table, ascending: the ROIs that are drawn
 * @param x of each of them, without a unit
 * @param y of each of them, without a unit
 * @param about what the plane shows, a sentence
 */
public record EmbeddingMap(int[] rows, float[] x, float[] y, String about) {

	/**
	 * @throws IllegalArgumentException if the lengths differ
	 */
	public EmbeddingMap {
		if (rows.length != x.length || x.length != y.length)
			throw new IllegalArgumentException(rows.length + " ROIs, " + x.length +
				" x and " + y.length + " y");
	}

	/** Number of ROIs that are drawn. */
	public int size() {
		return rows.length;
	}

	/**
	 * Lays out some ROIs. Embeddings are reduced and scaled as {@link Features}
	 * does it, so that of two streams the second counts for less.
	 *
	 * @param streams embeddings, row i of each is ROI i
	 * @param rows at least one, ascending
	 * @throws org.twostream.core.UserError if a value is NaN or infinite
	 */
	public static EmbeddingMap of(final List<Matrix> streams, final int[] rows,
		final MapLayout layout, final Seed seed, final int threads,
		final Progress progress)
	{
		final List<Matrix> some = new ArrayList<>();
		for (final Matrix stream : streams)
			some.add(stream.select(rows));
		final Matrix features;
		try (Workers workers = new Workers(threads)) {
			features = Features.of(some, seed, workers);
		}
		progress.check();
		final MapLayout.Plane plane = layout.lay(features, seed, progress);
		return new EmbeddingMap(rows, plane.x(), plane.y(), plane.about());
	}

	/**
	 * Which ROIs to draw: all, or of more than the limit those that must be there
	 * and as many others at random as make up the limit.
	 *
	 * @param all number of ROIs
	 * @param always rows that must be there, whatever the limit
	 * @return ascending
	 */
	public static int[] sample(final int all, final int limit,
		final Set<Integer> always, final Seed seed)
	{
		final TreeSet<Integer> chosen = new TreeSet<>(always);
		if (all <= limit) for (int row = 0; row < all; row++)
			chosen.add(row);
		final SplittableRandom random = seed.of("map").random();
		while (chosen.size() < Math.min(limit, all))
			chosen.add(random.nextInt(all));
		return chosen.stream().mapToInt(Integer::intValue).toArray();
	}
}
