
package org.twostream.review.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a page shows tiles or, one item at a time, sections; and those that
 * were read. On the event thread of the page.
 */
final class LookAgain implements AutoCloseable {

	private final StripReader strips;
	private Optional<SecondLook> look = Optional.empty();
	private final Set<Integer> seen = new HashSet<>();

	LookAgain(final StripReader strips) {
		this.strips = strips;
	}

	Optional<SecondLook> now() {
		return look;
	}

	boolean isOn() {
		return look.isPresent();
	}

	/** Whether somebody has looked at an item. */
	boolean hasSeen(final int item) {
		return seen.contains(item);
	}

	void start(final SecondLook items) {
		look = items.isEmpty() ? Optional.empty() : Optional.of(items);
		read();
	}

	void stop() {
		look = Optional.empty();
	}

	/** Goes on or back; over the end means to stop. */
	void move(final int by) {
		if (look.isEmpty()) return;
		if (!look.get().move(by) && by > 0) stop();
		read();
	}

	private void read() {
		look.ifPresent(l -> {
			seen.add(l.item());
			final List<Integer> items = new ArrayList<>(List.of(l.item()));
			items.addAll(l.ahead());
			strips.want(items);
		});
	}

	Optional<List<SectionPicture>> strip() {
		return look.flatMap(l -> strips.get(l.item()));
	}

	Optional<String> failure() {
		return look.flatMap(l -> strips.failure(l.item()));
	}

	@Override
	public void close() {
		strips.close();
	}
}
