
package org.twostream.volume.chunked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.twostream.core.AtomicFile;

/**
 * Makes a folder with its first files so that, whatever ends the program, it is
 * there whole or not at all: who finds it may go on writing in it.
 */
final class WholeFolder {

	private WholeFolder() {}

	/**
	 * @param folder to be; missing or empty now; its parents are made
	 * @param content writes into the folder that it is given
	 * @throws org.twostream.core.UserError if the disk refuses or there is
	 *           something in the folder
	 */
	static void create(final Path folder, final Consumer<Path> content) {
		final Path absolute = folder.toAbsolutePath();
		final Path partial = absolute.resolveSibling("." + absolute.getFileName() +
			"." + UUID.randomUUID().toString().substring(0, 8) + ".tmp");
		try {
			Files.createDirectories(partial);
			content.accept(partial);
			ChunkFiles.forceFolder(partial);
			Files.move(partial, absolute, StandardCopyOption.ATOMIC_MOVE);
			ChunkFiles.forceFolder(absolute.getParent());
		}
		catch (final IOException e) {
			delete(partial, e);
			throw AtomicFile.failure(folder, e);
		}
		catch (final RuntimeException e) {
			delete(partial, e);
			throw e;
		}
	}

	private static void delete(final Path folder, final Exception cause) {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
		catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}
}
