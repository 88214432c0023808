
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import ij.plugin.PlugIn;

/**
 * Fiji shows only what the index lists, which the annotation processor writes
 * when the build lets it.
 */
class PluginIndexTest {

	/** The classes that run, wherever they were compiled to. */
	private static final Path CLASSES = Path.of(Step.class.getProtectionDomain()
		.getCodeSource().getLocation().getPath());
	private static final Path INDEX = CLASSES.resolve(
		"META-INF/json/org.scijava.plugin.Plugin");
	private static final Pattern CLASS = Pattern.compile(
		"\"class\":\"(org\\.twostream\\.[^\"]+)\"");

	@Test
	void listsEveryPlugin() throws IOException {
		final Set<String> plugins = classes(c -> c.isAnnotationPresent(
			Plugin.class));
		assertTrue(plugins.contains(SampleImage.class.getName()));
		assertEquals(plugins, indexed());
	}

	@Test
	void stepsListEveryCommand() throws IOException {
		assertEquals(classes(c -> StepCommand.class.isAssignableFrom(c) && !Modifier
			.isAbstract(c.getModifiers())), Steps.names().stream().map(n -> Steps
				.command(n).getClass().getName()).collect(Collectors.toCollection(
					TreeSet::new)));
	}

	/** Every menu item of Fiji is one of plain ImageJ too. */
	@Test
	void plainImageJHasTheSameMenu() throws Exception {
		final Set<String> items = new TreeSet<>();
		for (final String name : indexed()) {
			final Class<?> type = Class.forName(name);
			final Plugin plugin = type.getAnnotation(Plugin.class);
			if (plugin.type() != Command.class) continue;
			final int leaf = plugin.menuPath().lastIndexOf('>');
			items.add(plugin.menuPath().substring(0, leaf) + ", \"" + plugin
				.menuPath().substring(leaf + 1) + "\", " + (StepCommand.class
					.isAssignableFrom(type) ? PlainImageJ.class.getName() + "(\"" + plugin
						.name() + "\")" : name));
		}
		final List<String> lines = Files.readAllLines(Path.of(
			"src/main/resources/plugins.config")).stream().filter(l -> !l.startsWith(
				"#")).toList();
		assertEquals(items, new TreeSet<>(lines));
		assertEquals(items.size(), lines.size());
		assertEquals(Steps.all().stream().map(Step::label).toList(), lines.stream()
			.filter(l -> l.contains("PlainImageJ")).map(l -> l.split("\"")[1])
			.toList(), "steps stand in their order");
		for (final String line : lines)
			assertTrue(PlugIn.class.isAssignableFrom(Class.forName(line.split(
				"\", ")[1].replaceAll("\\(.*", ""))), line);
	}

	private static Set<String> indexed() throws IOException {
		final Set<String> indexed = new TreeSet<>();
		final Matcher matcher = CLASS.matcher(Files.readString(INDEX));
		while (matcher.find())
			type(matcher.group(1)).ifPresent(c -> indexed.add(c.getName()));
		return indexed;
	}

	private static Set<String> classes(final Predicate<Class<?>> wanted)
		throws IOException
	{
		try (Stream<Path> files = Files.walk(CLASSES.resolve("org/twostream"))) {
			return files.map(f -> CLASSES.relativize(f).toString()).filter(n -> n
				.endsWith(".class") && !n.endsWith("-info.class")).flatMap(n -> type(n
					.replace(".class", "").replace('\\', '.').replace('/', '.')).stream())
				.filter(wanted).map(Class::getName).collect(Collectors.toCollection(
					TreeSet::new));
		}
	}

	/** Empty for what an earlier build has left and no longer fits. */
	private static Optional<Class<?>> type(final String name) {
		try {
			return Optional.of(Class.forName(name, false, PluginIndexTest.class
				.getClassLoader()));
		}
		catch (final NoClassDefFoundError | IncompatibleClassChangeError e) {
			return Optional.empty();
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}
}
