
package org.twostream.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

	@TempDir
	Path folder;

	@Test
	void replacesTheWholeFile() throws IOException {
		final Path file = folder.resolve("a/b.txt");
		AtomicFile.write(file, "first, and longer");
		AtomicFile.write(file, "second");
		assertEquals("second", Files.readString(file));
	}

	@Test
	void aFailureHalfWayLeavesTheOldFileAndNoOther() throws IOException {
		final Path file = folder.resolve("a.txt");
		AtomicFile.write(file, "old");
		final UserError e = assertThrows(UserError.class, () -> AtomicFile.write(
			file, out -> {
				out.write(new byte[100_000]);
				throw new FileSystemException(file.toString(), null,
					"No space left on device");
			}));
		assertTrue(e.getMessage().contains("No space left on device"), e
			.getMessage());
		assertEquals("old", Files.readString(file));
		try (Stream<Path> names = Files.list(folder)) {
			assertEquals(1, names.count());
		}
	}
}
