
package org.twostream.install;

import java.nio.file.Path;
import java.util.List;

/**
 * What an installation changes.
 *
 * @param application where
 * @param version of TwoStream
 * @param items one per jar, TwoStream's own last
 * @param removed paths of an earlier version of TwoStream that go
 */
public record Plan(Application application, String version, List<Item> items,
		List<String> removed) {

	/** What happens to a jar. */
	public enum Action {
			/** It is copied. */
			ADD,
			/** The application's own is used. */
			KEEP,
			/** An earlier installation put it already. */
			STAY
	}

	/**
	 * One jar.
	 *
	 * @param action what happens
	 * @param path from the application's folder, with "/": where it goes or is
	 * @param version ours, or of KEEP the application's
	 * @param bytes size of the file
	 * @param source where ours lies
	 */
	public record Item(Action action, String path, String version, long bytes,
			Path source) {
	}

	public Plan {
		items = List.copyOf(items);
		removed = List.copyOf(removed);
	}

	/** Items of one kind. */
	public List<Item> items(final Action action) {
		return items.stream().filter(i -> i.action == action).toList();
	}

	/** Bytes that are copied. */
	public long bytes() {
		return items(Action.ADD).stream().mapToLong(Item::bytes).sum();
	}

	/** Whether carrying it out would change nothing. */
	public boolean isDone() {
		return items(Action.ADD).isEmpty() && removed.isEmpty();
	}
}
