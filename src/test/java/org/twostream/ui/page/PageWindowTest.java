
package org.twostream.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.ui.VirtualDisplay;

/**
 * The window before mouse and keys, in a process of its own since tests run
 * without a display: {@link PageWindowCheck}.
 */
@Timeout(180)
class PageWindowTest {

	@TempDir
	Path folder;

	@Test
	void mouseAndKeysDoInTheJournalWhatTheySay() throws Exception {
		final Optional<VirtualDisplay> started = VirtualDisplay.start();
		Assumptions.assumeTrue(started.isPresent(),
			"Skipped: Xvfb is not installed, so no window can be opened unseen.");
		try (VirtualDisplay display = started.get()) {
			final Path out = folder.resolve("out");
			final ProcessBuilder builder = new ProcessBuilder(Path.of(System
				.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp",
				System.getProperty("java.class.path"), "-Djava.awt.headless=false",
				PageWindowCheck.class.getName(), Files.createDirectory(folder.resolve(
					"check")).toString()).redirectErrorStream(true).redirectOutput(out
						.toFile());
			VirtualDisplay.use(builder, display.name());
			final Process check = builder.start();
			try {
				assertTrue(check.waitFor(150, TimeUnit.SECONDS), () -> read(out));
				assertEquals(0, check.exitValue(), () -> read(out));
				assertTrue(read(out).contains("right: the robot's answers"));
			}
			finally {
				check.destroyForcibly();
			}
		}
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
