
package org.twostream.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.swing.SwingUtilities;

import org.twostream.core.UserError;
import org.twostream.review.session.ReviewDesk;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindow;
import org.twostream.review.session.ReviewWindowKind;

/** The open windows of a session, at most one of each kind. */
final class OpenWindows implements ReviewDesk {

	private final ReviewSession session;
	private final List<ReviewWindowKind> kinds;
	/** Only touched on the event thread. */
	private final Map<String, ReviewWindow> open = new LinkedHashMap<>();
	private final CountDownLatch ended = new CountDownLatch(1);

	OpenWindows(final ReviewSession session, final List<ReviewWindowKind> kinds) {
		this.session = session;
		this.kinds = List.copyOf(kinds);
	}

	@Override
	public ReviewSession session() {
		return session;
	}

	@Override
	public List<ReviewWindowKind> kinds() {
		return kinds;
	}

	@Override
	public void open(final String kind) {
		onEventThread(() -> {
			if (open.containsKey(kind)) open.get(kind).toFront();
			else open.put(kind, kinds.stream().filter(k -> k.name().equals(kind))
				.findFirst().orElseThrow(() -> new UserError("There is no window " +
					kind + "; choose another.")).open(this));
		});
	}

	@Override
	public void closed(final String kind) {
		onEventThread(() -> {
			open.remove(kind);
			if (open.isEmpty()) ended.countDown();
		});
	}

	@Override
	public void done() {
		onEventThread(() -> {
			open.values().forEach(ReviewWindow::close);
			open.clear();
			ended.countDown();
		});
	}

	/** Whether the last window is closed, after waiting for at most so long. */
	boolean awaitEnd(final long time, final TimeUnit unit)
		throws InterruptedException
	{
		return ended.await(time, unit);
	}

	private static void onEventThread(final Runnable action) {
		if (SwingUtilities.isEventDispatchThread()) action.run();
		else SwingUtilities.invokeLater(action);
	}
}
