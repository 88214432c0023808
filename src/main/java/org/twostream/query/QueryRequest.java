
package org.twostream.query;

import java.util.Set;

import org.twostream.core.Seed;
import org.twostream.core.UserError;

/**
 * What a strategy is asked for.
 *
 * @param embeddings of all ROIs
 * @param asked rows of the ROIs of earlier batches, never asked again
 * @param spared rows of the ROIs that nothing is ever asked about, such as a
 *          test part; they are clustered like all others
 * @param evidence what else is known of the ROIs
 * @param budget how many and how spread
 * @param seed start of every random choice
 * @param threads at least 1; does not change the outcome
 */
public record QueryRequest(Embeddings embeddings, Set<Integer> asked,
		Set<Integer> spared, Evidence evidence, Budget budget, Seed seed,
		int threads) {

	/**
	 * @throws UserError if there is no ROI
	 * @throws IllegalArgumentException if an asked or answered row is none of the
	 *           embeddings', or losses or truth are of another number of ROIs
	 */
	public QueryRequest {
		asked = Set.copyOf(asked);
		spared = Set.copyOf(spared);
		if (embeddings.rois() == 0) throw new UserError("There are 0 ROIs to" +
			" choose queries from; lower threshold or min_voxels and propose again.");
		for (final Set<Integer> rows : java.util.List.of(asked, evidence.answers()
			.keySet()))
			for (final int roi : rows)
				if (roi < 0 || roi >= embeddings.rois())
					throw new IllegalArgumentException("Asked ROI row " + roi + " of " +
						embeddings.rois());
		refuseOther(embeddings, evidence.losses().map(l -> l.length));
		refuseOther(embeddings, evidence.truth().map(t -> t.length));
	}

	private static void refuseOther(final Embeddings embeddings,
		final java.util.Optional<Integer> length)
	{
		if (length.isPresent() && length.get() != embeddings.rois())
			throw new IllegalArgumentException("Evidence of " + length.get() +
				" ROIs for " + embeddings.rois());
	}

	/** A request of which only the rows asked are known. */
	public QueryRequest(final Embeddings embeddings, final Set<Integer> asked,
		final Set<Integer> spared, final Budget budget, final Seed seed,
		final int threads)
	{
		this(embeddings, asked, spared, Evidence.none(), budget, seed, threads);
	}

	/** A request that spares no ROI. */
	public QueryRequest(final Embeddings embeddings, final Set<Integer> asked,
		final Budget budget, final Seed seed, final int threads)
	{
		this(embeddings, asked, Set.of(), budget, seed, threads);
	}

	/** The same with other evidence. */
	public QueryRequest with(final Evidence other) {
		return new QueryRequest(embeddings, asked, spared, other, budget, seed,
			threads);
	}

	/** The same with another budget. */
	public QueryRequest with(final Budget other) {
		return new QueryRequest(embeddings, asked, spared, evidence, other, seed,
			threads);
	}

	/** Whether this ROI may be asked. */
	boolean open(final int roi) {
		return !asked.contains(roi) && !spared.contains(roi);
	}

	/** ROIs that may still be asked. */
	public int remaining() {
		return candidates().length;
	}

	/** ROIs that this batch asks: the budget, or all that remain if fewer. */
	public int total() {
		return Math.min(budget.total(), remaining());
	}

	/** Says that fewer are left than the budget. */
	String leftNote() {
		return "Only " + remaining() + " ROIs are left to ask, fewer than budget=" +
			budget.total() + "; all of them are asked.";
	}

	/** Rows of the ROIs that may still be asked, ascending. */
	int[] candidates() {
		return java.util.stream.IntStream.range(0, embeddings.rois()).filter(
			this::open).toArray();
	}
}
