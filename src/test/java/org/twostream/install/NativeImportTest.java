
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.UserError;
import org.twostream.net.NativeFiles;

class NativeImportTest {

	@TempDir
	Path folder;

	@Test
	void aJarIsCopiedUnderItsName() throws IOException {
		final Path jar = FijiFolder.jar("pytorch-native-cpu");
		final Path other = Files.createLink(folder.resolve("renamed.jar"), Files
			.copy(jar, folder.resolve("copy.jar")));
		final Path used = use(other);
		assertEquals(folder.resolve("engine").resolve(NativeFiles.jarName("cpu")),
			used);
		assertEquals(-1, Files.mismatch(jar, used));
	}

	@Test
	void anotherJarIsRefused() {
		assertTrue(refusal(FijiFolder.jar("gson")).contains(
			"holds no native PyTorch library; give a jar named like " + NativeFiles
				.jarName("cpu")));
	}

	@Test
	void whatIsNotThereIsRefused() {
		assertTrue(refusal(folder.resolve("none")).contains("is not there"));
	}

	@Test
	void aFolderWithLibtorchIsNoted() throws IOException {
		final Path lib = Files.createDirectories(folder.resolve("libtorch/lib"));
		Files.writeString(lib.resolve(System.mapLibraryName("torch")), "");
		Files.writeString(folder.resolve("libtorch/build-version"), NativeFiles
			.version() + "+cpu\n");
		assertEquals(lib, use(folder.resolve("libtorch")));
		assertEquals(lib + "\n", Files.readString(folder.resolve("engine").resolve(
			NativeFiles.POINTER)));
	}

	@Test
	void libtorchOfAnotherVersionIsRefused() throws IOException {
		final Path lib = Files.createDirectories(folder.resolve("torch/lib"));
		Files.writeString(lib.resolve(System.mapLibraryName("torch")), "");
		Files.writeString(folder.resolve("torch/version.py"),
			"__version__ = '2.4.1+cpu'\n");
		assertTrue(refusal(folder.resolve("torch")).contains("is version 2.4.1"));
	}

	@Test
	void aFolderWithoutLibtorchIsRefused() {
		assertTrue(refusal(folder).contains("has no " + System.mapLibraryName(
			"torch")));
	}

	private Path use(final Path from) {
		return new NativeImport(folder.resolve("engine")).use(from);
	}

	private String refusal(final Path from) {
		return assertThrows(UserError.class, () -> use(from)).getMessage();
	}
}
