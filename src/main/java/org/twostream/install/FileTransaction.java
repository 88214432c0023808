
package org.twostream.install;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

/**
 * Changes to a folder that happen as a whole or not at all: new files are first
 * copied beside their places, old ones moved aside, and everything is moved
 * back when anything fails.
 */
final class FileTransaction {

	private static final String STAGE = ".twostream-";
	private static final int BUFFER = 1 << 20;

	/** Undoes one step. */
	@FunctionalInterface
	private interface Undo {

		void run() throws IOException;
	}

	private record Put(Path source, String path) {
	}

	private final Path root;
	private final List<Put> puts = new ArrayList<>();
	private final List<String> removals = new ArrayList<>();
	private final Deque<Undo> undos = new ArrayDeque<>();
	private int aside;

	FileTransaction(final Path root) {
		this.root = root;
	}

	/** Later, copies a file; what lies there goes. */
	void put(final Path source, final String path) {
		puts.add(new Put(source, path));
	}

	/** Later, takes a file or an empty folder away. */
	void remove(final String path) {
		removals.add(path);
	}

	/**
	 * Does it all.
	 *
	 * @param last done after the changes and undone with them
	 * @throws UserError if a file cannot be read, written or moved; the folder is
	 *           as before
	 */
	void commit(final Progress progress, final Runnable last) {
		clearKilled();
		final Path stage = root.resolve(STAGE + UUID.randomUUID());
		try {
			Files.createDirectory(stage);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(stage, e);
		}
		try {
			final List<Path> copies = copy(stage, progress.part(0, 0.9));
			apply(stage, copies, progress.part(0.9, 1));
			last.run();
		}
		catch (final IOException e) {
			rollBack(e);
			throw new UserError("Cannot change " + root + " (" + e +
				"), which is as it was; free some space, close the application or choose a folder you may write to, then try again.",
				e);
		}
		catch (final RuntimeException | Error e) {
			rollBack(e);
			throw e;
		}
		finally {
			clear(stage);
		}
	}

	// What an earlier run left that was killed: copies, and old files of ours.
	private void clearKilled() {
		try (java.util.stream.Stream<Path> files = Files.list(root)) {
			files.filter(f -> f.getFileName().toString().startsWith(STAGE)).toList()
				.forEach(FileTransaction::clear);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(root, e);
		}
	}

	private List<Path> copy(final Path stage, final Progress progress)
		throws IOException
	{
		long total = 0;
		for (final Put put : puts)
			total += Files.size(put.source);
		final List<Path> copies = new ArrayList<>();
		long done = 0;
		for (final Put put : puts) {
			final Path copy = stage.resolve("new" + copies.size());
			copies.add(copy);
			final byte[] buffer = new byte[BUFFER];
			try (InputStream in = Files.newInputStream(put.source);
					FileOutputStream out = new FileOutputStream(copy.toFile()))
			{
				for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
					out.write(buffer, 0, n);
					done += n;
					progress.check();
					progress.report((double) done / Math.max(1, total), "Copying " +
						put.path);
				}
				out.getFD().sync();
			}
		}
		return copies;
	}

	private void apply(final Path stage, final List<Path> copies,
		final Progress progress) throws IOException
	{
		for (final String path : removals) {
			progress.check();
			moveAside(stage, path);
		}
		for (int i = 0; i < puts.size(); i++) {
			progress.check();
			final String path = puts.get(i).path;
			progress.report((double) i / puts.size(), "Placing " + path);
			makeFolders(root.relativize(root.resolve(path).getParent()));
			if (Files.exists(root.resolve(path))) moveAside(stage, path);
			move(copies.get(i), root.resolve(path));
		}
	}

	private void moveAside(final Path stage, final String path)
		throws IOException
	{
		final Path file = root.resolve(path);
		if (!path.endsWith("/")) move(file, stage.resolve("old" + aside++));
		else if (Files.isDirectory(file) && isEmpty(file)) {
			Files.delete(file);
			undos.push(() -> Files.createDirectory(file));
		}
	}

	private static boolean isEmpty(final Path folder) throws IOException {
		try (java.util.stream.Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	private void makeFolders(final Path folder) throws IOException {
		Path place = root;
		for (final Path name : folder) {
			place = place.resolve(name);
			if (Files.isDirectory(place)) continue;
			Files.createDirectory(place);
			final Path made = place;
			undos.push(() -> Files.delete(made));
		}
	}

	private void move(final Path from, final Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		undos.push(() -> Files.move(to, from, StandardCopyOption.ATOMIC_MOVE));
	}

	private void rollBack(final Throwable cause) {
		while (!undos.isEmpty())
			try {
				undos.pop().run();
			}
			catch (final IOException e) {
				cause.addSuppressed(e);
			}
	}

	// What is left in it is either copied or to be thrown away.
	private static void clear(final Path stage) {
		try (java.util.stream.Stream<Path> files = Files.list(stage)) {
			for (final Path file : files.toList())
				Files.delete(file);
			Files.delete(stage);
		}
		catch (final IOException e) {
			throw new UserError("Cannot remove the temporary folder " + stage + " (" +
				e.getMessage() + "); remove it by hand.", e);
		}
	}
}
