
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.twostream.core.UserError;

/**
 * A jar by what it holds.
 *
 * @param artifact its name without version, such as commons-math3
 * @param version its version, empty text where neither jar nor name says it
 * @param classifier which of several jars of that version, such as
 *          linux-x86_64, or ""
 * @param file where it lies
 */
public record Library(String artifact, Version version, String classifier,
		Path file) {

	/** Parts of one native interface, which only fit each other. */
	private static final Set<String> EXACT = Set.of("api", "pytorch-engine",
		"pytorch-jni");
	private static final Pattern POM = Pattern.compile(
		"META-INF/maven/[^/]+/[^/]+/pom\\.properties");

	/**
	 * Reads what a jar says of itself: its pom.properties if it is a jar of one
	 * Maven artifact, else its file name.
	 *
	 * @throws UserError if the file cannot be read as a jar
	 */
	static Library of(final Path file) {
		final LibraryName name = LibraryName.parse(file.getFileName().toString());
		final List<Properties> poms = poms(file);
		if (poms.size() != 1) return new Library(name.artifact(), new Version(name
			.version()), name.classifier(), file);
		final Properties pom = poms.get(0);
		return new Library(pom.getProperty("artifactId", name.artifact()),
			new Version(pom.getProperty("version", name.version())), name
				.classifier(), file);
	}

	/** Whether a file name can be a jar's. */
	static boolean isJar(final Path file) {
		return file.getFileName().toString().endsWith(".jar") && Files
			.isRegularFile(file);
	}

	private static List<Properties> poms(final Path file) {
		try (JarFile jar = new JarFile(file.toFile())) {
			final List<Properties> poms = new ArrayList<>();
			for (final Enumeration<JarEntry> e = jar.entries(); e
				.hasMoreElements();)
			{
				final JarEntry entry = e.nextElement();
				if (!POM.matcher(entry.getName()).matches()) continue;
				final Properties pom = new Properties();
				try (InputStream in = jar.getInputStream(entry)) {
					pom.load(in);
				}
				poms.add(pom);
			}
			return poms;
		}
		catch (final IOException | IllegalArgumentException e) {
			throw unreadable(file, e);
		}
	}

	private static UserError unreadable(final Path file, final Exception e) {
		return new UserError(file + " is not a readable jar (" + e.getMessage() +
			"); restore or remove it, then try again.", e);
	}

	/**
	 * Whether the other jar is a version of the same library: the same name and
	 * classifier, and at least one class or file in common, so that neither a
	 * fork under another group is missed nor a stranger of the same name is taken
	 * for it.
	 */
	boolean sameAs(final Library other) {
		if (!artifact.equals(other.artifact) || !classifier.equals(
			other.classifier)) return false;
		if (file.equals(other.file)) return true;
		final Set<String> shared = new HashSet<>(contents());
		shared.retainAll(other.contents());
		return !shared.isEmpty();
	}

	/** Whether this library can be used through another version of it. */
	boolean servedBy(final Library found) {
		if (EXACT.contains(artifact) || !classifier.isEmpty()) return found.version
			.compareTo(version) == 0;
		return found.version.serves(version);
	}

	private Set<String> contents() {
		try (JarFile jar = new JarFile(file.toFile())) {
			final Set<String> names = new HashSet<>();
			jar.stream().filter(e -> !e.isDirectory() && !e.getName().startsWith(
				"META-INF/") && !e.getName().equals("module-info.class")).forEach(
					e -> names.add(e.getName()));
			return names;
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	/** The file's name. */
	String fileName() {
		return file.getFileName().toString();
	}

	/** Size of the file in bytes. */
	long bytes() {
		try {
			return Files.size(file);
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	@Override
	public String toString() {
		return artifact + " " + version;
	}
}
