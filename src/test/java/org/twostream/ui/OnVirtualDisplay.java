
package org.twostream.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.twostream.ui.page.VirtualDisplay;

/**
 * Runs another main class in a process of its own on a display that nobody
 * sees, such as the robots and the makers of pictures, which move the mouse.
 * Arguments: the class, and its arguments. Ends with the exit code of that
 * process, or with 3 where Xvfb is not installed.
 */
public final class OnVirtualDisplay {

	private static final int NO_DISPLAY = 3;

	private OnVirtualDisplay() {}

	public static void main(final String[] args) throws Exception {
		System.exit(run(args));
	}

	private static int run(final String[] args) throws IOException,
		InterruptedException
	{
		final var started = VirtualDisplay.start();
		if (started.isEmpty()) {
			System.err.println(
				"Xvfb is not installed, so no window can be opened unseen.");
			return NO_DISPLAY;
		}
		try (VirtualDisplay display = started.get()) {
			final List<String> command = new ArrayList<>(List.of(Path.of(System
				.getProperty("java.home"), "bin", "java").toString(), "-cp", System
					.getProperty("java.class.path"), "-Djava.awt.headless=false"));
			command.addAll(List.of(args));
			final ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
			builder.environment().put("DISPLAY", display.name());
			return builder.start().waitFor();
		}
	}
}
