
package org.twostream.query;

import org.twostream.core.Progress;

/**
 * A way to choose the ROIs to ask about. Every one asks exactly
 * {@link QueryRequest#total} distinct ROIs, none of them asked before, and
 * gives every ROI a {@link Place}. The same request gives the same suggestion.
 * Where the {@link Evidence} is too little for what a strategy does, it draws
 * at random and says so in a note. Implementations are stateless and
 * thread-safe.
 */
public interface QueryStrategy {

	/** The value of the key {@code strategy}. */
	String name();

	/**
	 * The budget that these keys mean for this strategy.
	 *
	 * @throws org.twostream.core.UserError if they contradict each other or name
	 *           clusters that the strategy does not make
	 */
	default Budget budget(final BudgetKeys keys) {
		return keys.both();
	}

	/**
	 * Chooses. Blocks until done.
	 *
	 * @throws org.twostream.core.UserError if an embedding holds NaN or infinity,
	 *           or the strategy needs a truth that the request lacks
	 * @throws org.twostream.core.Cancelled if the progress was cancelled
	 */
	Suggestion suggest(QueryRequest request, Progress progress);
}
