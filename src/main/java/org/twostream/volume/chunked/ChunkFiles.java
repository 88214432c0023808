
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.twostream.core.AtomicFile;
import org.twostream.core.UserError;

/**
 * Chunks that are a file each. A chunk is written to a temporary file beside it
 * and renamed, so a reader or the end of this process sees the old chunk, none
 * or the new one. What was written is forced to disk by {@link #sync}, and
 * every {@value #BATCH} chunks, since forcing each costs more than compressing
 * it. Thread-safe.
 */
final class ChunkFiles implements ChunkSource {

	private static final int BATCH = 1024;
	private static final int SYNC_THREADS = 8;
	// Windows lets nobody open a folder, and keeps its entries by a journal.
	private static final boolean FOLDERS_SYNC = java.io.File.separatorChar == '/';

	private final Path folder;
	private final ArrayLayout.ChunkKeys keys;
	private final String temporary = "." + UUID.randomUUID().toString().substring(
		0, 8) + ".tmp";
	private final ConcurrentLinkedQueue<Path> unsynced =
		new ConcurrentLinkedQueue<>();
	private final AtomicInteger pending = new AtomicInteger();

	ChunkFiles(final Path folder, final ArrayLayout.ChunkKeys keys) {
		this.folder = folder;
		this.keys = keys;
	}

	@Override
	public Path file(final long[] index) {
		return folder.resolve(keys.key(index));
	}

	@Override
	public boolean load(final long[] index, final Bytes into,
		final Scratch scratch) throws IOException
	{
		try (FileChannel channel = FileChannel.open(file(index),
			StandardOpenOption.READ))
		{
			final long size = channel.size();
			if (size > Integer.MAX_VALUE - 64) throw new IOException("it has " +
				size + " bytes");
			read(channel, 0, (int) size, into, scratch);
			return true;
		}
		catch (final NoSuchFileException e) {
			checkThere(folder);
			return false;
		}
	}

	/**
	 * A chunk that is not there reads as nothing; a volume that is not there any
	 * more must not.
	 */
	static void checkThere(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException(folder +
			" is not there any more");
	}

	/** Reads a range of a file; what lies behind its end is an error. */
	static void read(final FileChannel channel, final long from, final int n,
		final Bytes into, final Scratch scratch) throws IOException
	{
		into.resize(n);
		int got = 0;
		while (got < n) {
			final ByteBuffer io = scratch.io.clear();
			io.limit(Math.min(io.capacity(), n - got));
			if (channel.read(io, from + got) < 0) throw new IOException(
				"it is cut off");
			io.flip();
			final int part = io.remaining();
			io.get(into.array, got, part);
			got += part;
		}
	}

	/**
	 * Replaces a chunk.
	 *
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	void store(final long[] index, final Bytes bytes, final Scratch scratch) {
		final Path file = file(index);
		final Path partial = file.resolveSibling(file.getFileName() + temporary);
		try {
			try {
				write(partial, bytes, scratch);
			}
			catch (final NoSuchFileException e) {
				Files.createDirectories(file.getParent());
				write(partial, bytes, scratch);
			}
			Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			try {
				Files.deleteIfExists(partial);
			}
			catch (final IOException second) {
				e.addSuppressed(second);
			}
			throw AtomicFile.failure(file, e);
		}
		written(file);
	}

	private static void write(final Path file, final Bytes bytes,
		final Scratch scratch) throws IOException
	{
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE,
			StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))
		{
			int done = 0;
			while (done < bytes.length) {
				final ByteBuffer io = scratch.io.clear();
				final int part = Math.min(io.capacity(), bytes.length - done);
				io.put(bytes.array, bytes.offset + done, part).flip();
				while (io.hasRemaining())
					channel.write(io);
				done += part;
			}
		}
	}

	/** Removes a chunk, which then holds the fill value. */
	void remove(final long[] index) {
		final Path file = file(index);
		try {
			if (Files.deleteIfExists(file)) written(file);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(file, e);
		}
	}

	private void written(final Path file) {
		unsynced.add(file);
		if (pending.incrementAndGet() % BATCH == 0) sync();
	}

	/**
	 * Returns when all that was written before is on disk.
	 *
	 * @throws org.twostream.core.UserError if the disk refuses
	 */
	synchronized void sync() {
		final Set<Path> files = new LinkedHashSet<>();
		final Set<Path> folders = new LinkedHashSet<>();
		for (Path file = unsynced.poll(); file != null; file = unsynced.poll()) {
			files.add(file);
			folders.add(file.getParent());
		}
		forceAll(files, StandardOpenOption.WRITE);
		if (FOLDERS_SYNC) forceAll(withParents(folders), StandardOpenOption.READ);
	}

	/** Many at once: the file system then joins their journal entries. */
	private static void forceAll(final Set<Path> paths,
		final StandardOpenOption option)
	{
		if (paths.isEmpty()) return;
		final ExecutorService threads = Executors.newFixedThreadPool(Math.min(
			SYNC_THREADS, paths.size()));
		try {
			CompletableFuture.allOf(paths.stream().map(p -> CompletableFuture
				.runAsync(() -> force(p, option), threads)).toArray(
					CompletableFuture[]::new)).join();
		}
		catch (final CompletionException e) {
			if (e.getCause() instanceof UserError refusal) throw refusal;
			throw e;
		}
		finally {
			threads.shutdown();
		}
	}

	private Set<Path> withParents(final Set<Path> folders) {
		final Set<Path> all = new LinkedHashSet<>();
		for (Path f : folders)
			for (; f.startsWith(folder) && all.add(f); f = f.getParent()) {
				// a new folder is an entry in the one above
			}
		return all;
	}

	/** Makes the entries of a folder durable, where that is needed. */
	static void forceFolder(final Path folder) {
		if (FOLDERS_SYNC) force(folder, StandardOpenOption.READ);
	}

	private static void force(final Path path, final StandardOpenOption option) {
		try (FileChannel channel = FileChannel.open(path, option)) {
			channel.force(true);
		}
		catch (final NoSuchFileException e) {
			// removed since: its folder's entry is what counts
			return;
		}
		catch (final IOException e) {
			throw AtomicFile.failure(path, e);
		}
	}
}
