
package org.twostream.review.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

import org.twostream.core.Answer;
import org.twostream.core.Seed;
import org.twostream.review.session.Counts;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.SessionListener;

/**
 * A review page: what it shows and where on it a person is. All is called on
 * one event thread, and nothing waits there. Answers show when the journal has
 * them.
 */
public final class ReviewPage implements AutoCloseable {

	private static final Seed SHUFFLE = new Seed(1);

	private final ReviewSession session;
	private final Executor eventThread;
	private final PageView view;
	private final PageActions actions;
	private final PageCursor cursor;
	private final PagePatches patches;
	private final LookAgain look;
	private final PageWords words;
	private final PagePart part;
	private final SessionListener listener;
	private Optional<String> failure = Optional.empty();
	private OptionalInt pointed = OptionalInt.empty();
	private List<Integer> onScreen = List.of();
	private boolean masks = true;
	private boolean random;

	private ReviewPage(final ReviewSession session, final Executor eventThread,
		final PageView view)
	{
		this.session = session;
		this.eventThread = eventThread;
		this.view = view;
		part = new PagePart(session.items());
		cursor = new PageCursor(new Pages(freshOrder(), PageGrid.USUAL), session
			.current());
		patches = new PagePatches(session, () -> eventThread.execute(() -> view
			.tilesChanged(onScreen)), view::readAhead);
		look = new LookAgain(new StripReader(session, () -> eventThread.execute(
			view::pageChanged)));
		words = new PageWords(session);
		actions = new PageActions(this, session, look);
		listener = new PageListener(this, session, view, words, part);
	}

	/**
	 * Begins at the session's current item: at first, on the first page with
	 * something open.
	 *
	 * @param eventThread on which the view is called, and all methods must be
	 */
	public static ReviewPage open(final ReviewSession session,
		final Executor eventThread, final PageView view)
	{
		final ReviewPage page = new ReviewPage(session, eventThread, view);
		session.add(page.listener);
		page.readAhead(true);
		page.words.read(eventThread, failed -> failed.ifPresentOrElse(page::note,
			view::footChanged));
		return page;
	}

	private PageOrder freshOrder() {
		final int n = session.items().size();
		return part.of(random ? PageOrder.random(n, SHUFFLE.of(session.context()
			.batch()).of(session.annotator())) : PageOrder.clustered(n));
	}

	Executor eventThread() {
		return eventThread;
	}

	PageOrder order() {
		return cursor.pages().order();
	}

	/** What a person can do to the items. */
	public PageActions actions() {
		return actions;
	}

	/** Items on the page, in the order of reading. */
	public List<Integer> items() {
		return cursor.items();
	}

	public PageGrid grid() {
		return cursor.pages().grid();
	}

	/** Which page it is, from 0. */
	public int number() {
		return cursor.page();
	}

	/** How many pages there are. */
	public int count() {
		return cursor.pages().count();
	}

	/** Item under the cursor. */
	public int cursor() {
		return cursor.item();
	}

	/** Item at which the run begins. */
	int lead() {
		return cursor.lead();
	}

	/** Items that keys answer: from where the run begins to the cursor. */
	public List<Integer> run() {
		return cursor.run();
	}

	public Optional<Answer> answer(final int item) {
		return session.answer(item);
	}

	/** Patch of an item, empty if it was not read yet. */
	public Optional<byte[]> patch(final int item) {
		return patches.get(item);
	}

	/** Why the patch of an item cannot be shown. */
	public Optional<String> patchFailure(final int item) {
		return patches.failure(item);
	}

	/** Whether masks are drawn. */
	public boolean masks() {
		return masks;
	}

	/** Whether items are in random order. */
	public boolean isRandom() {
		return random;
	}

	/** What is looked at through its sections, empty while tiles are shown. */
	public Optional<SecondLook> secondLook() {
		return look.now();
	}

	/** Sections of the item looked at, empty if they were not read yet. */
	public Optional<List<SectionPicture>> strip() {
		return look.strip();
	}

	/** Why its sections cannot be shown. */
	public Optional<String> stripFailure() {
		return look.failure();
	}

	/** How far the review is. */
	public Counts counts() {
		return words.counts();
	}

	/** How far the review is, in words. */
	public String progress() {
		return words.progress(number(), count()) + part.words();
	}

	/** The answer to an item and why it is asked, in words. */
	public String about(final int item) {
		return words.about(item);
	}

	/** About the item that is pointed at, or else under the cursor. */
	public String about() {
		return about(look.now().map(SecondLook::item).orElseGet(() -> pointed
			.orElse(cursor())));
	}

	/** What could not be done last, a sentence. */
	public Optional<String> failure() {
		return failure;
	}

	/** Points at an item, as the mouse does; at none if empty. */
	public void point(final OptionalInt item) {
		if (pointed.equals(item)) return;
		pointed = item;
		view.footChanged();
	}

	/** Puts the cursor on an item, in all windows. */
	public void goTo(final int item) {
		if (part.lacks(item)) showOnly(List.of());
		move(c -> c.goTo(item));
	}

	/** Lets the run go on to an item. */
	public void extendTo(final int item) {
		move(c -> c.extendTo(item));
	}

	/** Moves the cursor by tiles, and the run with it if wished. */
	public void arrow(final int columns, final int rows, final boolean extend) {
		if (look.isOn()) actions.lookOn(columns + rows);
		else if (extend) move(c -> c.extend(columns, rows));
		else move(c -> c.move(columns, rows));
	}

	/** Goes pages on or back. */
	public void turn(final int pages) {
		if (look.isOn()) actions.lookOn(pages);
		else move(c -> c.turn(pages));
	}

	/** Goes to a page, the nearest there is. */
	public void show(final int page) {
		if (!look.isOn()) move(c -> c.show(page));
	}

	/** Whether only what was chosen on a map is shown. */
	public boolean isPart() {
		return part.isOn();
	}

	/** Shows all items again, and so do the other windows. */
	public void showAll() {
		session.choose(Set.of());
		showOnly(List.of());
	}

	void showOnly(final List<Integer> items) {
		if (part.show(items)) deal(grid());
	}

	/**
	 * Goes to the next page with such an item, if there is one; also beyond what
	 * was chosen on a map.
	 */
	void showNext(final IntPredicate wanted) {
		if (isPart() && cursor.pages().next(number(), wanted).isEmpty()) showAll();
		cursor.pages().next(number(), wanted).ifPresentOrElse(this::show,
			this::changed);
	}

	private void move(final Consumer<PageCursor> step) {
		final int before = number();
		step.accept(cursor);
		if (!session.items().isEmpty() && session.current() != cursor()) session
			.select(cursor());
		if (number() != before) readAhead(number() > before);
		view.pageChanged();
	}

	private void readAhead(final boolean forward) {
		pointed = OptionalInt.empty();
		session.shown().remove(onScreen);
		onScreen = items();
		session.shown().add(onScreen);
		patches.want(cursor.pages(), number(), forward);
	}

	public void toggleMasks() {
		masks = !masks;
		view.pageChanged();
	}

	/** Changes between the order by cluster and a random one. */
	public void toggleRandom() {
		random = !random;
		deal(grid());
	}

	/** Shows more, smaller tiles. */
	public void finer() {
		deal(grid().finer());
	}

	/** Shows fewer, larger tiles. */
	public void coarser() {
		deal(grid().coarser());
	}

	private void deal(final PageGrid grid) {
		cursor.deal(new Pages(freshOrder(), grid));
		readAhead(true);
		view.pageChanged();
	}

	/** Ends the review, whatever is left. */
	public void finish() {
		view.finished();
	}

	void changed() {
		view.pageChanged();
	}

	void clearFailure() {
		failure = Optional.empty();
		view.footChanged();
	}

	/** Shows a sentence about what could not be done. */
	public void note(final String sentence) {
		failure = Optional.of(sentence);
		view.footChanged();
	}

	/** Stops reading and listening. */
	@Override
	public void close() {
		session.remove(listener);
		session.shown().remove(onScreen);
		patches.close();
		look.close();
	}
}
