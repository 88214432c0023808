
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every run(...) line of macros/ names a step and keys that there are. */
class MacroFilesTest {

	private static final Pattern RUN = Pattern.compile(
		"run\\(\"([^\"]+)\", (.*)\\);");
	private static final Pattern CALL = Pattern.compile(
		"step\\(\"(\\w+)\"(.*)\\)");
	private static final Pattern KEY = Pattern.compile("(\\w+)(?==[^=]|: )");

	static List<Path> macros() throws IOException {
		return files(".ijm");
	}

	static List<Path> scripts() throws IOException {
		final List<Path> scripts = new java.util.ArrayList<>(files(".py"));
		scripts.addAll(files(".groovy"));
		return scripts;
	}

	private static List<Path> files(final String ending) throws IOException {
		try (Stream<Path> files = Files.list(Path.of("macros"))) {
			return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
		}
	}

	@Test
	void everyStepHasAMacroOfItsOwn() throws IOException {
		final List<String> named = macros().stream().map(f -> f.getFileName()
			.toString()).filter(n -> n.matches("\\d\\d-.*")).map(n -> n.substring(3, n
				.length() - 4)).toList();
		assertEquals(Steps.names(), named);
	}

	@ParameterizedTest
	@MethodSource("macros")
	void everyLineNamesAStepAndItsKeys(final Path file) throws IOException {
		int lines = 0;
		for (final String line : Files.readAllLines(file)) {
			final Matcher run = RUN.matcher(line);
			if (!run.matches()) continue;
			lines++;
			final Step step = byLabel().get(run.group(1));
			assertTrue(step != null, file + " runs " + run.group(1));
			// "a=[" + x + "] b=" + y stands for a=[0] b=0
			final String options = run.group(2).replaceAll("\" \\+ \\w+( \\+ \"|$)",
				"0").replace("\"", "");
			MacroOptions.parse(options).keySet().forEach(step::key);
		}
		assertTrue(lines > 0, file + " runs nothing");
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void everyScriptNamesStepsAndTheirKeys(final Path file) throws IOException {
		final String text = Files.readString(file).replace(",\n", ",");
		final Matcher call = CALL.matcher(text);
		final TreeSet<String> called = new TreeSet<>();
		while (call.find()) {
			final String name = call.group(1).toLowerCase(java.util.Locale.ROOT);
			called.add(name);
			final Step step = Step.of(Steps.command(name).getClass());
			final Matcher key = KEY.matcher(call.group(2).replaceAll("\"[^\"]*\"",
				"0"));
			while (key.find())
				step.key(key.group(1));
		}
		assertTrue(called.size() > 1, file + " calls " + called);
	}

	private static Map<String, Step> byLabel() {
		return Steps.all().stream().collect(Collectors.toMap(Step::label, s -> s, (
			a, b) -> a, TreeMap::new));
	}
}
