
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Fiji shows only what the index lists, which the annotation processor writes
 * when the build lets it.
 */
class PluginIndexTest {

	private static final Path CLASSES = Path.of("target/classes");
	private static final Path INDEX = CLASSES.resolve(
		"META-INF/json/org.scijava.plugin.Plugin");
	private static final Pattern CLASS = Pattern.compile(
		"\"class\":\"(org\\.twostream\\.[^\"]+)\"");

	@Test
	void listsEveryCommand() throws IOException {
		final Set<String> indexed = new TreeSet<>();
		final Matcher matcher = CLASS.matcher(Files.readString(INDEX));
		while (matcher.find())
			indexed.add(matcher.group(1));
		assertEquals(commandClasses(), indexed);
	}

	@Test
	void stepsListEveryCommand() throws IOException {
		assertEquals(commandClasses(), Steps.names().stream().map(n -> Steps
			.command(n).getClass().getName()).collect(Collectors.toCollection(
				TreeSet::new)));
	}

	private static Set<String> commandClasses() throws IOException {
		final Path home = CLASSES.resolve("org/twostream/command");
		try (Stream<Path> files = Files.list(home)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.matches(
				"\\w+Command\\.class")).map(n -> "org.twostream.command." + n.replace(
					".class", "")).filter(PluginIndexTest::concrete).collect(Collectors
						.toCollection(TreeSet::new));
		}
	}

	private static boolean concrete(final String name) {
		try {
			return !java.lang.reflect.Modifier.isAbstract(Class.forName(name)
				.getModifiers());
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}
}
