
package org.twostream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the sources promise and no compiler checks. */
class SourceStyleTest {

	private static final List<Path> MAIN = List.of(Path.of("src/main/java"), Path
		.of("src/fiji/java"));
	private static final int LONGEST_FILE = 350;
	private static final int LONGEST_MEDIAN = 100;
	private static final int LONGEST_COMMAND = 60;

	@Test
	void filesAreShort() throws IOException {
		assertEquals(List.of(), offenders(f -> lines(f).size() > LONGEST_FILE));
		final int[] sizes = sources().stream().mapToInt(f -> lines(f).size())
			.sorted().toArray();
		assertTrue(sizes[sizes.length / 2] <= LONGEST_MEDIAN, "median file has " +
			sizes[sizes.length / 2] + " lines");
	}

	@Test
	void commandsAreDoorsNotRooms() throws IOException {
		assertEquals(List.of(), offenders(f -> lines(f).stream().anyMatch(l -> l
			.startsWith("@Plugin(")) && withoutParameters(f)
				.size() > LONGEST_COMMAND));
	}

	@Test
	void everyPackageSaysWhatItIs() throws IOException {
		assertEquals(List.of(), offenders(f -> MAIN.stream().noneMatch(root -> Files
			.exists(root.resolve(root(f).relativize(f)).resolveSibling(
				"package-info.java")))));
	}

	@Test
	void namesSayWhatAClassIs() throws IOException {
		assertEquals(List.of(), offenders(f -> f.getFileName().toString().matches(
			".*(Utils?|Helper|Manager)\\.java")));
	}

	/** Lines from the package on, without imports and without the keys. */
	private static List<String> withoutParameters(final Path file) {
		boolean inside = false;
		final List<String> left = new ArrayList<>();
		for (final String line : lines(file)) {
			if (line.contains("@Parameter(")) inside = true;
			if (!inside && !line.isBlank() && !line.startsWith("import ")) left.add(
				line);
			if (inside && line.matches("\\s*private .*;")) inside = false;
		}
		return left;
	}

	/** A package may have files in both source folders. */
	private static Path root(final Path file) {
		return MAIN.stream().filter(file::startsWith).findFirst().orElseThrow();
	}

	private static List<Path> offenders(final Predicate<Path> offends)
		throws IOException
	{
		return sources().stream().filter(offends).toList();
	}

	private static List<Path> sources() throws IOException {
		final List<Path> sources = new ArrayList<>();
		for (final Path folder : MAIN)
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(
					sources::add);
			}
		return sources;
	}

	private static List<String> lines(final Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
