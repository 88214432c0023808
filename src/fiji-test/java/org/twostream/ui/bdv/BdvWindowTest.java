
package org.twostream.ui.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.plugin.PluginService;
import org.scijava.ui.behaviour.io.gui.CommandDescriptionsBuilder;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.ui.page.VirtualDisplay;

import bdv.KeyConfigScopes;

/**
 * The window before mouse and keys, in a process of its own since tests run
 * without a display: {@link BdvWindowCheck}.
 */
@Timeout(400)
class BdvWindowTest {

	private static final int SECONDS = 360;

	@TempDir
	Path folder;

	@Test
	void itIsFoundAsAService() {
		assertTrue(ServiceLoader.load(ReviewWindowKind.class).stream().anyMatch(
			p -> p.type() == BdvKind.class));
	}

	@Test
	void itsKeysAreOnTheKeymapPage() {
		try (Context context = new Context(PluginService.class)) {
			final CommandDescriptionsBuilder builder =
				new CommandDescriptionsBuilder();
			context.inject(builder);
			builder.discoverProviders(KeyConfigScopes.BIGDATAVIEWER);
			final var config = builder.build().createDefaultKeyconfig();
			for (final Command c : Command.values())
				assertEquals(1, config.getInputs(c.id(), CommandDescriptionList.CONTEXT)
					.size(), c.id());
		}
	}

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
				BdvWindowCheck.class.getName(), Files.createDirectory(folder.resolve(
					"check")).toString()).redirectErrorStream(true).redirectOutput(out
						.toFile());
			builder.environment().put("DISPLAY", display.name());
			// BigDataViewer's settings of whoever runs this do not count.
			builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config")
				.toString());
			final Process check = builder.start();
			try {
				assertTrue(check.waitFor(SECONDS, TimeUnit.SECONDS), () -> read(out));
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
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
