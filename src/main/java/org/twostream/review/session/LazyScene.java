
package org.twostream.review.session;

import java.util.function.Supplier;

/** A scene that is opened by whoever needs it first. Thread-safe. */
final class LazyScene implements AutoCloseable {

	private final Supplier<ReviewScene> source;
	private ReviewScene scene;

	LazyScene(final Supplier<ReviewScene> source) {
		this.source = source;
	}

	synchronized ReviewScene get() {
		if (scene == null) scene = source.get();
		return scene;
	}

	@Override
	public synchronized void close() {
		if (scene != null) scene.close();
	}
}
