
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.UserError;

class LibraryTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "pytorch-jni-2.7.1-0.35.1, pytorch-jni, 2.7.1-0.35.1, ''",
		"pytorch-native-cpu-2.7.1-linux-x86_64, pytorch-native-cpu, 2.7.1, linux-x86_64",
		"zstd-jni-1.5.7-28, zstd-jni, 1.5.7-28, ''",
		"blosc-java-0.1-1.21.4, blosc-java, 0.1-1.21.4, ''",
		"scala-xml_2.12-1.0.6, scala-xml_2.12, 1.0.6, ''",
		"guava-33.3.1-jre, guava, 33.3.1-jre, ''",
		"TwoStream_-0.1.0-SNAPSHOT, TwoStream_, 0.1.0-SNAPSHOT, ''",
		"gluegen-rt-2.5.0-natives-linux-amd64, gluegen-rt, 2.5.0, natives-linux-amd64",
		"Fiji_Updater, Fiji_Updater, '', ''" })
	void readsTheFileNameOfAJarThatSaysNothing(final String name,
		final String artifact, final String version, final String classifier)
		throws IOException
	{
		final Library library = Library.of(jar(name + ".jar", "a/B.class"));
		assertEquals(artifact, library.artifact());
		assertEquals(version, library.version().text());
		assertEquals(classifier, library.classifier());
	}

	@Test
	void theJarsOwnWordCountsMoreThanItsName() throws IOException {
		final Path renamed = Files.copy(FijiFolder.jar("gson"), folder.resolve(
			"antlr.antlr-2.7.7.jar"));
		assertEquals("gson", Library.of(renamed).artifact());
		assertEquals(Library.of(FijiFolder.jar("gson")).version(), Library.of(
			renamed).version());
	}

	@Test
	void aForkIsTheSameLibraryAndANamesakeIsNot() throws IOException {
		final Library ours = Library.of(jar("api-0.35.1.jar", "ai/djl/Model.class",
			"module-info.class"));
		assertTrue(ours.sameAs(Library.of(jar("api-0.36.0.jar",
			"ai/djl/Model.class", "ai/djl/New.class"))));
		assertFalse(ours.sameAs(Library.of(jar("api-1.0.jar", "com/other/Api.class",
			"module-info.class", "META-INF/LICENSE"))));
	}

	@Test
	void refusesWhatIsNoJar() throws IOException {
		final Path broken = Files.writeString(folder.resolve("a-1.0.jar"), "html");
		assertTrue(assertThrows(UserError.class, () -> Library.of(broken))
			.getMessage().contains("is not a readable jar"));
	}

	private Path jar(final String name, final String... entries)
		throws IOException
	{
		final Path file = folder.resolve(name);
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(
			file)))
		{
			for (final String entry : entries)
				out.putNextEntry(new JarEntry(entry));
		}
		return file;
	}
}
