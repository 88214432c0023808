
package org.twostream.review;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All events of all journals of a folder, merged. Immutable.
 *
 * @param events by time; those of one file keep their order; each uuid once, so
 *          a copied journal does no harm
 * @param problems lines that could not be read, one sentence each
 */
public record Verdicts(List<Verdict> events, List<String> problems) {

	public Verdicts {
		events = List.copyOf(events);
		problems = List.copyOf(problems);
	}

	/**
	 * Reads every {@code *.jsonl} of the folder. A line that breaks off at the
	 * end of a file, or is damaged inside it, is reported in {@link #problems}
	 * and costs no other line.
	 *
	 * @param folder may be missing: no events
	 * @throws org.twostream.core.UserError if the folder or a file cannot be read
	 */
	public static Verdicts read(final Path folder) {
		return new JournalFolder(folder).read();
	}

	/** Only what had been recorded by then. */
	public Verdicts at(final Instant time) {
		return new Verdicts(events.stream().filter(v -> !v.time().isAfter(time))
			.toList(), problems);
	}

	/** Only what belongs to a batch of queries. */
	public Verdicts ofBatch(final String batch) {
		return new Verdicts(events.stream().filter(v -> v.batch().equals(batch))
			.toList(), problems);
	}

	/**
	 * The answers that hold: not undone, no mere checks of the annotator, and of
	 * each annotator the last to each ROI. An adjudication does not replace what
	 * the same annotator had said before.
	 */
	public List<Verdict> current() {
		record Slot(String annotator, Anchor.Key roi, boolean adjudication) {
		}
		final Map<Slot, Verdict> latest = new LinkedHashMap<>();
		for (final Verdict v : standing())
			if (!v.purpose().isCheck()) latest.put(new Slot(v.annotator(), v.anchor()
				.key(), v.purpose() == Purpose.ADJUDICATION), v);
		return List.copyOf(latest.values());
	}

	/** All answers that are not undone, checks and replaced ones among them. */
	public List<Verdict> standing() {
		final Set<String> undone = undone();
		return events.stream().filter(v -> !v.isUndo() && !undone.contains(v
			.uuid())).toList();
	}

	/** The same and some that were recorded later. */
	public Verdicts plus(final List<Verdict> later) {
		final List<Verdict> all = new ArrayList<>(events);
		all.addAll(later);
		return new Verdicts(all, problems);
	}

	/**
	 * This annotator's last event that {@link Journal#undo} can take back: the
	 * last answer not undone.
	 */
	public java.util.Optional<Verdict> lastOf(final String annotator) {
		final Set<String> undone = undone();
		return events.stream().filter(v -> v.annotator().equals(annotator) && !v
			.isUndo() && !undone.contains(v.uuid())).reduce((a, b) -> b);
	}

	// An event is undone if an undoing of it stands, which is so if that is not
	// undone itself. An undoing comes after what it undoes, so from the last one
	// back each is settled before it is needed.
	private Set<String> undone() {
		final Map<String, Integer> position = new HashMap<>();
		for (int i = 0; i < events.size(); i++)
			position.put(events.get(i).uuid(), i);
		final Set<String> undone = new HashSet<>();
		for (int i = events.size() - 1; i >= 0; i--) {
			final Verdict v = events.get(i);
			if (v.isUndo() && !undone.contains(v.uuid()) && position.getOrDefault(v
				.undoes(), i) < i) undone.add(v.undoes());
		}
		return undone;
	}
}
