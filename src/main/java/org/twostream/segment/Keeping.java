
package org.twostream.segment;

import java.util.Locale;

import org.twostream.core.UserError;

/**
 * What keeps a network from forgetting while it learns answers.
 *
 * @param what the windows that are mixed in hold
 * @param share of all windows that are mixed in, 0..0.9; a quarter in the
 *          paper, section 5.1
 */
public record Keeping(What what, double share) {

	/** One window in four from the initial labelled volume. */
	public static final Keeping DEFAULT = new Keeping(What.REPLAY, 0.25);

	/** What is mixed in. */
	public enum What {

			/** Windows of the initial labelled volume. */
			REPLAY,
			/**
			 * Windows of the raw volume away from all answers, with the probabilities
			 * of the old network as their target (Li and Hoiem 2016, here by windows
			 * instead of by a term of the loss).
			 */
			DISTILL,
			/** Both in turn. */
			BOTH;

		/** The value of the key {@code keep}. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * @throws UserError if the share is outside its range
	 */
	public Keeping {
		if (!(share >= 0 && share <= 0.9)) throw new UserError("replay=" + share +
			" is not in 0..0.9; 0.25 is usual.");
	}

	/**
	 * @param what replay, distill or both
	 * @throws UserError if it is none of them
	 */
	public static Keeping of(final String what, final double share) {
		for (final What w : What.values())
			if (w.key().equals(what)) return new Keeping(w, share);
		throw new UserError("keep=" + what +
			" is none of replay, distill, both; choose one of them.");
	}

	/** How many of the first n windows are mixed in. */
	long before(final long n) {
		return (long) Math.floor(n * share + 1e-9);
	}

	/** Whether the n-th window, from 0, is mixed in. */
	boolean takes(final long n) {
		return before(n + 1) > before(n);
	}

	/** Whether the k-th window that is mixed in shows the old network's. */
	boolean distills(final long k) {
		return what == What.DISTILL || what == What.BOTH && k % 2 == 1;
	}
}
