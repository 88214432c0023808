
package org.twostream.review.session;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.twostream.core.Answer;
import org.twostream.review.Purpose;
import org.twostream.review.ReviewContext;
import org.twostream.review.ReviewItem;
import org.twostream.review.Verdict;

/**
 * One annotator's review, shared by all of its windows. What they do goes to
 * the journal on a thread of the session, one action after the other; answers
 * count, and listeners hear of them, when they are on disk. What other
 * processes write into the same folder is read every other second. Thread-safe.
 */
public final class ReviewSession implements AutoCloseable {

	/**
	 * @param items to be answered, in the order by cluster and distance
	 * @param folder of the journals
	 * @param annotator name in the journal
	 */
	public record Setup(ReviewContext context, List<ReviewItem> items,
			Path folder, String annotator) {

		public Setup {
			items = List.copyOf(items);
		}
	}

	/**
	 * An answer to an item.
	 *
	 * @param item its index
	 */
	public record Given(int item, Answer answer) {
	}

	private final Setup setup;
	private final SessionJournal journal;
	private final LazyScene scene;
	private final JournalThread thread;
	private final SessionListeners listeners = new SessionListeners();
	private final MissedObjects missedObjects;
	private final Map<Integer, Integer> itemOfRow = new HashMap<>();
	private final ShownItems shown = new ShownItems();
	private final Pace pace = new Pace(System.nanoTime());
	private volatile int current;
	private volatile Set<Integer> chosen = Set.of();

	private ReviewSession(final Setup setup, final Supplier<ReviewScene> scene) {
		this.setup = setup;
		this.scene = new LazyScene(scene);
		missedObjects = new MissedObjects(setup.context(), this.scene, listeners);
		for (int i = setup.items().size() - 1; i >= 0; i--)
			if (setup.items().get(i).purpose() == Purpose.QUERY) itemOfRow.put(setup
				.items().get(i).row(), i);
		journal = new SessionJournal(setup, listeners);
		thread = new JournalThread(setup.folder(), journal.path(),
			journal::rereadOrTell);
		current = nextOpen(-1, 1).orElse(0);
	}

	/**
	 * @param scene opened when a window first needs it, closed with the session
	 * @throws org.twostream.core.UserError if the journals cannot be read or the
	 *           folder cannot be written to
	 */
	public static ReviewSession open(final Setup setup,
		final Supplier<ReviewScene> scene)
	{
		return new ReviewSession(setup, scene);
	}

	public ReviewContext context() {
		return setup.context();
	}

	public List<ReviewItem> items() {
		return setup.items();
	}

	public String annotator() {
		return journal.annotator();
	}

	/** Where this session's answers go. */
	public Path journalPath() {
		return journal.path();
	}

	/** What windows draw. */
	public ReviewScene scene() {
		return scene.get();
	}

	/** What was found in the journals at the start, a sentence each. */
	public List<String> notices() {
		return journal.problems();
	}

	/** The annotator's answer to an item. */
	public Optional<Answer> answer(final int item) {
		return journal.answers().of(items().get(item));
	}

	/**
	 * The answer that a drawing of an ROI shows, be it an item or not: that to
	 * the current item where it is about this ROI.
	 */
	public Optional<Answer> answerOfRow(final int row) {
		return isCurrent(row) ? answer(current) : journal.answers().ofRow(row);
	}

	private boolean isCurrent(final int row) {
		return !items().isEmpty() && items().get(current).row() == row;
	}

	/** The first item about a row that is no check. */
	public OptionalInt itemOf(final int row) {
		final Integer item = itemOfRow.get(row);
		return item == null ? OptionalInt.empty() : OptionalInt.of(item);
	}

	/** Places of missed objects that hold, of all annotators. */
	public List<Verdict> missed() {
		return journal.answers().missed();
	}

	/** The same as windows draw them; see {@link SessionListener}. */
	public List<MissedMark> missedMarks() {
		return missedObjects.marks(journal.answers().missed());
	}

	public Counts counts() {
		return Counts.of(items(), journal.answers());
	}

	/** How fast answers were given in this session. */
	public Pace pace() {
		return pace;
	}

	/** Index of the item that all windows look at. */
	public int current() {
		return current;
	}

	/** Looks at an item, in all windows. */
	public void select(final int item) {
		java.util.Objects.checkIndex(item, items().size());
		current = item;
		shown.add(List.of(item));
		listeners.tell(l -> l.selected(item));
	}

	/** ROIs that were chosen together, by row; none when all count. */
	public Set<Integer> chosen() {
		return chosen;
	}

	/**
	 * Chooses some ROIs, in all windows, and looks at the first item among them
	 * unless the current one is.
	 *
	 * @param rows of the ROI table, be they items or not; none for all again
	 */
	public void choose(final Set<Integer> rows) {
		final Set<Integer> some = Set.copyOf(rows);
		chosen = some;
		listeners.tell(l -> l.chosen(some));
		if (some.isEmpty() || items().isEmpty() || some.contains(items().get(
			current).row())) return;
		some.stream().map(this::itemOf).filter(OptionalInt::isPresent).mapToInt(
			OptionalInt::getAsInt).min().ifPresent(this::select);
	}

	/**
	 * The nearest item without an answer, going round at the end.
	 *
	 * @param from index that is left, -1 for before the first
	 * @param step 1 for the next, -1 for the previous
	 * @return empty if all are answered
	 */
	public OptionalInt nextOpen(final int from, final int step) {
		final int n = items().size();
		for (int i = 1; i <= n; i++) {
			final int item = Math.floorMod(from + i * step, n);
			if (answer(item).isEmpty()) return OptionalInt.of(item);
		}
		return OptionalInt.empty();
	}

	/** Which items are on the screen: the time to the answer counts. */
	public ShownItems shown() {
		return shown;
	}

	/** Answers some items alike, as one action. */
	public CompletableFuture<Void> answer(final Collection<Integer> items,
		final Answer answer)
	{
		return answerEach(items.stream().map(i -> new Given(i, answer)).toList(),
			"");
	}

	/** Answers some items, as one action; does nothing if there are none. */
	public CompletableFuture<Void> answerEach(final List<Given> given,
		final String reason)
	{
		return act(() -> record(given.stream().map(g -> asked(g, reason))
			.toList()));
	}

	/** Gives each of some items the answer that follows its own in the cycle. */
	public CompletableFuture<Void> cycle(final int item) {
		return act(() -> record(List.of(asked(new Given(item, AnswerCycle.next(
			answer(item))), ""))));
	}

	/** Answers for an ROI, be it an item or not. */
	public CompletableFuture<Void> answerRow(final int row, final Answer answer) {
		return act(() -> record(List.of(ofRow(row, answer))));
	}

	/** As {@link #cycle}, for an ROI, be it an item or not. */
	public CompletableFuture<Void> cycleRow(final int row) {
		return act(() -> record(List.of(ofRow(row, AnswerCycle.next(answerOfRow(
			row))))));
	}

	private Asked asked(final Given g, final String reason) {
		final ReviewItem item = items().get(g.item());
		return new Asked(item.row(), g.answer(), item.purpose(), reason, OptionalInt
			.of(g.item()));
	}

	private Asked ofRow(final int row, final Answer answer) {
		final OptionalInt item = isCurrent(row) ? OptionalInt.of(current) : itemOf(
			row);
		return item.isPresent() ? asked(new Given(item.getAsInt(), answer), "")
			: new Asked(row, answer, Purpose.QUERY, "", item);
	}

	private void record(final List<Asked> asked) {
		if (asked.isEmpty()) return;
		final long now = System.nanoTime();
		journal.record(asked, shown, now);
		pace.answered(asked.size(), now);
	}

	/**
	 * Marks an object that the proposal lacks, by a voxel: its mask is the
	 * component there at a lower threshold, as {@link org.twostream.roi.ObjectAt}
	 * finds it, or it is a bare point. An ROI that holds the voxel is answered
	 * True instead, which listeners are told.
	 */
	public CompletableFuture<Void> markMissed(final long x, final long y,
		final long z)
	{
		return act(() -> mark(missedObjects.at(x, y, z)));
	}

	private void mark(final MissedObjects.Found found) {
		if (found.row().isPresent()) {
			final int row = found.row().getAsInt();
			record(List.of(ofRow(row, Answer.TRUE)));
			listeners.tell(l -> l.said("ROI " + context().table().get(row).id() +
				" is there already; it is answered True."));
			return;
		}
		final Optional<Verdict> v = journal.mark(found.entry().orElseThrow());
		v.ifPresent(marked -> missedObjects.keep(marked, found));
		listeners.tell(l -> {
			if (v.isPresent()) l.missedChanged();
			else l.said("You marked this missed object before.");
		});
	}

	/** Takes back this annotator's last action, of an earlier start too. */
	public CompletableFuture<Void> undo() {
		return act(journal::undo);
	}

	/** Brings back what was undone last. */
	public CompletableFuture<Void> redo() {
		return act(journal::redo);
	}

	public void add(final SessionListener listener) {
		listeners.add(listener);
	}

	public void remove(final SessionListener listener) {
		listeners.remove(listener);
	}

	private CompletableFuture<Void> act(final Runnable action) {
		return thread.run(action).whenComplete((done, e) -> {
			if (e != null) listeners.failed(e);
		});
	}

	/**
	 * Waits until an action is on disk.
	 *
	 * @throws RuntimeException what went wrong, such as
	 *           {@link org.twostream.core.UserError}
	 */
	public static void await(final CompletableFuture<Void> action) {
		try {
			action.join();
		}
		catch (final CompletionException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			throw e;
		}
	}

	/** Waits for what is under way, then closes journal and volumes. */
	@Override
	public void close() {
		thread.close();
		missedObjects.close();
		journal.close();
		scene.close();
	}
}
