
package org.twostream.review.page;

import java.time.Duration;

import org.twostream.review.session.Counts;
import org.twostream.review.session.Pace;

/** How far a review is, in words. */
public final class ProgressLine {

	private ProgressLine() {}

	/** Such as "132 of 480 answered, 41 per minute, about 9 min left". */
	public static String of(final Counts counts, final Pace pace) {
		final StringBuilder line = new StringBuilder();
		line.append(counts.answered()).append(" of ").append(counts.items()).append(
			" answered");
		pace.perMinute().ifPresent(rate -> line.append(", ").append(Math.max(1, Math
			.round(rate))).append(" per minute"));
		if (counts.open() > 0) pace.left(counts.open()).ifPresent(left -> line
			.append(", about ").append(words(left)).append(" left"));
		return line.toString();
	}

	/**
	 * Such as "132 of 480 answered, 41 per minute, about 9 min left; 3 Unsure;
	 * page 2 of 5".
	 *
	 * @param page from 0
	 */
	public static String of(final Counts counts, final Pace pace, final int page,
		final int pages)
	{
		final StringBuilder line = new StringBuilder(of(counts, pace));
		if (counts.unsure() > 0) line.append("; ").append(counts.unsure()).append(
			" Unsure");
		return line.append("; page ").append(page + 1).append(" of ").append(pages)
			.toString();
	}

	private static String words(final Duration left) {
		if (left.toSeconds() < 60) return Math.max(1, left.toSeconds()) + " s";
		final long minutes = Math.round(left.toSeconds() / 60.0);
		if (minutes < 60) return minutes + " min";
		return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " +
			minutes % 60 + " min";
	}
}
