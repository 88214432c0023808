
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavesTest {

	/** What is looked for. */
	public interface Part {}

	/** Whose library is there. */
	public static final class Whole implements Part {}

	/** Whose library is missed when it is made. */
	public static final class WithoutLibrary implements Part {

		public WithoutLibrary() {
			throw new NoClassDefFoundError("bdv/util/BdvHandle");
		}
	}

	/** With an error of its own. */
	public static final class Broken implements Part {

		public Broken() {
			throw new IllegalStateException("broken");
		}
	}

	@TempDir
	Path folder;

	@Test
	void thoseWithoutTheirLibraryAreLeftOut() throws IOException {
		try (URLClassLoader loader = naming(WithoutLibrary.class.getName(),
			"org.example.NotThere", Whole.class.getName(), WithoutLibrary.class
				.getName()))
		{
			assertEquals(List.of(Whole.class), Leaves.services(Part.class, loader)
				.stream().map(Object::getClass).toList());
		}
	}

	@Test
	void anotherErrorIsNotHidden() throws IOException {
		try (URLClassLoader loader = naming(Broken.class.getName())) {
			assertThrows(ServiceConfigurationError.class, () -> Leaves.services(
				Part.class, loader));
		}
	}

	private URLClassLoader naming(final String... providers) throws IOException {
		Files.write(Files.createDirectories(folder.resolve("META-INF/services"))
			.resolve(Part.class.getName()), Stream.of(providers).toList());
		return new URLClassLoader(new URL[] { folder.toUri().toURL() },
			LeavesTest.class.getClassLoader());
	}
}
