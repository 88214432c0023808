
package org.twostream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.twostream.core.Answer;
import org.twostream.review.EditHistory;
import org.twostream.review.Journal;
import org.twostream.review.JournalTrial;
import org.twostream.review.Samples;
import org.twostream.review.Verdicts;

/**
 * Kills reviewers, lets two write at once, and times the way to the disk.
 * Arguments: a folder on the disk in question, kills, seconds. Figures in
 * docs/results/journal.md.
 */
public final class JournalBench {

	private static final int CLICKS = 3000;
	private static final int TILES = 24;

	private JournalBench() {}

	public static void main(final String... args) throws Exception {
		final Path home = Files.createTempDirectory(Path.of(args[0]), "journal");
		clicks(home.resolve("clicks"), 1);
		clicks(home.resolve("tiles"), TILES);
		kill(home.resolve("killed"), Integer.parseInt(args[1]));
		two(home.resolve("two"), args[2] + "s");
	}

	private static void print(final String format, final Object... values) {
		System.out.println(String.format(Locale.ROOT, format, values));
	}

	private static void clicks(final Path folder, final int tiles) {
		final double[] millis = new double[CLICKS / tiles];
		try (Journal journal = Journal.open(folder, "Ann")) {
			for (int i = -20; i < millis.length; i++) {
				final int first = i + 20;
				final List<Journal.Entry> entries = IntStream.range(0, tiles).mapToObj(
					t -> Samples.entry(first * tiles + t, Answer.TRUE)).toList();
				final long start = System.nanoTime();
				journal.recordAll(entries);
				if (i >= 0) millis[i] = (System.nanoTime() - start) / 1e6;
			}
		}
		Arrays.sort(millis);
		print(
			"%d answer(s) per action, %d actions: median %.2f ms, 99 %% %.2f ms, longest %.1f ms",
			tiles, millis.length, millis[millis.length / 2], millis[millis.length *
				99 / 100], millis[millis.length - 1]);
		final long start = System.nanoTime();
		final Verdicts read = Verdicts.read(folder);
		final long mid = System.nanoTime();
		EditHistory.of(read, "Ann").toUndo();
		print("reading %d events: %.0f ms, what can be undone: %.1f ms", read
			.events().size(), (mid - start) / 1e6, (System.nanoTime() - mid) / 1e6);
	}

	private static void kill(final Path folder, final int times)
		throws IOException, InterruptedException
	{
		Files.createDirectories(folder);
		final JournalTrial trial = new JournalTrial(folder);
		final long start = System.nanoTime();
		trial.kill(times, 500, 1);
		found("SIGKILL " + times + " times", trial, start);
	}

	private static void two(final Path folder, final String howLong)
		throws IOException, InterruptedException
	{
		Files.createDirectories(folder);
		final JournalTrial trial = new JournalTrial(folder);
		final long start = System.nanoTime();
		for (final JournalTrial.Reviewer r : List.of(trial.start("Ann", howLong),
			trial.start("Bob", howLong)))
			r.finish();
		found("two annotators, " + howLong, trial, start);
	}

	private static void found(final String what, final JournalTrial trial,
		final long start)
	{
		final JournalTrial.Found f = trial.found();
		print(
			"%s: %.0f s, %d processes (%d killed before their first answer), %d events acknowledged, %d lost, %d read that were under way, %d lines torn",
			what, (System.nanoTime() - start) / 1e9, f.processes(), f.silent(), f
				.acknowledged(), f.lost(), f.unacknowledged(), f.problems().size());
		f.problems().stream().limit(3).forEach(p -> print("  %s", p));
	}
}
