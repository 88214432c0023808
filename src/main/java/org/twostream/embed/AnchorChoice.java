
package org.twostream.embed;

/** Chooses the anchors of triplets; thread-safe. */
interface AnchorChoice {

	/**
	 * @param kind 0 for False, 1 for True
	 * @param at patch among those of its kind
	 * @param k number of the triplet
	 * @return another patch of its kind; itself only if it is alone
	 */
	int same(int kind, int at, long k);

	/** A patch of the other kind; as {@link #same}. */
	int other(int kind, int at, long k);
}
