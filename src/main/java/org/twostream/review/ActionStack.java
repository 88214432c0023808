
package org.twostream.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events in actions, one upon the other. An action comes to lie where its first
 * event was pushed and is gone with its last.
 */
final class ActionStack {

	private final TreeMap<Integer, Map<String, Verdict>> actions =
		new TreeMap<>();
	private final Map<String, Integer> places = new HashMap<>();
	/** By uuid of an event. */
	private final Map<String, String> actionOf = new HashMap<>();
	private int next;

	void push(final String action, final Verdict v) {
		final int place = places.computeIfAbsent(action, a -> next++);
		actions.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(v.uuid(), v);
		actionOf.put(v.uuid(), action);
	}

	void remove(final Verdict v) {
		final String action = actionOf.remove(v.uuid());
		if (action == null) return;
		final Map<String, Verdict> events = actions.get(places.get(action));
		events.remove(v.uuid());
		if (events.isEmpty()) actions.remove(places.remove(action));
	}

	void clear() {
		actions.clear();
		places.clear();
		actionOf.clear();
	}

	/** The action that holds the event. */
	Optional<String> actionOf(final String uuid) {
		return Optional.ofNullable(actionOf.get(uuid));
	}

	Optional<List<Verdict>> top() {
		return actions.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(
			actions.lastEntry().getValue().values()));
	}
}
