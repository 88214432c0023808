
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.net.NativeFiles;

/** A TwoStream without the native library, as a process of its own. */
@Timeout(300)
class FirstUseProcessTest {

	@TempDir
	Path folder;

	@Test
	void nothingIsFetchedWithoutAYes() throws Exception {
		try (RepositoryServer server = new RepositoryServer()) {
			final byte[] jar = { 1, 2, 3 };
			serve(server, jar);
			assertEquals("TwoStream: FAILED: PyTorch's native library " + NativeFiles
				.version() + " for " + NativeFiles.platform() +
				" is not on this machine; run Install Engine... (twostream engine), which says what it would fetch from where, or set PYTORCH_LIBRARY_PATH to a folder with libtorch.",
				refusal("doctor"));
			assertEquals(List.of(), server.requests);
			final String offer = refusal("engine", "repository=" + server.address());
			assertTrue(offer.startsWith(
				"TwoStream: FAILED: PyTorch's native library (0.0 MB) from " + server
					.address()), offer);
			assertTrue(offer.endsWith("give download=yes to allow it, or from=PATH " +
				"to take it from a disk."), offer);
			assertEquals(1, server.requests.size());
			assertTrue(files().isEmpty(), files().toString());
			assertEquals(0, shell("engine", "download=yes", "repository=" + server
				.address()));
			assertEquals(1, files().size());
		}
	}

	@Test
	@Tag("slow")
	void whatWasFetchedIsUsed() throws Exception {
		try (RepositoryServer server = new RepositoryServer()) {
			serve(server, Files.readAllBytes(FijiFolder.jar("pytorch-native-cpu")));
			assertEquals(0, shell("engine", "download=yes", "repository=" + server
				.address()));
			assertEquals(0, shell("doctor", "threads=1"), text("err"));
			assertTrue(text("out").contains("device\tcpu"), text("out"));
		}
	}

	@Test
	@Tag("slow")
	void aLibtorchFolderIsUsed() throws Exception {
		final Path jar = FijiFolder.jar("pytorch-native-cpu");
		final Path lib = Files.createDirectories(folder.resolve("libtorch/lib"));
		try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(
			jar); Stream<Path> files = Files.walk(zip.getPath("pytorch")))
		{
			for (final Path file : files.filter(Files::isRegularFile).toList())
				Files.copy(file, lib.resolve(file.getFileName().toString()));
		}
		assertEquals(0, shell("engine", "from=" + folder.resolve("libtorch")), text(
			"err"));
		assertEquals(0, shell("doctor", "threads=1"), text("err"));
		assertTrue(text("out").contains("native_library\t" + lib), text("out"));
	}

	private static void serve(final RepositoryServer server, final byte[] jar)
		throws Exception
	{
		final String path = "ai/djl/pytorch/pytorch-native-cpu/" + NativeFiles
			.version() + "/" + NativeFiles.jarName("cpu");
		server.files.put(path, jar);
		server.files.put(path + ".sha1", HexFormat.of().formatHex(MessageDigest
			.getInstance("SHA-1").digest(jar)).getBytes());
	}

	private String refusal(final String... words) throws Exception {
		assertEquals(2, shell(words));
		final List<String> lines = text("err").lines().toList();
		assertEquals(1, lines.size(), lines.toString());
		return lines.get(0);
	}

	private int shell(final String... words) throws Exception {
		final String classPath = Stream.concat(Stream.of(Path.of("target/classes")
			.toAbsolutePath()), FijiFolder.classPath().filter(p -> !p.getFileName()
				.toString().startsWith("pytorch-native"))).map(Path::toString).collect(
					Collectors.joining(File.pathSeparator));
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
			"-Djava.awt.headless=true", "-DDJL_CACHE_DIR=" + folder.resolve("cache"),
			"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
			"org.twostream.command.Shell"));
		command.addAll(List.of(words));
		final ProcessBuilder process = new ProcessBuilder(command).redirectOutput(
			folder.resolve("out").toFile()).redirectError(folder.resolve("err")
				.toFile());
		process.environment().remove("PYTORCH_LIBRARY_PATH");
		process.environment().remove("DJL_CACHE_DIR");
		return process.start().waitFor();
	}

	private List<Path> files() throws IOException {
		final Path cache = folder.resolve("cache");
		if (!Files.exists(cache)) return List.of();
		try (Stream<Path> files = Files.walk(cache)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private String text(final String stream) throws IOException {
		return Files.readString(folder.resolve(stream));
	}
}
