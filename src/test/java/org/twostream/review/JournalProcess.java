
package org.twostream.review;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.twostream.core.Answer;
import org.twostream.core.UserError;

/**
 * A reviewer in a process of its own that clicks as fast as it can and prints
 * each event once it is acknowledged, to be killed, starved and doubled.
 * Arguments: folder, annotator, number of actions or seconds as in 60s, and
 * mixed for single answers, runs of tiles, undo and redo instead of single
 * answers only.
 */
public final class JournalProcess {

	private static final int ROIS = 500;
	/**
	 * Events after which it forgets, so as to click for hours in little memory.
	 */
	private static final int MEMORY = 20_000;

	private final Journal journal;
	private EditHistory history;
	private int remembered;
	private final SplittableRandom random = new SplittableRandom(ProcessHandle
		.current().pid());
	private final PrintStream out = new PrintStream(new FileOutputStream(
		FileDescriptor.out), true, StandardCharsets.UTF_8);

	private JournalProcess(final Journal journal) {
		this.journal = journal;
		forget();
	}

	public static void main(final String... args) {
		final Path folder = Path.of(args[0]);
		final boolean mixed = args.length > 3 && args[3].equals("mixed");
		final boolean timed = args[2].endsWith("s");
		final int many = Integer.parseInt(args[2].replace("s", ""));
		final long end = System.nanoTime() + many * 1_000_000_000L;
		try (Journal journal = Journal.open(folder, args[1])) {
			final JournalProcess process = new JournalProcess(journal);
			for (int i = 0; timed ? System.nanoTime() < end : i < many; i++)
				if (mixed) process.mixed();
				else process.acknowledge(List.of(journal.record(Samples.entry(i,
					Answer.TRUE))));
		}
		catch (final UserError e) {
			System.out.println("refused: " + e.getMessage());
		}
	}

	private void mixed() {
		final int what = random.nextInt(20);
		final Optional<List<Verdict>> taken = what == 0 ? history.toRedo()
			: what < 4 ? history.toUndo() : Optional.empty();
		if (taken.isPresent()) acknowledge(journal.undoAll(taken.get()));
		else {
			final List<Journal.Entry> entries = new ArrayList<>();
			for (int n = what < 8 ? 1 + random.nextInt(24) : 1; n > 0; n--)
				entries.add(Samples.entry(random.nextInt(ROIS), Answer.values()[random
					.nextInt(3)]));
			acknowledge(journal.recordAll(entries));
		}
	}

	private void forget() {
		history = EditHistory.of(new Verdicts(List.of(), List.of()), journal
			.annotator());
		remembered = 0;
	}

	private void acknowledge(final List<Verdict> events) {
		remembered += events.size();
		if (remembered > MEMORY) forget();
		history.add(events);
		final StringBuilder lines = new StringBuilder();
		events.forEach(v -> lines.append(print(v)).append('\n'));
		out.print(lines);
		out.flush();
	}

	/** What is printed of an event. */
	static String print(final Verdict v) {
		return v.uuid() + " " + v.answer() + " " + v.anchor().roi() + " " + v
			.undoes();
	}
}
