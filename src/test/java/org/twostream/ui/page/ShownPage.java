
package org.twostream.ui.page;

import java.awt.Component;
import java.awt.Container;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.JFrame;
import javax.swing.SwingUtilities;

import org.twostream.core.Progress;
import org.twostream.review.page.ReviewPage;
import org.twostream.review.page.TileBounds;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.review.session.Reviewer;
import org.twostream.ui.WindowReviewer;

/** A review page on a real display, for programs that look at it and use it. */
public final class ShownPage {

	/** The product's kind of window, of which this keeps hold. */
	private static final class Kind implements ReviewWindowKind {

		private final PageKind kind = new PageKind();
		private final CompletableFuture<PageWindow> window =
			new CompletableFuture<>();
		private volatile ReviewSession session;

		@Override
		public String name() {
			return kind.name();
		}

		@Override
		public String title() {
			return kind.title();
		}

		@Override
		public ReviewWindow open(final ReviewDesk desk) {
			final ReviewWindow opened = kind.open(desk);
			session = desk.session();
			window.complete((PageWindow) opened);
			return opened;
		}
	}

	private final Kind kind = new Kind();
	private final CompletableFuture<Void> review = new CompletableFuture<>();

	private ShownPage() {}

	/** Lets somebody review, with {@link #reviewer} as the person. */
	@FunctionalInterface
	public interface Start {

		void review(Reviewer reviewer);
	}

	/** Shows a page while a review goes on on a thread of its own. */
	public static ShownPage open(final Start start) throws Exception {
		final ShownPage shown = new ShownPage();
		final Reviewer reviewer = WindowReviewer.among(List.of(shown.kind)).apply(
			"page");
		new Thread(() -> {
			try {
				start.review(reviewer);
				shown.review.complete(null);
			}
			catch (final RuntimeException e) {
				shown.kind.window.completeExceptionally(e);
				shown.review.completeExceptionally(e);
			}
		}, "review").start();
		shown.kind.window.get(60, TimeUnit.SECONDS);
		shown.awaitTiles();
		await(() -> shown.frame().isFocused());
		return shown;
	}

	/** Shows a page of a session. */
	public static ShownPage of(final ReviewSession session) throws Exception {
		return open(reviewer -> reviewer.review(session, Progress.NONE));
	}

	private PageWindow window() {
		return kind.window.join();
	}

	public ReviewPage page() {
		return window().page();
	}

	public JFrame frame() {
		return window().frame();
	}

	/** Id of the ROI that an item is about. */
	public long roi(final int item) {
		return kind.session.context().table().get(kind.session.items().get(item)
			.row()).id();
	}

	/** Tiles with a picture when all was drawn last. */
	public int tilesShown() {
		return window().tiles().shown();
	}

	/** Where a tile is on the screen, index in the order of reading. */
	public TileBounds tile(final int index) throws Exception {
		return onEventThread(() -> {
			final TileBounds b = window().tiles().tileLayout().tile(index);
			final var at = window().tiles().getLocationOnScreen();
			return new TileBounds(at.x + b.x(), at.y + b.y(), b.width(), b.height());
		});
	}

	/** A part of the window by its name. */
	public <T> T part(final String name, final Class<T> type) {
		return type.cast(find(frame(), name));
	}

	private static Component find(final Container in, final String name) {
		for (final Component c : in.getComponents()) {
			if (name.equals(c.getName())) return c;
			if (c instanceof Container inner) {
				final Component found = find(inner, name);
				if (found != null) return found;
			}
		}
		return null;
	}

	/** Waits until every tile of the page has its picture. */
	public void awaitTiles() throws Exception {
		await(() -> !frame().isShowing() || page().items().stream().allMatch(
			i -> page().patch(i).isPresent()) && tilesShown() == page().items()
				.size());
	}

	/** Waits until something is so, as seen on the event thread. */
	public static void await(final Callable<Boolean> condition) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!onEventThread(condition)) {
			if (System.nanoTime() > end) throw new TimeoutException(
				"Nothing happened for 60 s");
			Thread.sleep(3);
		}
	}

	/** Waits until the review has ended. */
	public void awaitEnd() throws Exception {
		review.get(60, TimeUnit.SECONDS);
	}

	/** What a callable gives on the event thread. */
	public static <T> T onEventThread(final Callable<T> call) throws Exception {
		final AtomicReference<T> result = new AtomicReference<>();
		try {
			SwingUtilities.invokeAndWait(() -> {
				try {
					result.set(call.call());
				}
				catch (final Exception e) {
					throw new IllegalStateException(e);
				}
			});
		}
		catch (final InvocationTargetException e) {
			throw new ExecutionException(e.getCause());
		}
		return result.get();
	}
}
