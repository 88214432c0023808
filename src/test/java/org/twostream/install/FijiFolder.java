
package org.twostream.install;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder laid out as a Fiji-Latest is, with real jars: those of the class
 * path that a Fiji has, too.
 */
final class FijiFolder {

	/** What a Fiji-Latest of 2025 has of ours. */
	static final List<String> OF_FIJI = List.of("scijava-common", "parsington",
		"imglib2", "ij", "gson", "commons-math3", "jfreechart", "jna",
		"commons-compress", "commons-codec", "commons-io", "commons-lang3",
		"lz4-java", "zstd-jni", "slf4j-api");

	final Path root;

	private FijiFolder(final Path root) {
		this.root = root;
	}

	/** With launcher, index, Java 21, macros, Bio-Formats and the jars. */
	static FijiFolder latest(final Path root) throws IOException {
		final FijiFolder fiji = new FijiFolder(root);
		for (final String folder : List.of("jars/bio-formats", "jars/linux64",
			"plugins/Scripts", "macros", "luts",
			"java/linux64/zulu21.42.19-ca-jdk21.0.7-linux_x64"))
			Files.createDirectories(root.resolve(folder));
		Files.writeString(root.resolve("fiji-linux-x64"), "launcher");
		Files.writeString(root.resolve("macros/StartupMacros.fiji.ijm"), "// none");
		fiji.index("<update-site name=\"Fiji-Latest\" url=\"x\" timestamp=\"0\"/>");
		for (final String name : OF_FIJI)
			Files.copy(jar(name), root.resolve("jars").resolve(jar(name)
				.getFileName()));
		return fiji;
	}

	/** Plain ImageJ 1.x: one jar and a folder for plugins. */
	static FijiFolder imagej(final Path root) throws IOException {
		Files.createDirectories(root.resolve("plugins"));
		Files.copy(jar("ij"), root.resolve("ij.jar"));
		return new FijiFolder(root);
	}

	/** Writes the updater's index. */
	void index(final String sites) throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root
			.resolve("db.xml.gz"))))
		{
			out.write(("<?xml version=\"1.0\"?><!DOCTYPE pluginRecords [" +
				"<!ELEMENT pluginRecords ANY>]><pluginRecords>" + sites +
				"</pluginRecords>").getBytes(StandardCharsets.UTF_8));
		}
	}

	/** Has a library in another version: the real classes, another pom. */
	void replace(final String name, final String version) throws IOException {
		final Path real = jar(name);
		Files.delete(root.resolve("jars").resolve(real.getFileName()));
		retold(real, version, root.resolve("jars/" + name + "-" + version +
			".jar"));
	}

	private static void retold(final Path real, final String version,
		final Path copy) throws IOException
	{
		try (JarFile in = new JarFile(real.toFile());
				JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy)))
		{
			for (final Enumeration<JarEntry> e = in.entries(); e.hasMoreElements();) {
				final JarEntry entry = e.nextElement();
				out.putNextEntry(new JarEntry(entry.getName()));
				try (InputStream bytes = in.getInputStream(entry)) {
					if (entry.getName().endsWith("pom.properties")) out.write(new String(
						bytes.readAllBytes(), StandardCharsets.UTF_8).replaceAll(
							"(?m)^version=.*$", "version=" + version).getBytes(
								StandardCharsets.UTF_8));
					else bytes.transferTo(out);
				}
			}
		}
	}

	Application application() {
		return Application.at(root);
	}

	/** Every file with its hash and every folder, from the root. */
	Map<String, String> contents() throws IOException {
		final Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(root)) {
			for (final Path file : files.toList())
				contents.put(root.relativize(file).toString(), Files.isDirectory(file)
					? "folder" : FileHash.sha256(file));
		}
		return contents;
	}

	/** A jar of the class path by its name without version. */
	static Path jar(final String name) {
		return classPath().filter(p -> p.getFileName().toString().matches(name +
			"-\\d.*\\.jar")).findFirst().orElseThrow(() -> new AssertionError("no " +
				name + " on the class path"));
	}

	/** The libraries that the jar names, as the build lists them. */
	static Stream<Path> classPath() {
		try {
			return Arrays.stream(Files.readString(Path.of("target/runtime.classpath"))
				.strip().split(File.pathSeparator)).map(Path::of);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** TwoStream as the build packs it, of some version. */
	static Distribution distribution(final Path folder, final String version)
		throws IOException
	{
		final Path jar = folder.resolve("TwoStream_-" + version + ".jar");
		final Manifest manifest = new Manifest();
		final Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
		attributes.put(Attributes.Name.CLASS_PATH, classPath().map(p -> p
			.getFileName().toString()).collect(Collectors.joining(" ")));
		final Path classes = Path.of("target/classes");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar),
			manifest); Stream<Path> files = Files.walk(classes))
		{
			files.filter(Files::isRegularFile).sorted().forEach(f -> entry(out,
				classes.relativize(f).toString().replace('\\', '/'), f));
		}
		return Distribution.of(jar, classPath().map(Path::toString).collect(
			Collectors.joining(File.pathSeparator)));
	}

	private static void entry(final JarOutputStream out, final String name,
		final Path file)
	{
		try {
			out.putNextEntry(new JarEntry(name));
			Files.copy(file, out);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
