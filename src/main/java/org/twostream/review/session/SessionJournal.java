
package org.twostream.review.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.twostream.core.UserError;
import org.twostream.review.EditHistory;
import org.twostream.review.Journal;
import org.twostream.review.JournalFolder;
import org.twostream.review.ReviewContext;
import org.twostream.review.Verdict;
import org.twostream.review.Verdicts;

/**
 * What all journals of a folder say, and one annotator's own, which is written
 * to. Listeners hear of what is on disk. Read by any thread, written by one.
 */
final class SessionJournal implements AutoCloseable {

	private final JournalFolder journals;
	private final ReviewContext context;
	private final Journal journal;
	private final SessionListeners listeners;
	private volatile Verdicts verdicts;
	private volatile SessionAnswers answers;

	/**
	 * @throws UserError if the journals cannot be read or the folder cannot be
	 *           written to
	 */
	SessionJournal(final ReviewSession.Setup setup,
		final SessionListeners listeners)
	{
		context = setup.context();
		this.listeners = listeners;
		journals = new JournalFolder(setup.folder());
		verdicts = journals.read();
		journal = Journal.open(setup.folder(), setup.annotator());
		answers = state();
	}

	Path path() {
		return journal.path();
	}

	String annotator() {
		return journal.annotator();
	}

	List<String> problems() {
		return verdicts.problems();
	}

	SessionAnswers answers() {
		return answers;
	}

	/** @param now ns, of {@link System#nanoTime} */
	void record(final List<Asked> asked, final ShownItems shown, final long now) {
		final List<Verdict> events = journal.recordAll(asked.stream().map(a -> a
			.entry(context, shown, now)).toList());
		verdicts = verdicts.plus(events);
		final Set<Integer> rows = new TreeSet<>();
		for (int i = 0; i < asked.size(); i++) {
			answers.add(asked.get(i).row(), events.get(i));
			rows.add(asked.get(i).row());
		}
		listeners.tell(l -> l.answered(rows));
	}

	/**
	 * Records the place of a missed object.
	 *
	 * @return empty if this annotator marked that very object before
	 */
	Optional<Verdict> mark(final Journal.Entry entry) {
		if (answers.hasMissed(entry.anchor(), annotator())) return Optional.empty();
		final Verdict v = journal.record(entry);
		verdicts = verdicts.plus(List.of(v));
		answers.addMissed(v);
		return Optional.of(v);
	}

	void undo() {
		takeBack(EditHistory.of(verdicts, annotator()).toUndo());
	}

	void redo() {
		takeBack(EditHistory.of(verdicts, annotator()).toRedo());
	}

	private void takeBack(final Optional<List<Verdict>> events) {
		if (events.isEmpty()) return;
		verdicts = verdicts.plus(journal.undoAll(events.get()));
		renew();
	}

	/** Somebody else wrote. */
	void rereadOrTell() {
		try {
			verdicts = journals.read();
			renew();
		}
		catch (final UserError e) {
			listeners.failed(e);
		}
	}

	private void renew() {
		final SessionAnswers before = answers;
		answers = state();
		final Set<Integer> rows = answers.difference(before);
		if (!rows.isEmpty()) listeners.tell(l -> l.answered(rows));
		if (!answers.missed().equals(before.missed())) listeners.tell(
			SessionListener::missedChanged);
	}

	private SessionAnswers state() {
		return SessionAnswers.of(verdicts, context, annotator());
	}

	@Override
	public void close() {
		journal.close();
	}
}
