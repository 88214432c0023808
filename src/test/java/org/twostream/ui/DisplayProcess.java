
package org.twostream.ui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
		return hasXvfb() || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
	}

	private static boolean hasXvfb() {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(
			File.pathSeparator)).anyMatch(folder -> new File(folder, "Xvfb")
				.canExecute());
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
		if (!hasXvfb()) return run(System.getenv("DISPLAY"), folder, seconds, main,
			args);
		final Process server = new ProcessBuilder("Xvfb", "-displayfd", "1",
			"-screen", "0", "1600x1000x24", "-nolisten", "tcp").redirectError(
				ProcessBuilder.Redirect.DISCARD).start();
		try {
			final String number = new BufferedReader(new InputStreamReader(server
				.getInputStream(), StandardCharsets.US_ASCII)).readLine();
			if (number == null) throw new IOException("Xvfb did not start");
			return run(":" + number.trim(), folder, seconds, main, args);
		}
		finally {
			server.destroy();
			server.waitFor(10, TimeUnit.SECONDS);
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
		builder.environment().put("DISPLAY", display);
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
