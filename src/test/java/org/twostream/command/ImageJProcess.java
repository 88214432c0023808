
package org.twostream.command;

import java.awt.Component;
import java.awt.MenuComponent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.twostream.ui.VirtualDisplay;

/**
 * Plain ImageJ as a process of its own, with TwoStream as its only plugin:
 * headless as ij1-patcher makes it, or on a display.
 */
final class ImageJProcess {

	private static final Pattern TOOLKIT = Pattern.compile(
		"\\] ((?:java\\.awt|javax\\.swing|sun\\.awt|sun\\.lwawt)\\.\\S+) ");

	private final Path folder;
	private final String display;

	/**
	 * @param folder for the application's files and its output
	 * @param display "" for none
	 */
	ImageJProcess(final Path folder, final String display) throws IOException {
		this.folder = folder;
		this.display = display;
		final Path plugins = Files.createDirectories(folder.resolve("plugins"));
		try (OutputStream out = Files.newOutputStream(plugins.resolve(
			"TwoStream_.jar")); JarOutputStream jar = new JarOutputStream(out))
		{
			jar.putNextEntry(new ZipEntry("plugins.config"));
			jar.write(Files.readAllBytes(Path.of("target/classes/plugins.config")));
		}
	}

	/** Runs a main class to its end and returns its exit code. */
	int run(final Class<?> main, final String... words) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(),
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=" +
				display.isEmpty(), "-Duser.home=" + System.getProperty("user.home"),
			"-Djava.util.prefs.userRoot=" + folder, "-Xlog:class+load:file=" + folder
				.resolve("classes.txt"), "-cp", System.getProperty("java.class.path"),
			main.getName(), folder.toString()));
		command.addAll(List.of(words));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(
			folder.resolve("out").toFile()).redirectError(folder.resolve("err")
				.toFile());
		if (display.isEmpty()) builder.environment().remove("DISPLAY");
		else VirtualDisplay.use(builder, display);
		final Process process = builder.start();
		if (!process.waitFor(5, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new AssertionError("ImageJ did not end: " + text("out") + text(
				"err"));
		}
		return process.exitValue();
	}

	/** What it wrote: out or err. */
	String text(final String stream) throws IOException {
		return Files.readString(folder.resolve(stream));
	}

	/**
	 * The classes of windows and of what can only be in windows, and those of a
	 * system's windows, that were loaded. Fonts and images need none of them.
	 */
	Set<String> windowClasses() throws IOException {
		try (Stream<String> lines = Files.lines(folder.resolve("classes.txt"),
			StandardCharsets.ISO_8859_1))
		{
			return lines.map(TOOLKIT::matcher).filter(Matcher::find).map(m -> m.group(
				1)).filter(n -> !n.contains("$$Lambda") && isWindow(n)).collect(
					Collectors.toCollection(TreeSet::new));
		}
	}

	private static boolean isWindow(final String name) {
		if (name.matches("sun\\.(awt\\.X11|awt\\.windows|lwawt)\\..*")) return true;
		try {
			final Class<?> type = Class.forName(name, false, ImageJProcess.class
				.getClassLoader());
			return Component.class.isAssignableFrom(type) || MenuComponent.class
				.isAssignableFrom(type);
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}
}
