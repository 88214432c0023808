
package org.twostream.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import ai.djl.util.Utils;

/**
 * Where the native PyTorch library may lie: a folder with libtorch that
 * PYTORCH_LIBRARY_PATH names, a jar on the class path, or a jar in the user's
 * engine folder, into which DJL also unpacks it. Thread-safe.
 */
public final class NativeFiles {

	/** In each native jar: its version, flavor and classifier. */
	public static final String PROPERTIES = "native/lib/pytorch.properties";

	/** In the engine folder: the path of a libtorch folder. */
	public static final String POINTER = "libtorch.txt";

	private static final String PATH = "PYTORCH_LIBRARY_PATH";
	private static final String FLAVOR = "PYTORCH_FLAVOR";
	private static final String CUDA_FLAVOR = "cu128";

	private NativeFiles() {}

	/** The PyTorch that this build needs, such as 2.7.1. */
	public static String version() {
		try (InputStream in = NativeFiles.class.getClassLoader()
			.getResourceAsStream("pytorch-engine.properties"))
		{
			final Properties engine = new Properties();
			engine.load(in);
			return engine.getProperty("pytorch_version");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** This machine, as native jars name it: linux-x86_64, win-x86_64, ... */
	public static String platform() {
		final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return (os.startsWith("win") ? "win" : os.startsWith("mac") ? "osx"
			: "linux") + "-" + System.getProperty("os.arch").replace("amd64",
				"x86_64");
	}

	/** The user's engine folder; DJL_CACHE_DIR moves it. */
	public static Path folder() {
		return Utils.getEngineCacheDir("pytorch");
	}

	/** The file name of the native jar of a flavor for this machine. */
	public static String jarName(final String flavor) {
		return "pytorch-native-" + flavor + "-" + version() + "-" + platform() +
			".jar";
	}

	/** Where the library is, empty if there is none for this machine. */
	public static Optional<String> found() {
		final Optional<String> libtorch = libtorch();
		if (libtorch.isPresent()) return libtorch;
		try {
			for (final URL url : Collections.list(NativeFiles.class.getClassLoader()
				.getResources(PROPERTIES)))
				if (fits(url)) return Optional.of(url.toString().replaceFirst("!.*",
					""));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return jars().stream().findFirst().map(Path::toString);
	}

	private static boolean fits(final URL url) throws IOException {
		final Properties properties = new Properties();
		try (InputStream in = url.openStream()) {
			properties.load(in);
		}
		return properties.getProperty("classifier", "").endsWith(platform());
	}

	private static List<Path> jars() {
		if (!Files.isDirectory(folder())) return List.of();
		try (Stream<Path> files = Files.list(folder())) {
			return files.filter(f -> f.getFileName().toString().matches(
				"pytorch-native-\\w+-" + version() + "-" + platform() + "\\.jar"))
				.sorted().toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A loader that finds DJL's parts and the fetched native library. */
	static ClassLoader loader() {
		final ClassLoader own = NativeFiles.class.getClassLoader();
		final URL[] fetched = jars().stream().map(NativeFiles::url).toArray(
			URL[]::new);
		return fetched.length == 0 ? own : new URLClassLoader(fetched, own);
	}

	private static URL url(final Path file) {
		try {
			return file.toUri().toURL();
		}
		catch (final MalformedURLException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Tells DJL which libtorch folder to use and, as it would guess wrongly, its
	 * flavor.
	 */
	static void point() {
		final Optional<String> folder = libtorch();
		if (folder.isEmpty()) return;
		if (Utils.getEnvOrSystemProperty(PATH) == null) System.setProperty(PATH,
			folder.get());
		if (Utils.getEnvOrSystemProperty(FLAVOR) == null) System.setProperty(FLAVOR,
			Files.exists(Path.of(folder.get(), System.mapLibraryName("torch_cuda")))
				? CUDA_FLAVOR : "cpu");
	}

	private static Optional<String> libtorch() {
		final String set = Utils.getEnvOrSystemProperty(PATH);
		if (set != null && !set.isBlank()) return Optional.of(set);
		final Path pointer = folder().resolve(POINTER);
		try {
			return Files.exists(pointer) ? Optional.of(Files.readString(pointer)
				.strip()) : Optional.empty();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
