
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.UserError;

class ApplicationTest {

	@TempDir
	Path folder;

	@Test
	void knowsFijiAndPlainImageJ() throws IOException {
		assertEquals(Application.Kind.FIJI, FijiFolder.latest(folder.resolve("f"))
			.application().kind());
		assertEquals(Application.Kind.IMAGEJ, FijiFolder.imagej(folder.resolve("i"))
			.application().kind());
	}

	@Test
	void aFolderThatIsNeitherIsRefused() {
		assertEquals(folder +
			" is neither a Fiji nor an ImageJ folder: it has no " +
			"jars/ij-*.jar and no ij.jar; give the folder that holds jars and plugins.",
			refusal(folder));
	}

	@Test
	void theFolderAroundAndTheAppInsideSayWhereTheFijiIs() throws IOException {
		final Path fiji = FijiFolder.latest(folder.resolve("Fiji")).root;
		assertTrue(refusal(folder).endsWith("give " + fiji + " instead."));
		final Path app = Files.createDirectories(fiji.resolve("Fiji.app"));
		assertTrue(refusal(app).endsWith("give " + fiji + " instead."));
	}

	@Test
	void aFijiOnTheJava8SiteIsStable() throws IOException {
		final FijiFolder fiji = FijiFolder.latest(folder.resolve("f"));
		fiji.index("<update-site name=\"Fiji\" url=\"a\" timestamp=\"0\"/>" +
			"<update-site name=\"Java-8\" url=\"b\" timestamp=\"0\"/>");
		assertEquals("TwoStream requires Fiji-Latest, and " + fiji.root +
			" is Fiji-Stable (it follows the update site Java-8); " +
			"install Fiji-Latest beside it and give its folder.", refusal(fiji.root));
		fiji.index(
			"<disabled-update-site name=\"Java-8\" url=\"b\" timestamp=\"0\"/>");
		assertEquals(Application.Kind.FIJI, fiji.application().kind());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk1.8.0_172", "zulu8.60.0.21-ca-jdk8.0.322",
		"jre8" })
	void aFijiWithJava8IsStable(final String java) throws IOException {
		final FijiFolder fiji = FijiFolder.latest(folder.resolve("f"));
		Files.delete(fiji.root.resolve(
			"java/linux64/zulu21.42.19-ca-jdk21.0.7-linux_x64"));
		Files.createDirectories(fiji.root.resolve("java/linux-amd64/" + java +
			"/jre"));
		assertTrue(refusal(fiji.root).contains("(its Java is version 8)"));
	}

	private static String refusal(final Path folder) {
		return assertThrows(UserError.class, () -> Application.at(folder))
			.getMessage();
	}
}
