
package org.twostream.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class before a display, in a process of its own since tests run
 * without one: on an Xvfb of its own, so that no robot moves a mouse that
 * somebody holds, else on DISPLAY.
 */
public final class DisplayProcess {

	private DisplayProcess() {}

	/** Whether there is a display to be had; if not, skip and say so. */
	public static boolean isPossible() {
		return VirtualDisplay.isInstalled() || !System.getenv().getOrDefault(
			"DISPLAY", "").isEmpty();
	}

	/**
	 * @param code what the process ended with, -1 if it was too slow
	 * @param output of the process
	 */
	public record Ended(int code, String output) {
	}

	/** Runs a main class and waits for its end, for at most so many seconds. */
	public static Ended run(final Path folder, final int seconds,
		final Class<?> main, final String... args) throws Exception
	{
		final Optional<VirtualDisplay> started = VirtualDisplay.start();
		if (started.isEmpty()) return run(System.getenv("DISPLAY"), folder, seconds,
			main, args);
		try (VirtualDisplay display = started.get()) {
			return run(display.name(), folder, seconds, main, args);
		}
	}

	private static Ended run(final String display, final Path folder,
		final int seconds, final Class<?> main, final String... args)
		throws Exception
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp",
			System.getProperty("java.class.path"), "-Djava.awt.headless=false", main
				.getName()));
		command.addAll(List.of(args));
		final Path out = folder.resolve("output.txt");
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true).redirectOutput(out.toFile());
		VirtualDisplay.use(builder, display);
		final Process process = builder.start();
		try {
			final boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
			return new Ended(ended ? process.exitValue() : -1, Files.readString(out));
		}
		finally {
			process.destroyForcibly();
		}
	}
}
