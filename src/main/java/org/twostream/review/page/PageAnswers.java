
package org.twostream.review.page;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.twostream.core.Answer;
import org.twostream.review.session.AnswerCycle;
import org.twostream.review.session.ReviewSession;

/**
 * What clicks and keys on a page answer. Each acts on what those before it have
 * left on disk, so a fast hand gets what it meant. Thread-safe.
 */
public final class PageAnswers {

	private final ReviewSession session;
	private CompletableFuture<Void> last = CompletableFuture.completedFuture(
		null);

	public PageAnswers(final ReviewSession session) {
		this.session = session;
	}

	private synchronized CompletableFuture<Void> then(
		final Supplier<CompletableFuture<Void>> action)
	{
		last = last.exceptionally(e -> null).thenCompose(done -> action.get());
		return last;
	}

	/** Gives some items an answer. */
	public CompletableFuture<Void> give(final List<Integer> items,
		final Answer answer)
	{
		return then(() -> session.answer(items, answer));
	}

	/**
	 * Gives all items the answer that follows that of one of them in the cycle,
	 * as a click or a drag does.
	 *
	 * @param lead item where the drag began
	 */
	public CompletableFuture<Void> cycle(final int lead,
		final List<Integer> items)
	{
		return then(() -> session.answer(items, AnswerCycle.next(session.answer(
			lead))));
	}

	/**
	 * Gives all items the answer of one of them, as a shift-click does; where it
	 * has none, what a click on it would answer.
	 *
	 * @param lead item that was clicked before
	 */
	public CompletableFuture<Void> copy(final int lead,
		final List<Integer> items)
	{
		return then(() -> session.answer(items, session.answer(lead).orElseGet(
			() -> AnswerCycle.next(session.answer(lead)))));
	}

	/** Answers True what has no answer, as one action. */
	public CompletableFuture<Void> rest(final List<Integer> items) {
		return then(() -> session.answer(items.stream().filter(i -> session.answer(
			i).isEmpty()).toList(), Answer.TRUE));
	}

	/** @see ReviewSession#undo */
	public CompletableFuture<Void> undo() {
		return then(session::undo);
	}

	/** @see ReviewSession#redo */
	public CompletableFuture<Void> redo() {
		return then(session::redo);
	}
}
