
package org.twostream.review.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.twostream.review.session.ReviewScene;
import org.twostream.review.session.ReviewSession;
import org.twostream.roi.Roi;

/**
 * Reads the sections through objects on a thread of its own. Thread-safe;
 * nobody waits here.
 */
final class StripReader implements AutoCloseable {

	/** Pictures of a strip. */
	static final int MOST = 10;

	private static final int KEPT = 8;

	private final ReviewSession session;
	private final Runnable arrived;
	private final ExecutorService executor = Executors.newSingleThreadExecutor(
		r -> {
			final Thread thread = new Thread(r, "TwoStream sections");
			thread.setDaemon(true);
			return thread;
		});
	private final Map<Integer, List<SectionPicture>> strips =
		new LinkedHashMap<>();
	private final Map<Integer, String> failures = new HashMap<>();
	private List<Integer> wanted = List.of();

	/** @param arrived called on the thread of the reader */
	StripReader(final ReviewSession session, final Runnable arrived) {
		this.session = session;
		this.arrived = arrived;
	}

	/** The strip of an item, empty if it is not here yet. */
	synchronized Optional<List<SectionPicture>> get(final int item) {
		return Optional.ofNullable(strips.get(item));
	}

	/** Why it could not be read. */
	synchronized Optional<String> failure(final int item) {
		return Optional.ofNullable(failures.get(item));
	}

	/** Reads these, and those wanted before no longer. */
	synchronized void want(final List<Integer> items) {
		wanted = List.copyOf(items);
		failures.clear();
		for (final int item : items)
			if (!strips.containsKey(item) && !executor.isShutdown()) executor.execute(
				() -> read(item));
	}

	private synchronized boolean isWanted(final int item) {
		return wanted.contains(item) && !strips.containsKey(item);
	}

	private void read(final int item) {
		if (!isWanted(item)) return;
		try {
			final ReviewScene scene = session.scene();
			final Roi roi = session.context().table().get(session.items().get(item)
				.row());
			keep(item, SectionFrame.strip(roi, scene.raw().info().box(), session
				.context().table().voxelSize(), scene.patchNm(), MOST).stream().map(
					frame -> SectionPicture.read(scene, roi, frame)).toList());
		}
		catch (final RuntimeException e) {
			fail(item, e);
		}
		arrived.run();
	}

	private synchronized void keep(final int item,
		final List<SectionPicture> strip)
	{
		strips.put(item, strip);
		while (strips.size() > KEPT)
			strips.remove(strips.keySet().iterator().next());
	}

	private synchronized void fail(final int item, final RuntimeException e) {
		failures.put(item, String.valueOf(e.getMessage()));
	}

	@Override
	public synchronized void close() {
		wanted = List.of();
		executor.shutdown();
	}
}
