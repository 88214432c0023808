
package org.twostream.ui;

import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.SwingUtilities;

import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.review.session.Counts;
import org.twostream.review.session.ReviewSession;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.review.session.Reviewer;

/** A person before one or more windows. */
public final class WindowReviewer implements Reviewer {

	private static final long LOOK_MS = 200;

	private final List<ReviewWindowKind> kinds;
	private final String first;

	private WindowReviewer(final List<ReviewWindowKind> kinds,
		final String first)
	{
		this.kinds = kinds;
		this.first = first;
	}

	/**
	 * Reviewers by the name of the window that they open first. A name that is
	 * not there is refused, and so is any where there is no display.
	 */
	public static Function<String, Reviewer> among(
		final List<ReviewWindowKind> kinds)
	{
		return name -> {
			if (kinds.stream().noneMatch(k -> k.name().equals(name)))
				throw new UserError("reviewer=" + name +
					" is not there; choose one of " + Stream.concat(kinds.stream().map(
						ReviewWindowKind::name), Stream.of("oracle")).collect(Collectors
							.joining(", ")) + " (bdv comes with Fiji).");
			if (GraphicsEnvironment.isHeadless()) throw new UserError("reviewer=" +
				name +
				" opens a window, and there is no display; review where there is one, or give reviewer=oracle.");
			return new WindowReviewer(kinds, name);
		};
	}

	@Override
	public void review(final ReviewSession session, final Progress progress) {
		final OpenWindows desk = new OpenWindows(session, kinds);
		onEventThread(() -> desk.open(first));
		try {
			while (!desk.awaitEnd(LOOK_MS, TimeUnit.MILLISECONDS)) {
				final Counts counts = session.counts();
				progress.report((double) counts.answered() / Math.max(1, counts
					.items()), counts.answered() + " of " + counts.items() + " answered");
				progress.check();
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
		finally {
			onEventThread(desk::done);
		}
	}

	private static void onEventThread(final Runnable action) {
		if (SwingUtilities.isEventDispatchThread()) {
			action.run();
			return;
		}
		try {
			SwingUtilities.invokeAndWait(action);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
	}
}
