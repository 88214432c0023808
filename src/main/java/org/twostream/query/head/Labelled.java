
package org.twostream.query.head;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;

import org.twostream.core.Seed;
import org.twostream.net.Matrix;

/**
 * Points with a known class, of which parts can be held out.
 *
 * @param rows of all points, ascending
 * @param z their features
 * @param real their class
 */
record Labelled(int[] rows, float[][] z, boolean[] real) {

	private static final int FOLDS = 5;

	Labelled(final Matrix all, final SortedMap<Integer, Boolean> real) {
		this(real.keySet().stream().mapToInt(Integer::intValue).toArray(),
			new float[real.size()][], new boolean[real.size()]);
		for (int i = 0; i < rows.length; i++) {
			z[i] = all.row(rows[i]);
			this.real[i] = real.get(rows[i]);
		}
	}

	/**
	 * The fold of each point, at most five: the points of each class are dealt
	 * out in a random order, so that every fold but the last ones of a rare class
	 * has both.
	 */
	int[] folds(final Seed seed) {
		final int[] folds = new int[rows.length];
		final SplittableRandom random = seed.of("folds").random();
		int rarest = rows.length;
		final List<List<Integer>> classes = new ArrayList<>();
		for (final boolean value : new boolean[] { false, true }) {
			final List<Integer> members = new ArrayList<>();
			for (int i = 0; i < real.length; i++)
				if (real[i] == value) members.add(i);
			rarest = Math.min(rarest, members.size());
			classes.add(members);
		}
		final int count = Math.max(2, Math.min(FOLDS, rarest));
		for (final List<Integer> members : classes)
			for (int n = members.size(); n > 0; n--)
				folds[members.remove(random.nextInt(n))] = n % count;
		return folds;
	}

	/** Of each point the margin by a fit on the other folds. */
	double[] heldOut(final int[] folds, final double lambda) {
		final double[] margins = new double[rows.length];
		final int count = java.util.Arrays.stream(folds).max().orElse(0) + 1;
		for (int f = 0; f < count; f++) {
			final int fold = f;
			final int[] rest = java.util.stream.IntStream.range(0, rows.length)
				.filter(i -> folds[i] != fold).toArray();
			final float[][] points = new float[rest.length][];
			final boolean[] classes = new boolean[rest.length];
			for (int i = 0; i < rest.length; i++) {
				points[i] = z[rest[i]];
				classes[i] = real[rest[i]];
			}
			final double[] w = LogisticRegression.fit(points, classes, lambda);
			for (int i = 0; i < rows.length; i++)
				if (folds[i] == fold) margins[i] = LogisticRegression.margin(w, z[i]);
		}
		return margins;
	}

	/** Mean log loss of margins. */
	double meanLoss(final double[] margins) {
		double sum = 0;
		for (int i = 0; i < margins.length; i++)
			sum += LogisticRegression.softplus(real[i] ? -margins[i] : margins[i]);
		return sum / margins.length;
	}
}
