
package org.twostream.review.page;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.twostream.core.Answer;
import org.twostream.review.session.ReviewSession;

/**
 * What clicks and keys do to the items of a page. On the event thread of the
 * page; what is answered shows when it is on disk.
 */
public final class PageActions {

	private final ReviewPage page;
	private final ReviewSession session;
	private final LookAgain look;
	private final PageAnswers answers;
	private boolean finishing;
	/** Undone or redone and not yet heard of. */
	private int following;
	/** The page where that was asked for last. */
	private int followedFrom;

	PageActions(final ReviewPage page, final ReviewSession session,
		final LookAgain look)
	{
		this.page = page;
		this.session = session;
		this.look = look;
		answers = new PageAnswers(session);
	}

	/** What Done does next. */
	public PageStep step() {
		return PageStep.of(session, page.items(), look::hasSeen);
	}

	/** What the button Done says. */
	public String stepLabel() {
		return look.now().map(l -> l.index() + 1 < l.size() ? "Next"
			: "Back to the page").orElseGet(() -> step().label(session, page
				.items()));
	}

	/** Answers the run, or what is looked at, and then goes on to the next. */
	public void give(final Answer answer) {
		if (!look.isOn()) {
			act(a -> a.give(page.run(), answer));
			return;
		}
		final SecondLook at = look.now().get();
		final int item = at.item();
		act(a -> a.give(List.of(item), answer)).thenRunAsync(() -> {
			if (look.now().filter(l -> l == at && l.item() == item).isPresent())
				lookOn(1);
		}, page.eventThread());
	}

	/** Gives the run the answer that follows that of its first item. */
	public void cycle() {
		final int lead = look.now().map(SecondLook::item).orElseGet(page::lead);
		final List<Integer> items = look.isOn() ? List.of(lead) : page.run();
		act(a -> a.cycle(lead, items));
	}

	/** Gives the run the answer of its first item. */
	public void copy() {
		act(a -> a.copy(page.lead(), page.run()));
	}

	/** Takes back the last action of the annotator, and goes to where it was. */
	public void undo() {
		follow(PageAnswers::undo);
	}

	/** Brings back what was undone last, and goes to where it is. */
	public void redo() {
		follow(PageAnswers::redo);
	}

	private void follow(
		final Function<PageAnswers, CompletableFuture<Void>> action)
	{
		following++;
		followedFrom = page.number();
		act(action).whenCompleteAsync((ok, e) -> following--, page.eventThread());
	}

	private CompletableFuture<Void> act(
		final Function<PageAnswers, CompletableFuture<Void>> action)
	{
		final CompletableFuture<Void> done = action.apply(answers);
		done.whenCompleteAsync((ok, e) -> {
			if (e == null) page.clearFailure();
		}, page.eventThread());
		return done;
	}

	/** These items have other answers: who has not gone on looks at them. */
	void follow(final List<Integer> items) {
		if (following > 0 && page.number() == followedFrom && !items.isEmpty() &&
			items.stream().noneMatch(page.items()::contains)) page.goTo(items.get(0));
	}

	/** Done at the foot. */
	public void done() {
		if (look.isOn()) lookOn(1);
		else switch (step()) {
			case ANSWER -> answerRest();
			case GO_ON -> goOn();
			case SECOND_LOOK -> {
				if (page.isPart()) page.showAll();
				look.start(SecondLook.unsure(session, page.order()));
				lookChanged();
			}
			case FINISH -> page.finish();
		}
	}

	private void answerRest() {
		if (finishing) return;
		finishing = true;
		final int number = page.number();
		act(a -> a.rest(page.items())).whenCompleteAsync((done, e) -> {
			finishing = false;
			if (e == null && page.number() == number) goOn();
		}, page.eventThread());
	}

	private void goOn() {
		page.showNext(item -> session.answer(item).isEmpty());
	}

	/** Looks at the item under the cursor through its sections, or stops to. */
	public void toggleSecondLook() {
		if (session.items().isEmpty()) return;
		if (look.isOn()) look.stop();
		else look.start(SecondLook.from(page.cursor(), session, page.order()));
		lookChanged();
	}

	/** Goes on to the next thing to look at, or back. */
	void lookOn(final int by) {
		look.move(by);
		lookChanged();
	}

	private void lookChanged() {
		look.now().ifPresentOrElse(l -> page.goTo(l.item()), page::changed);
	}
}
