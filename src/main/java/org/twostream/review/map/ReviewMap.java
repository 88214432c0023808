
package org.twostream.review.map;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.twostream.core.Answer;
import org.twostream.query.Place;
import org.twostream.query.map.EmbeddingMap;
import org.twostream.review.page.PatchCache;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.SessionListener;

/**
 * A map of the ROIs beside their review: what is chosen here is chosen in all
 * windows, and what they look at is ringed here. All is called on one event
 * thread, and nothing waits there. Answers show when the journal has them.
 */
public final class ReviewMap implements AutoCloseable {

	/** Beside a point by so many pixels more is still on it. */
	private static final double NEAR = 4;
	private static final long PATCHES = 8L << 20;

	private final ReviewSession session;
	private final Executor eventThread;
	private final MapSurface surface;
	private final MapPicture picture;
	private final MapWords words;
	private final PatchCache patches;
	private final SessionListener listener = new Listener();
	private Optional<EmbeddingMap> map = Optional.empty();
	private Optional<MapView> view = Optional.empty();
	private OptionalInt pointed = OptionalInt.empty();
	private String said = "Opening the map...";
	private boolean closed;

	private ReviewMap(final ReviewSession session, final Executor eventThread,
		final int ground, final MapSurface surface)
	{
		this.session = session;
		this.eventThread = eventThread;
		this.surface = surface;
		picture = new MapPicture(session, ground);
		words = new MapWords(session);
		patches = new PatchCache(() -> session.scene().patches(), 1, PATCHES,
			row -> eventThread.execute(surface::changed));
	}

	/**
	 * Begins to read the map, or to make one.
	 *
	 * @param eventThread on which the surface is called, and all methods must be
	 * @param ground opaque ARGB behind the points
	 */
	public static ReviewMap open(final ReviewSession session,
		final Executor eventThread, final int ground, final MapSurface surface)
	{
		final ReviewMap made = new ReviewMap(session, eventThread, ground, surface);
		session.add(made.listener);
		CompletableFuture.supplyAsync(() -> new Read(session.scene().map().get(),
			session.scene().places())).whenCompleteAsync(made::opened, eventThread);
		return made;
	}

	private record Read(EmbeddingMap map, List<Place> places) {
	}

	private void opened(final Read read, final Throwable failure) {
		if (closed) return;
		if (failure != null) say(String.valueOf((failure.getCause() == null
			? failure : failure.getCause()).getMessage()));
		else {
			map = Optional.of(read.map());
			picture.show(read.map(), read.places());
			words.read(read.places());
			say("");
			want();
		}
	}

	/** The points, empty until they were read. */
	public Optional<EmbeddingMap> map() {
		return map;
	}

	/** What is on the screen, empty until there is something. */
	public Optional<MapView> view() {
		return view;
	}

	/** The screen has this size now; at first it shows the whole map. */
	public void resize(final int width, final int height) {
		if (map.isEmpty() || width <= 0 || height <= 0) return;
		if (view.isEmpty()) view = Optional.of(MapView.whole(map.get(), width,
			height));
		else if (view.get().width() != width || view.get().height() != height)
			view = Optional.of(view.get().resized(width, height));
	}

	/** Shows the whole map. */
	public void fit() {
		view.ifPresent(v -> move(MapView.whole(map.get(), v.width(), v.height())));
	}

	/** Closer by a factor around a pixel. */
	public void zoom(final double x, final double y, final double factor) {
		view.ifPresent(v -> move(v.zoomed(x, y, factor)));
	}

	/** Moves the map by pixels. */
	public void drag(final double right, final double down) {
		view.ifPresent(v -> move(v.dragged(right, down)));
	}

	private void move(final MapView to) {
		view = Optional.of(to);
		surface.changed();
	}

	public MapColours colours() {
		return picture.colours();
	}

	/** What the colours mean. */
	public List<MapColours.Line> legend() {
		return picture.legend();
	}

	/** Lets colours tell something else. */
	public void colour(final MapColours by) {
		picture.colour(by);
		surface.changed();
	}

	/** Pixels of the view, ARGB, x fastest; empty without a view. */
	public Optional<int[]> pixels() {
		return view.map(picture::pixels);
	}

	/** The row under a pixel, the nearest if there are several. */
	public OptionalInt at(final double x, final double y) {
		if (view.isEmpty()) return OptionalInt.empty();
		final EmbeddingMap m = map.get();
		double best = Math.pow(MapRaster.radius(m.size()) + NEAR, 2);
		int found = -1;
		for (int i = 0; i < m.size(); i++) {
			final double u = view.get().screenX(m.x()[i]) - x;
			final double v = view.get().screenY(m.y()[i]) - y;
			if (u * u + v * v <= best) {
				best = u * u + v * v;
				found = m.rows()[i];
			}
		}
		return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
	}

	/** Where the point of a row is on the screen, {x, y}; empty if nowhere. */
	public Optional<double[]> place(final int row) {
		if (view.isEmpty()) return Optional.empty();
		final int i = java.util.Arrays.binarySearch(map.get().rows(), row);
		return i < 0 ? Optional.empty() : Optional.of(new double[] { view.get()
			.screenX(map.get().x()[i]), view.get().screenY(map.get().y()[i]) });
	}

	/** Row of what all windows look at, empty if nothing is asked. */
	public OptionalInt current() {
		return session.items().isEmpty() ? OptionalInt.empty() : OptionalInt.of(
			session.items().get(session.current()).row());
	}

	/** Rows chosen together, none if all count. */
	public Set<Integer> chosen() {
		return session.chosen();
	}

	/** The row that the mouse is on. */
	public OptionalInt pointed() {
		return pointed;
	}

	/** The row that is told of: the one pointed at, or else the current one. */
	public OptionalInt shown() {
		return pointed.isPresent() ? pointed : current();
	}

	/** The mouse is here now. */
	public void point(final double x, final double y) {
		final OptionalInt row = at(x, y);
		if (row.equals(pointed)) return;
		pointed = row;
		want();
	}

	/** The mouse has left. */
	public void pointNowhere() {
		if (pointed.isEmpty()) return;
		pointed = OptionalInt.empty();
		want();
	}

	/**
	 * Chooses what is under a pixel, or nothing.
	 *
	 * @param more beside what is chosen already; takes it away where it is
	 */
	public void click(final double x, final double y, final boolean more) {
		final OptionalInt row = at(x, y);
		final Set<Integer> rows = more ? new HashSet<>(chosen()) : new HashSet<>();
		row.ifPresent(r -> {
			if (!rows.remove(r)) rows.add(r);
		});
		session.choose(rows);
		row.ifPresent(r -> {
			if (rows.contains(r)) session.itemOf(r).ifPresent(session::select);
		});
	}

	/** Chooses what a line goes round. */
	public void choose(final Lasso lasso, final boolean more) {
		if (view.isEmpty()) return;
		final Set<Integer> rows = more ? new HashSet<>(chosen()) : new HashSet<>();
		rows.addAll(lasso.rows(map.get(), view.get()));
		session.choose(rows);
	}

	/** Chooses nothing: all count again. */
	public void chooseAll() {
		session.choose(Set.of());
	}

	/** Answers what all windows look at, and what is told of here. */
	public void answer(final Answer answer) {
		current().ifPresent(row -> session.answerRow(row, answer));
	}

	/** Takes back the annotator's last action. */
	public void undo() {
		session.undo();
	}

	/** Brings back what was undone last. */
	public void redo() {
		session.redo();
	}

	/** Goes to the next item without an answer, or the previous one. */
	public void goOn(final int step) {
		session.nextOpen(session.current(), step).ifPresent(session::select);
	}

	/** Patch of the row that is told of, as it is stored. */
	public Optional<byte[]> patch() {
		return shown().isPresent() ? patches.get(shown().getAsInt()) : Optional
			.empty();
	}

	/** The annotator's answer to the row that is told of. */
	public Optional<Answer> answer() {
		return shown().isPresent() ? session.answerOfRow(shown().getAsInt())
			: Optional.empty();
	}

	/** What is known of the row that is told of, a line each. */
	public List<String> about() {
		return shown().isPresent() ? words.about(shown().getAsInt()) : List.of(
			"Nothing is asked in this batch.");
	}

	/** What the map shows, what is chosen, or what went wrong: a sentence. */
	public String status() {
		if (!said.isEmpty()) return said;
		final int n = chosen().size();
		if (n > 0) return words.chosen(chosen());
		return map.get().about() + (map.get().size() < session.context().table()
			.size() ? " " + map.get().size() + " of " + session.context().table()
				.size() + " ROIs." : "");
	}

	/** Says something until the next change. */
	public void say(final String sentence) {
		said = sentence;
		surface.changed();
	}

	private void want() {
		final OptionalInt row = shown();
		patches.want(row.isPresent() ? List.of(row.getAsInt()) : List.of());
		surface.changed();
	}

	private void later(final Runnable change) {
		eventThread.execute(() -> {
			if (!closed) change.run();
		});
	}

	/** Stops reading and listening. */
	@Override
	public void close() {
		closed = true;
		session.remove(listener);
		patches.close();
	}

	/** Goes over to the event thread. */
	private final class Listener implements SessionListener {

		@Override
		public void answered(final Set<Integer> rows) {
			later(() -> repaint(rows));
		}

		private void repaint(final Collection<Integer> rows) {
			picture.recolour(rows);
			surface.changed();
		}

		@Override
		public void selected(final int item) {
			later(ReviewMap.this::want);
		}

		@Override
		public void chosen(final Set<Integer> rows) {
			later(() -> {
				picture.choose(rows);
				said = map.isEmpty() ? said : "";
				surface.changed();
			});
		}

		@Override
		public void failed(final String sentence) {
			later(() -> say(sentence));
		}
	}
}
