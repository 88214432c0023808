
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twostream.core.AtomicFile;
import org.twostream.core.UserError;
import org.twostream.net.NativeFiles;

/** Takes the native library from this machine's disks. */
public final class NativeImport {

	private static final Pattern VERSION = Pattern.compile(
		"(\\d+\\.\\d+)\\.\\d+");
	/** Where libtorch, and PyTorch for Python, say their version. */
	private static final List<String> VERSION_FILES = List.of("../build-version",
		"../version.py");

	private final Path folder;

	/**
	 * @param folder where a jar is copied and a libtorch folder is noted
	 */
	public NativeImport(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Uses a native library from now on.
	 *
	 * @param from its jar, which is copied, or a folder with libtorch, which
	 *          stays where it is
	 * @return what is used
	 * @throws UserError if it is neither, or of another version or machine
	 */
	public Path use(final Path from) {
		if (Files.isDirectory(from)) return point(from.toAbsolutePath()
			.normalize());
		if (!Files.isRegularFile(from)) throw new UserError("from=" + from +
			" is not there; give the jar of the native library or a folder with libtorch.");
		final Path jar = folder.resolve(NativeFiles.jarName(flavor(from)));
		AtomicFile.write(jar, out -> Files.copy(from, out));
		return jar;
	}

	private static String flavor(final Path file) {
		final Properties properties = new Properties();
		try (JarFile jar = new JarFile(file.toFile())) {
			final JarEntry entry = jar.getJarEntry(NativeFiles.PROPERTIES);
			if (entry == null) throw new UserError("from=" + file +
				" holds no native PyTorch library; give a jar named like " + NativeFiles
					.jarName("cpu") + ".");
			try (InputStream in = jar.getInputStream(entry)) {
				properties.load(in);
			}
		}
		catch (final IOException e) {
			throw new UserError("from=" + file + " is not a readable jar (" + e
				.getMessage() + "); fetch it again.", e);
		}
		final String version = properties.getProperty("version", "");
		final String machine = properties.getProperty("classifier", "");
		if (!(version + "-").startsWith(NativeFiles.version() + "-") || !machine
			.endsWith(NativeFiles.platform())) throw new UserError("from=" + file +
				" is PyTorch " + version + " for " + machine +
				"; give the jar of version " + NativeFiles.version() + " for " +
				NativeFiles.platform() + ".");
		return properties.getProperty("flavor", "cpu");
	}

	private Path point(final Path given) {
		final String name = System.mapLibraryName("torch");
		final Path libtorch = Files.exists(given.resolve("lib").resolve(name))
			? given.resolve("lib") : given;
		if (!Files.exists(libtorch.resolve(name))) throw new UserError("from=" +
			given + " has no " + name +
			"; give the folder of libtorch, or of PyTorch for Python, that has it.");
		for (final String file : VERSION_FILES)
			refuseOther(libtorch.resolve(file).normalize());
		AtomicFile.write(folder.resolve(NativeFiles.POINTER), libtorch + "\n");
		return libtorch;
	}

	private static void refuseOther(final Path file) {
		if (!Files.exists(file)) return;
		try {
			final Matcher found = VERSION.matcher(Files.readString(file));
			if (found.find() && !NativeFiles.version().startsWith(found.group(1) +
				".")) throw new UserError("The libtorch beside " + file +
					" is version " + found.group() + "; give one of version " +
					NativeFiles.version() + ".");
		}
		catch (final IOException e) {
			throw new UserError("Cannot read " + file + " (" + e.getMessage() +
				"); check its permissions.", e);
		}
	}
}
