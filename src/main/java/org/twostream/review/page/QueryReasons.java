
package org.twostream.review.page;

import java.util.List;
import java.util.Locale;

import org.twostream.query.Place;
import org.twostream.review.ReviewItem;

/**
 * Why an item is asked, in words. A check reads as the query would that speaks
 * for it. Immutable.
 */
public final class QueryReasons {

	private final List<Place> places;
	private final int[] followers;

	/** @param places of every row */
	public QueryReasons(final List<Place> places) {
		this.places = places;
		followers = new int[places.size()];
		for (final Place p : places)
			if (p.representative() >= 0) followers[p.representative()]++;
	}

	/**
	 * Cluster, distance and how many ROIs it speaks for; of a strategy without
	 * clusters, what the strategy says.
	 */
	public String of(final ReviewItem item) {
		if (item.row() >= places.size()) return item.why();
		final Place p = places.get(item.row());
		final int n = p.representative() < 0 ? 0 : followers[p.representative()];
		final StringBuilder words = new StringBuilder();
		if (p.cluster() >= 0) words.append("cluster ").append(p.cluster() + 1)
			.append(streams(p));
		if (!Double.isNaN(p.distance())) words.append(words.isEmpty() ? "" : ", ")
			.append(String.format(Locale.ROOT, "%.2g from its centre", p.distance()));
		if (words.isEmpty()) return item.why();
		if (n > 0) words.append(", speaks for ").append(n).append(n == 1 ? " ROI"
			: " ROIs");
		return words.toString();
	}

	private static String streams(final Place p) {
		if (p.maskCluster() < 0 && p.imageCluster() < 0) return "";
		if (p.imageCluster() < 0) return " (mask " + (p.maskCluster() + 1) + ")";
		if (p.maskCluster() < 0) return " (image " + (p.imageCluster() + 1) + ")";
		return " (mask " + (p.maskCluster() + 1) + ", image " + (p.imageCluster() +
			1) + ")";
	}
}
