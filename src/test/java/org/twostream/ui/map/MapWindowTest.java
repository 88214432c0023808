
package org.twostream.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.ui.DisplayProcess;

/** The window before mouse and keys: {@link MapWindowCheck}. */
@Timeout(400)
class MapWindowTest {

	private static final int SECONDS = 300;

	@TempDir
	Path folder;

	@Test
	void mouseAndKeysChooseAndAnswer() throws Exception {
		Assumptions.assumeTrue(DisplayProcess.isPossible(),
			"Skipped: there is neither Xvfb nor DISPLAY.");
		final DisplayProcess.Ended ended = DisplayProcess.run(folder, SECONDS,
			MapWindowCheck.class, Files.createDirectory(folder.resolve("check"))
				.toString());
		assertEquals(0, ended.code(), ended::output);
		assertTrue(ended.output().contains("right: the page beside"));
	}
}
