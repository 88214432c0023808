
package org.twostream.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.twostream.core.UserError;

/**
 * What TwoStream consists of.
 *
 * @param jar its own jar
 * @param libraries the jars it needs at run time, without native engines
 * @param natives native engines, one jar per platform and flavour
 */
public record Distribution(Library jar, List<Library> libraries,
		List<Library> natives) {

	private static final String NATIVE = "pytorch-native-";
	/** A logger is the application's choice; this one is for the shell. */
	private static final Set<String> SHELL_ONLY = Set.of("slf4j-simple");

	public Distribution {
		libraries = List.copyOf(libraries);
		natives = List.copyOf(natives);
	}

	/**
	 * Finds the libraries that the jar's manifest names on a class path.
	 *
	 * @param jar TwoStream's jar
	 * @param classPath jars and folders, joined as the system joins them
	 * @throws UserError if the jar is missing or a library is not on the class
	 *           path
	 */
	public static Distribution of(final Path jar, final String classPath) {
		if (!Files.isRegularFile(jar)) throw new UserError("There is no " + jar +
			" to install; run the twostream launcher of the source folder, which builds it.");
		final List<Library> libraries = new ArrayList<>();
		final List<Library> natives = new ArrayList<>();
		for (final String name : needed(jar)) {
			final Optional<Path> found = find(name, classPath);
			if (found.isEmpty()) throw new UserError("The library " + name +
				" is not on the class path; delete the target folder and run the twostream launcher again.");
			final Library library = Library.of(found.get());
			if (library.artifact().startsWith(NATIVE)) natives.add(library);
			else if (!SHELL_ONLY.contains(library.artifact())) libraries.add(library);
		}
		return new Distribution(Library.of(jar), libraries, natives);
	}

	private static List<String> needed(final Path jar) {
		try (JarFile file = new JarFile(jar.toFile())) {
			final Manifest manifest = file.getManifest();
			final String names = manifest == null ? "" : manifest.getMainAttributes()
				.getValue(Attributes.Name.CLASS_PATH);
			if (names == null || names.isBlank()) throw new UserError(jar +
				" does not say which libraries it needs; build it again with mvn package.");
			return List.of(names.trim().split(" +"));
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + jar + " (" + e.getMessage() +
				"); delete the target folder and run the twostream launcher again.", e);
		}
	}

	private static Optional<Path> find(final String name,
		final String classPath)
	{
		for (final String entry : classPath.split(File.pathSeparator)) {
			final Path path = Path.of(entry);
			if (path.getFileName() != null && path.getFileName().toString().equals(
				name) && Files.isRegularFile(path)) return Optional.of(path);
		}
		return Optional.empty();
	}

	/**
	 * The native library for a platform.
	 *
	 * @throws UserError if this build has another platform's
	 */
	public Library engine(final Platform platform) {
		return natives.stream().filter(n -> n.classifier().equals(platform
			.classifier())).findFirst().orElseThrow(() -> new UserError(
				"This build has no native PyTorch library for " + platform
					.classifier() + " but " + natives.stream().map(Library::fileName)
						.toList() +
					"; give engine=none, and TwoStream will ask at its first use."));
	}
}
