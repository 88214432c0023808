
package org.twostream.review.page;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.twostream.core.Answer;
import org.twostream.review.session.Counts;
import org.twostream.review.session.ReviewSession;

/** What a page says about items. On the event thread of the page. */
final class PageWords {

	private final ReviewSession session;
	private Optional<QueryReasons> reasons = Optional.empty();
	/** Counted again only when answers change: there may be many. */
	private Optional<Counts> counts = Optional.empty();

	PageWords(final ReviewSession session) {
		this.session = session;
	}

	/**
	 * Reads the clusters without waiting.
	 *
	 * @param done called on the event thread; why they could not be read, empty
	 *          if they could
	 */
	void read(final Executor eventThread, final Consumer<Optional<String>> done) {
		CompletableFuture.supplyAsync(() -> new QueryReasons(session.scene()
			.places())).whenCompleteAsync((read, e) -> {
				reasons = Optional.ofNullable(read);
				done.accept(Optional.ofNullable(e).map(why -> String.valueOf(why
					.getCause().getMessage())));
			}, eventThread);
	}

	Counts counts() {
		if (counts.isEmpty()) counts = Optional.of(session.counts());
		return counts.get();
	}

	/** Answers have changed. */
	void recount() {
		counts = Optional.empty();
	}

	/** How far the review is; pages from 0. */
	String progress(final int page, final int pages) {
		return ProgressLine.of(counts(), session.pace(), page, pages);
	}

	/** The answer to an item and why it is asked. */
	String about(final int item) {
		if (session.items().isEmpty()) return "Nothing is asked in this batch.";
		return session.answer(item).map(PageWords::word).orElse("No answer yet") +
			"; " + reasons.map(r -> r.of(session.items().get(item))).orElse(session
				.items().get(item).why());
	}

	private static String word(final Answer answer) {
		return switch (answer) {
			case TRUE -> "True";
			case FALSE -> "False";
			case UNSURE -> "Unsure";
		};
	}
}
