
package org.twostream.ui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A display that nobody sees, on a free number. What moves the mouse does not
 * do it on the screen at which somebody works.
 */
public final class VirtualDisplay implements AutoCloseable {

	private final Process server;
	private final String name;

	private VirtualDisplay(final Process server, final String name) {
		this.server = server;
		this.name = name;
	}

	/** Whether Xvfb is installed. */
	static boolean isInstalled() {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(
			File.pathSeparator)).anyMatch(folder -> new File(folder, "Xvfb")
				.canExecute());
	}

	/** Starts Xvfb, empty where that is not installed. */
	public static Optional<VirtualDisplay> start() throws IOException {
		if (!isInstalled()) return Optional.empty();
		// -r: on a busy machine a key would repeat before it is let go
		final Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-r",
			"-screen", "0", "1700x1000x24", "-nolisten", "tcp").redirectError(
				ProcessBuilder.Redirect.DISCARD).start();
		final String number = new BufferedReader(new InputStreamReader(server
			.getInputStream(), StandardCharsets.US_ASCII)).readLine();
		if (number == null) throw new IOException("Xvfb did not start");
		return Optional.of(new VirtualDisplay(server, ":" + number.trim()));
	}

	/** For the environment variable DISPLAY. */
	public String name() {
		return name;
	}

	/** Lets a process to be started open its windows on a display. */
	public static void use(final ProcessBuilder builder, final String display) {
		builder.environment().put("DISPLAY", display);
		// Java looks at a display at rest twice a second only, and a robot waits.
		builder.environment().put("_AWT_MAX_POLL_TIMEOUT", "10");
	}

	@Override
	public void close() throws InterruptedException {
		server.destroy();
		server.waitFor(10, TimeUnit.SECONDS);
	}
}
