
package org.twostream.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twostream.core.UserError;

/**
 * A folder with Fiji or plain ImageJ 1.x in it.
 *
 * @param kind which of them
 * @param root its folder
 */
public record Application(Kind kind, Path root) {

	/** The two layouts. */
	public enum Kind {

			FIJI("Fiji"), IMAGEJ("ImageJ");

		private final String title;

		Kind(final String title) {
			this.title = title;
		}

		@Override
		public String toString() {
			return title;
		}
	}

	/** Folders from which both load jars; below each, one level more. */
	private static final List<String> PLACES = List.of("jars", "plugins");
	private static final String PLUGINS = "plugins";

	/**
	 * Looks what is in a folder.
	 *
	 * @throws UserError if it is neither a Fiji-Latest nor an ImageJ; says where
	 *           one seems to be
	 */
	public static Application at(final Path folder) {
		final Path root = folder.toAbsolutePath().normalize();
		final Optional<Kind> kind = kind(root);
		if (kind.isEmpty()) throw new UserError(folder +
			" is neither a Fiji nor an ImageJ folder: it has no jars/ij-*.jar and no ij.jar; give " +
			nearby(root).map(p -> p + " instead.").orElse(
				"the folder that holds jars and plugins."));
		final Application application = new Application(kind.get(), root);
		if (kind.get() == Kind.FIJI) FijiStream.refuseStable(root);
		return application;
	}

	private static Optional<Kind> kind(final Path root) {
		if (!Files.isDirectory(root.resolve(PLUGINS))) return Optional.empty();
		if (jars(root.resolve("jars")).stream().anyMatch(j -> j.getFileName()
			.toString().matches("ij(-1\\.\\d.*)?\\.jar"))) return Optional.of(
				Kind.FIJI);
		return Files.isRegularFile(root.resolve("ij.jar")) ? Optional.of(
			Kind.IMAGEJ) : Optional.empty();
	}

	// /Applications/Fiji/Fiji.app is not the Fiji, nor is the folder around it.
	private static Optional<Path> nearby(final Path root) {
		final List<Path> candidates = new ArrayList<>();
		if (root.getParent() != null) candidates.add(root.getParent());
		for (final String name : List.of("Fiji", "Fiji.app", "ImageJ"))
			candidates.add(root.resolve(name));
		return candidates.stream().filter(c -> kind(c).isPresent()).findFirst();
	}

	private static List<Path> jars(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Library::isJar).sorted().toList();
		}
		catch (final IOException e) {
			throw unreadable(folder, e);
		}
	}

	private static UserError unreadable(final Path folder, final IOException e) {
		return new UserError("Cannot look into " + folder + " (" + e.getMessage() +
			"); check its permissions.", e);
	}

	/** Where TwoStream's jar goes, from the root. */
	String plugins() {
		return PLUGINS;
	}

	/**
	 * Where libraries go, the native one too: below jars plain ImageJ does not
	 * look, and Fiji's launcher takes jars/linux64 and its like for the module
	 * path, where the native library's invalid module name would keep the whole
	 * Fiji from starting.
	 */
	String libraries() {
		return "jars";
	}

	/**
	 * The jars that it loads.
	 *
	 * @param without paths from the root that do not count
	 */
	Inventory inventory(final Set<String> without) {
		final List<Path> files = new ArrayList<>();
		for (final String place : PLACES) {
			final Path folder = root.resolve(place);
			files.addAll(jars(folder));
			for (final Path below : folders(folder))
				files.addAll(jars(below));
		}
		if (kind == Kind.IMAGEJ) files.add(root.resolve("ij.jar"));
		return new JarInventory(files.stream().filter(f -> !without.contains(path(
			f))).map(Library::of).toList());
	}

	private static List<Path> folders(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isDirectory).sorted().toList();
		}
		catch (final IOException e) {
			throw unreadable(folder, e);
		}
	}

	/** A file's path from the root, with "/". */
	String path(final Path file) {
		return root.relativize(file).toString().replace('\\', '/');
	}
}
