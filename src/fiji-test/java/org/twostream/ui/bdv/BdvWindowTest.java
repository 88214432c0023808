
package org.twostream.ui.bdv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.plugin.PluginService;
import org.scijava.ui.behaviour.io.gui.CommandDescriptionsBuilder;
import org.twostream.review.session.ReviewWindowKind;
import org.twostream.ui.DisplayProcess;

import bdv.KeyConfigScopes;

/**
 * The window before mouse and keys, in a process of its own since tests run
 * without a display: {@link BdvWindowCheck}.
 */
@Timeout(1000)
class BdvWindowTest {

	private static final int SECONDS = 900;

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
		Assumptions.assumeTrue(DisplayProcess.isPossible(),
			"Skipped: there is no display, and Xvfb is not installed.");
		final DisplayProcess.Ended ended = DisplayProcess.run(folder, SECONDS,
			BdvWindowCheck.class, Files.createDirectory(folder.resolve("check"))
				.toString());
		assertEquals(0, ended.code(), ended::output);
		assertTrue(ended.output().contains("right: the robot's answers"));
	}
}
