
package org.twostream.review.session;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who hears of a session. Thread-safe. */
final class SessionListeners {

	private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

	void add(final SessionListener listener) {
		listeners.add(listener);
	}

	void remove(final SessionListener listener) {
		listeners.remove(listener);
	}

	void tell(final Consumer<SessionListener> event) {
		listeners.forEach(event);
	}

	/** Tells what could not be done. */
	void failed(final Throwable e) {
		final Throwable cause = e instanceof CompletionException && e
			.getCause() != null ? e.getCause() : e;
		tell(l -> l.failed(String.valueOf(cause.getMessage())));
	}
}
