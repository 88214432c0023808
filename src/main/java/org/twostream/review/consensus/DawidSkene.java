
package org.twostream.review.consensus;

import java.util.Arrays;
import java.util.List;

/**
 * True classes and error rates out of what several annotators say, by
 * expectation maximisation (Dawid and Skene, Maximum likelihood estimation of
 * observer error-rates using the EM algorithm, Applied Statistics 28, 1979): an
 * item's class follows the classes' frequencies, and annotator k calls an item
 * of class j by the response l with a probability of its own. The first classes
 * of the items are the shares of their responses, as in that paper; there may
 * be more responses than classes, as "unsure" is one. Deterministic.
 */
public final class DawidSkene {

	private static final int ITERATIONS = 10_000;
	private static final double TOLERANCE = 1e-12;
	/** No response is taken to be impossible. */
	private static final double LEAST = 1e-10;

	private DawidSkene() {}

	/**
	 * What an annotator called an item; the same may be there more than once.
	 *
	 * @param item from 0
	 * @param annotator from 0
	 * @param response from 0; those below the number of classes name a class
	 */
	public record Label(int item, int annotator, int response) {
	}

	/**
	 * What is added to the counts, so that an annotator of a few answers is not
	 * held for flawless or useless.
	 *
	 * @param each to each response to each class, and to the number of each class
	 * @param right in addition to each response that names the item's class
	 */
	public record Smoothing(double each, double right) {

		/** The plain maximum of the likelihood, as in the paper. */
		public static final Smoothing NONE = new Smoothing(0, 0);
		/** As if each annotator had been right once more in each class. */
		public static final Smoothing USUAL = new Smoothing(0.1, 1);
	}

	/**
	 * What is most likely.
	 *
	 * @param posterior (item, class), rows sum to 1
	 * @param prior of each class, sums to 1
	 * @param confusion (annotator, class, response), rows sum to 1
	 * @param iterations that it took
	 */
	public record Fit(double[][] posterior, double[] prior,
			double[][][] confusion, int iterations) {
	}

	/**
	 * @param labels of items and annotators that are numbered without gaps
	 * @param classes that items can be of
	 * @param responses that annotators can give, at least as many
	 */
	public static Fit fit(final List<Label> labels, final int classes,
		final int responses, final Smoothing smoothing)
	{
		final int items = labels.stream().mapToInt(Label::item).max().orElse(-1) +
			1;
		final int annotators = labels.stream().mapToInt(Label::annotator).max()
			.orElse(-1) + 1;
		double[][] posterior = start(labels, items, classes);
		for (int iteration = 1;; iteration++) {
			final double[] prior = prior(posterior, classes, smoothing);
			final double[][][] confusion = confusion(labels, posterior, annotators,
				responses, smoothing, classes);
			final double[][] next = expect(labels, items, prior, confusion);
			final double change = change(posterior, next);
			posterior = next;
			if (change < TOLERANCE || iteration == ITERATIONS) return new Fit(
				posterior, prior, confusion, iteration);
		}
	}

	private static double[][] start(final List<Label> labels, final int items,
		final int classes)
	{
		final double[][] shares = new double[items][classes];
		for (final Label l : labels)
			if (l.response() < classes) shares[l.item()][l.response()]++;
		for (final double[] share : shares)
			normalise(share);
		return shares;
	}

	/** To the sum of 1; of zeros, to equal parts. */
	private static void normalise(final double[] values) {
		final double sum = Arrays.stream(values).sum();
		for (int i = 0; i < values.length; i++)
			values[i] = sum > 0 ? values[i] / sum : 1.0 / values.length;
	}

	private static double[] prior(final double[][] posterior, final int classes,
		final Smoothing smoothing)
	{
		final double[] prior = new double[classes];
		Arrays.fill(prior, smoothing.each());
		for (final double[] p : posterior)
			for (int j = 0; j < classes; j++)
				prior[j] += p[j];
		normalise(prior);
		return prior;
	}

	private static double[][][] confusion(final List<Label> labels,
		final double[][] posterior, final int annotators, final int responses,
		final Smoothing smoothing, final int classes)
	{
		final double[][][] confusion = new double[annotators][classes][responses];
		for (final double[][] matrix : confusion)
			for (int j = 0; j < classes; j++) {
				Arrays.fill(matrix[j], smoothing.each());
				matrix[j][j] += smoothing.right();
			}
		for (final Label l : labels)
			for (int j = 0; j < classes; j++)
				confusion[l.annotator()][j][l.response()] += posterior[l.item()][j];
		for (final double[][] matrix : confusion)
			for (final double[] row : matrix)
				normalise(row);
		return confusion;
	}

	private static double[][] expect(final List<Label> labels, final int items,
		final double[] prior, final double[][][] confusion)
	{
		final double[][] log = new double[items][prior.length];
		for (final double[] row : log)
			for (int j = 0; j < prior.length; j++)
				row[j] = Math.log(Math.max(prior[j], LEAST));
		for (final Label l : labels)
			for (int j = 0; j < prior.length; j++)
				log[l.item()][j] += Math.log(Math.max(confusion[l.annotator()][j][l
					.response()], LEAST));
		for (final double[] row : log) {
			final double most = Arrays.stream(row).max().orElseThrow();
			for (int j = 0; j < row.length; j++)
				row[j] = Math.exp(row[j] - most);
			normalise(row);
		}
		return log;
	}

	private static double change(final double[][] a, final double[][] b) {
		double most = 0;
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < a[i].length; j++)
				most = Math.max(most, Math.abs(a[i][j] - b[i][j]));
		return most;
	}
}
