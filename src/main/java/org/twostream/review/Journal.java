
package org.twostream.review;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.twostream.core.Answer;
import org.twostream.core.UserError;

/**
 * The append-only file of one annotator in one process,
 * {@code NAME-START.jsonl}, one event per line; the format is described in
 * docs/format/verdicts.md. When a method returns, its event is on disk and will
 * be read after {@code kill -9} or a power cut; when it throws, the event is
 * not recorded and all earlier ones still are. No two journals share a file, so
 * people may work in one folder at once without locks. Thread-safe.
 */
public final class Journal implements AutoCloseable {

	private static final DateTimeFormatter START = DateTimeFormatter.ofPattern(
		"yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

	private final Path path;
	private final String annotator;
	private final Clock clock;
	// Not a FileChannel: interrupting its thread would close that.
	private final RandomAccessFile file;
	private long end;
	private Instant last = Instant.EPOCH;

	private Journal(final Path path, final RandomAccessFile file,
		final String annotator, final Clock clock)
	{
		this.path = path;
		this.file = file;
		this.annotator = annotator;
		this.clock = clock;
	}

	/**
	 * Starts a new file.
	 *
	 * @param folder of the verdicts, made if missing
	 * @throws UserError if the name is empty or the folder cannot be written to
	 */
	public static Journal open(final Path folder, final String annotator) {
		return open(folder, annotator, Clock.systemUTC());
	}

	/** With a clock of its own. */
	public static Journal open(final Path folder, final String annotator,
		final Clock clock)
	{
		if (annotator.isBlank()) throw new UserError("annotator=\"" + annotator +
			"\" is empty; give the name of the person who answers.");
		final String name = annotator.trim().replaceAll("[^\\p{L}\\p{N}._-]+",
			"_") + "-";
		final String stem = name + START.format(clock.instant());
		try {
			Files.createDirectories(folder);
			for (int n = 1;; n++) {
				final Path path = folder.resolve(stem + (n == 1 ? "" : "-" + n) +
					".jsonl");
				try {
					Files.createFile(path);
				}
				catch (final FileAlreadyExistsException e) {
					continue; // another window of the same person and moment
				}
				syncFolder(folder);
				final Journal journal = new Journal(path, new RandomAccessFile(path
					.toFile(), "rw"), annotator.trim(), clock);
				journal.notBefore(JournalFolder.lastTime(folder, name, annotator
					.trim()));
				return journal;
			}
		}
		catch (final IOException e) {
			throw new UserError("Cannot make a journal of verdicts in " + folder +
				" (" + e.getClass().getSimpleName() + ": " + e.getMessage() +
				"); choose a project folder that you may write to.", e);
		}
	}

	// Without it a power cut may forget that the file was made.
	private static void syncFolder(final Path folder) {
		try (FileChannel channel = FileChannel.open(folder,
			StandardOpenOption.READ))
		{
			channel.force(true);
		}
		catch (final IOException e) {
			// Windows opens no folders, and needs no such thing.
			return;
		}
	}

	public Path path() {
		return path;
	}

	public String annotator() {
		return annotator;
	}

	/** What is to be recorded of one answer; see {@link Verdict}. */
	public record Entry(Anchor anchor, Answer answer, String reason, String batch,
			String model, long millisShown, Purpose purpose, Optional<Find> find) {

		/** An answer to a query. */
		public Entry(final Anchor anchor, final Answer answer, final String reason,
			final String batch, final String model, final long millisShown)
		{
			this(anchor, answer, reason, batch, model, millisShown, Purpose.QUERY,
				Optional.empty());
		}
	}

	/**
	 * Records an answer; it replaces this annotator's earlier answer to the same
	 * ROI.
	 *
	 * @return the event, on disk
	 * @throws UserError if it could not be written
	 */
	public Verdict record(final Entry entry) {
		return recordAll(List.of(entry)).get(0);
	}

	/**
	 * Records several answers as one action, with one wait for the disk: all or
	 * none.
	 */
	public synchronized List<Verdict> recordAll(final List<Entry> entries) {
		final String action = uuid();
		return append(entries.stream().map(e -> new Verdict(uuid(), e.anchor(), e
			.answer(), e.reason(), annotator, now(), e.batch(), e.model(), e
				.millisShown(), "", e.purpose(), action, e.find())).toList());
	}

	/**
	 * Takes back an event, whichever process recorded it; undoing an undoing
	 * brings the answer back.
	 *
	 * @return the event of undoing, on disk
	 * @throws UserError if it could not be written
	 */
	public Verdict undo(final Verdict v) {
		return undoAll(List.of(v)).get(0);
	}

	/** Takes back several events as one action: all or none. */
	public synchronized List<Verdict> undoAll(final List<Verdict> events) {
		final String action = uuid();
		events.forEach(v -> notBefore(v.time()));
		return append(events.stream().map(v -> new Verdict(uuid(), v.anchor(), v
			.answer(), "", annotator, now(), v.batch(), v.model(), -1, v.uuid(), v
				.purpose(), action, v.find())).toList());
	}

	private static String uuid() {
		return UUID.randomUUID().toString();
	}

	/**
	 * Always after the event before, even if the clock is set back or too coarse:
	 * what is read is put in order by time.
	 */
	private Instant now() {
		final Instant now = clock.instant();
		last = now.isAfter(last) ? now : last.plusNanos(1_000);
		return last;
	}

	private void notBefore(final Instant time) {
		if (time.isAfter(last)) last = time;
	}

	private List<Verdict> append(final List<Verdict> events) {
		final StringBuilder lines = new StringBuilder();
		for (final Verdict v : events)
			lines.append(v.line()).append('\n');
		final byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
		try {
			file.seek(end);
			file.write(bytes);
			file.getFD().sync();
			end += bytes.length;
			return events;
		}
		catch (final IOException e) {
			cutBack(e);
			throw new UserError("The answer was not recorded: cannot write " + path +
				" (" + e.getMessage() + "); free some space, then answer again.", e);
		}
	}

	// What stays behind of a failed event would otherwise be read as damage. If
	// even this fails, the next event is written over it.
	private void cutBack(final IOException cause) {
		try {
			file.setLength(end);
		}
		catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}

	/** Closes the file, and removes it if nothing was recorded. */
	@Override
	public synchronized void close() {
		try {
			file.close();
			if (end == 0) Files.deleteIfExists(path);
		}
		catch (final IOException e) {
			throw new UserError("Cannot close " + path + " (" + e.getMessage() +
				"); its verdicts are on disk, check the disk.", e);
		}
	}
}
