
package org.twostream.loop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.AtomicFile;
import org.twostream.core.Json;

/**
 * A numbered result being made in NNN.partial; it appears under its own name
 * only when it is whole. One process at a time holds it.
 */
final class Pending implements AutoCloseable {

	private static final String LOCK = ".lock";

	private final Project project;
	private final Kind kind;
	private final String id;
	private final Json settings;
	private final FileChannel channel;
	private final long started = System.nanoTime();

	private Pending(final Project project, final Kind kind, final String id,
		final Json settings, final FileChannel channel)
	{
		this.project = project;
		this.kind = kind;
		this.id = id;
		this.settings = settings;
		this.channel = channel;
	}

	/** Takes the result if no other process has it. */
	static Optional<Pending> lock(final Project project, final Kind kind,
		final String id, final Json settings)
	{
		final Path file = home(project, kind).resolve(id + ".partial").resolve(
			LOCK);
		try {
			final FileChannel channel = FileChannel.open(file,
				StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			try {
				final FileLock lock = channel.tryLock();
				if (lock != null) return Optional.of(new Pending(project, kind, id,
					settings, channel));
			}
			catch (final OverlappingFileLockException e) {
				// held by another thread of this process: as good as another process
				channel.close();
				return Optional.empty();
			}
			channel.close();
			return Optional.empty();
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	private static Path home(final Project project, final Kind kind) {
		return project.folder().resolve(kind.folder());
	}

	String id() {
		return id;
	}

	/** The folder to write into, NNN.partial. */
	Path folder() {
		return home(project, kind).resolve(id + ".partial");
	}

	/** Makes NNN.partial the finished folder. */
	StepResult finish(final Json figures, final Map<String, String> summary) {
		return finish(figures, summary, "");
	}

	/**
	 * Makes one folder inside NNN.partial the finished result.
	 *
	 * @param figures what the step found, for later steps
	 * @param summary the same for people
	 * @param inner name of the folder, or "" for NNN.partial itself
	 */
	StepResult finish(final Json figures, final Map<String, String> summary,
		final String inner)
	{
		try {
			final Path result = project.path(kind, id);
			Files.deleteIfExists(folder().resolve("settings.json"));
			record(figures, summary);
			close();
			Files.deleteIfExists(folder().resolve(LOCK));
			Files.move(folder().resolve(inner), result,
				StandardCopyOption.ATOMIC_MOVE);
			Folders.delete(folder());
			return result(result, summary);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(project.path(kind, id), e);
		}
	}

	/**
	 * Makes files inside NNN.partial the finished result; the last one named
	 * appears last.
	 */
	StepResult finishFiles(final Json figures, final Map<String, String> summary,
		final List<String> endings)
	{
		try {
			record(figures, summary);
			close();
			for (final String ending : endings)
				Files.move(folder().resolve(id + ending), home(project, kind).resolve(
					id + ending), StandardCopyOption.ATOMIC_MOVE);
			Folders.delete(folder());
			return result(project.path(kind, id), summary);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(project.path(kind, id), e);
		}
	}

	private StepResult result(final Path path,
		final Map<String, String> summary)
	{
		return new StepResult(settings.string("step"), id, path, summary);
	}

	private void record(final Json figures, final Map<String, String> summary) {
		new Json().put("settings", settings).put("figures", figures).put("summary",
			summary).put("seconds", Math.round((System.nanoTime() - started) / 1e8) /
				10.0).put("finished", Instant.now().toString()).put("software", Software
					.version()).write(home(project, kind).resolve(id + ".json"));
	}

	/** Lets go of the result, finished or not. */
	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw AtomicFile.failure(folder(), e);
		}
	}
}
