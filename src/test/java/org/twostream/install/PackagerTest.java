
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Progress;
import org.twostream.core.UserError;
import org.twostream.net.NativeFiles;

class PackagerTest {

	private static final Instant FIRST = Instant.parse("2026-11-20T20:00:00Z");
	private static final Instant LATER = Instant.parse("2026-12-24T18:00:00Z");
	private static final UpdateSite.Entry ENTRY = new UpdateSite.Entry(
		"https://sites.example/TwoStream/", List.of("A. Person", "B. Person"));

	@TempDir
	static Path built;
	private static Distribution first;

	@TempDir
	Path folder;

	@BeforeAll
	static void build() throws IOException {
		final Distribution whole = FijiFolder.distribution(built, "0.1.0");
		// as the native library, without its half a gigabyte
		final Path small = built.resolve(NativeFiles.jarName("cpu"));
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(
			small)))
		{
			out.putNextEntry(new ZipEntry(NativeFiles.PROPERTIES));
		}
		first = new Distribution(whole.jar(), whole.libraries(), List.of(Library.of(
			small)));
	}

	@Test
	void theZipUnzippedOverAFijiIsWhatInstallPuts() throws IOException {
		final FijiFolder unzipped = FijiFolder.latest(folder.resolve("a"));
		final FijiFolder installed = FijiFolder.latest(folder.resolve("b"));
		final Installer installer = new Installer(installed.application(),
			Progress.NONE);
		installer.install(installer.plan(first, first.natives()));
		final Path zip = folder.resolve("t.zip");
		packager(Optional.empty(), first.natives()).bundle(zip);
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
				final Path file = unzipped.root.resolve(e.getName());
				assertFalse(Files.exists(file), file + " is Fiji's own");
				Files.createDirectories(file.getParent());
				Files.copy(in, file);
			}
		}
		final Map<String, String> a = jars(unzipped);
		assertEquals(jars(installed), a);
		assertTrue(a.keySet().stream().anyMatch(p -> p.contains("pytorch-native")));
	}

	private static Map<String, String> jars(final FijiFolder fiji)
		throws IOException
	{
		final Map<String, String> jars = new TreeMap<>(fiji.contents());
		jars.keySet().removeIf(p -> !p.endsWith(".jar"));
		return jars;
	}

	@Test
	void theSameJarsGiveTheSameBytes() throws IOException {
		final Path a = folder.resolve("a.zip");
		final Path b = folder.resolve("b.zip");
		packager(Optional.empty(), List.of()).bundle(a);
		packager(Optional.empty(), List.of()).bundle(b);
		assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
	}

	@Test
	void everyLibrarySaysItsLicence() {
		for (final Library library : first.libraries())
			assertTrue(Licences.of(library).isPresent(), library.toString());
	}

	@Test
	void aGivenFolderDecidesWhatTravels() throws IOException {
		final Application imagej = FijiFolder.imagej(folder.resolve("i"))
			.application();
		final Map<String, Long> contents = packager(Optional.of(imagej), List.of())
			.bundle(folder.resolve("t.zip"));
		assertTrue(contents.keySet().stream().anyMatch(p -> p.startsWith(
			"jars/imglib2-")));
	}

	@Test
	void theWrittenFijiLatestServesThisBuild() {
		final Map<String, Version> written = new FijiLatest().versions();
		for (final Library library : first.libraries())
			if (written.containsKey(library.artifact())) assertTrue(written.get(
				library.artifact()).serves(library.version()), library.toString());
		assertEquals(FijiFolder.OF_FIJI.stream().sorted().toList(), written.keySet()
			.stream().sorted().toList());
	}

	@Test
	void aSiteHasItsFilesUnderTheirTimeAndAnIndexOfThem() throws IOException {
		final Path site = folder.resolve("site");
		final List<String> added = site(site, first, FIRST);
		final UpdaterIndex index = UpdaterIndex.read(site);
		assertEquals(added, index.plugins().stream().map(
			UpdaterIndex.Plugin::filename).toList());
		for (final UpdaterIndex.Plugin plugin : index.plugins()) {
			final Path file = site.resolve(plugin.filename() + "-20261120200000");
			assertEquals(Files.size(file), plugin.bytes());
			final Path jar = Files.copy(file, folder.resolve("x.jar"),
				java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			assertEquals(UpdaterDigest.of(jar), plugin.checksum());
			assertEquals("", plugin.platform());
		}
		final UpdaterIndex.Plugin own = index.find("plugins/TwoStream_.jar")
			.orElseThrow();
		assertTrue(own.description().startsWith("Requires Fiji-Latest. "));
		assertEquals(added.subList(0, added.size() - 1), own.dependencies());
		assertEquals(List.of("  - name: \"TwoStream\"", "    id: \"TwoStream\"",
			"    url: \"https://sites.example/TwoStream/\"", "    description: >-",
			"      ***Requires Fiji-Latest.***"), Files.readAllLines(site.resolve(
				UpdateSite.ENTRY)).subList(0, 5));
	}

	@Test
	void aNativeLibraryIsOfferedToItsPlatformOnly() {
		final Path site = folder.resolve("site");
		packager(Optional.empty(), first.natives()).site(site, ENTRY, FIRST);
		final UpdaterIndex.Plugin engine = UpdaterIndex.read(site).plugins()
			.stream().filter(p -> p.filename().contains("native")).findFirst()
			.orElseThrow();
		assertEquals(Platform.current().fiji(), engine.platform());
		assertTrue(engine.filename().startsWith("jars/pytorch-native-"));
	}

	@Test
	void renewingASiteWithNothingNewChangesNothing() throws IOException {
		final Path site = folder.resolve("site");
		site(site, first, FIRST);
		final Map<Path, byte[]> before = bytes(site);
		assertEquals(List.of(), site(site, first, LATER));
		final Map<Path, byte[]> after = bytes(site);
		assertEquals(before.keySet(), after.keySet());
		before.forEach((p, b) -> assertArrayEquals(b, after.get(p), p.toString()));
	}

	@Test
	void aNewVersionKnowsWhatItReplaces() throws IOException {
		final Path site = folder.resolve("site");
		site(site, first, FIRST);
		final Path newer = Files.createDirectory(folder.resolve("newer"));
		final Distribution second = FijiFolder.distribution(newer, "0.2.0");
		// a class that changed
		try (java.nio.file.FileSystem jar = java.nio.file.FileSystems.newFileSystem(
			second.jar().file()))
		{
			Files.writeString(jar.getPath("changed.txt"), "changed");
		}
		assertEquals(List.of("plugins/TwoStream_-0.2.0.jar"), site(site, second,
			LATER));
		final UpdaterIndex.Plugin own = UpdaterIndex.read(site).find(
			"plugins/TwoStream_.jar").orElseThrow();
		assertEquals("20261224180000", own.timestamp());
		assertEquals(List.of("20261120200000 plugins/TwoStream_-0.1.0.jar"), own
			.previous().stream().map(p -> p.timestamp() + " " + p.filename())
			.toList());
		assertTrue(Files.exists(site.resolve(
			"plugins/TwoStream_-0.1.0.jar-20261120200000")));
	}

	@Test
	void aLibraryNoLongerNeededIsTakenAway() {
		final Path site = folder.resolve("site");
		site(site, first, FIRST);
		final Distribution less = new Distribution(first.jar(), first.libraries()
			.stream().filter(l -> !l.artifact().equals("jhdf")).toList(), List.of());
		site(site, less, LATER);
		final UpdaterIndex.Plugin gone = UpdaterIndex.read(site).find(
			"jars/jhdf.jar").orElseThrow();
		assertEquals("", gone.checksum());
		assertEquals(1, gone.previous().size());
	}

	@Test
	void theIndexHasNoSpaceThatTheUpdaterWouldCount() throws IOException {
		final Path site = folder.resolve("site");
		site(site, first, FIRST);
		try (InputStream in = new java.util.zip.GZIPInputStream(Files
			.newInputStream(site.resolve(UpdaterIndex.NAME))))
		{
			assertFalse(new String(in.readAllBytes()).matches("(?s).*>\\s+<.*"));
		}
	}

	@Test
	void aFijiThatIsTooOldIsRefused() throws IOException {
		final FijiFolder fiji = FijiFolder.latest(folder.resolve("f"));
		fiji.replace("imglib2", "7.1.4");
		assertTrue(assertThrows(UserError.class, () -> packager(Optional.of(fiji
			.application()), List.of())).getMessage().contains("imglib2 7.1.4"));
	}

	private static List<String> site(final Path site,
		final Distribution distribution, final Instant now)
	{
		return new Packager(distribution, Optional.empty(), List.of(),
			Progress.NONE).site(site, ENTRY, now);
	}

	private static Packager packager(final Optional<Application> application,
		final List<Library> natives)
	{
		return new Packager(first, application, natives, Progress.NONE);
	}

	private static Map<Path, byte[]> bytes(final Path folder) throws IOException {
		final Map<Path, byte[]> bytes = new HashMap<>();
		try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				bytes.put(folder.relativize(file), Files.readAllBytes(file));
		}
		return bytes;
	}
}
