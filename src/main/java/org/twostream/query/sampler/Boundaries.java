
package org.twostream.query.sampler;

import org.twostream.query.head.LinearHead;

/**
 * Distances of a point to decision boundaries in the space of the features (the
 * dissertation, equations 5.2 and 5.3). To the boundary between the class y
 * that the head gives and another c it is r_c = (s_y - s_c) / |w_y - w_c|.
 */
final class Boundaries {

	private Boundaries() {}

	/**
	 * DCSDB of each class: how far a point lies from being given the class c, or,
	 * at its own class, from losing it. For c other than its own this is r_c, as
	 * in the released code: with three or more classes a lower bound of equation
	 * 5.3, since a third class may win on the way.
	 */
	static double[] perClass(final LinearHead head, final float[] z) {
		final double[] scores = head.scores(z);
		final int own = LinearHead.top(scores);
		final double[] distances = new double[scores.length];
		double least = Double.POSITIVE_INFINITY;
		for (int c = 0; c < scores.length; c++) {
			if (c == own) continue;
			distances[c] = distance(scores[own] - scores[c], head.weights().row(own),
				head.weights().row(c));
			least = Math.min(least, distances[c]);
		}
		distances[own] = least;
		return distances;
	}

	/** DDB: the distance to the nearest boundary. */
	static double nearest(final LinearHead head, final float[] z) {
		double least = Double.POSITIVE_INFINITY;
		for (final double d : perClass(head, z))
			least = Math.min(least, d);
		return least;
	}

	private static double distance(final double difference, final float[] a,
		final float[] b)
	{
		double sum = 0;
		for (int j = 0; j < a.length; j++)
			sum += ((double) a[j] - b[j]) * ((double) a[j] - b[j]);
		return difference == 0 ? 0 : difference / Math.sqrt(sum);
	}
}
