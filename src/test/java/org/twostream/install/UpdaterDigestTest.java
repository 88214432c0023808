
package org.twostream.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected checksums of the jars were computed by the ImageJ Updater itself
 * (imagej-updater of November 2025, UpdaterUtil.getDigest).
 */
class UpdaterDigestTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({
		"scijava-common-2.100.1.jar, b3511aad299389d31ce7674dd8132642c63dbfe9",
		"parsington-3.1.0.jar, b71337ba1b78c9c383b0a386b47593b87ab5b237",
		"imglib2-8.0.0.jar, 8834095c7cb63e9da87994ede15d2a2b8bfef6a2",
		"ij-1.54p.jar, 85970f95d8616127ab834e4d95c9a758f2420848",
		"gson-2.10.1.jar, 94c77b668a7fe7d6444ff10e4dbd085221cb926f",
		"commons-math3-3.6.1.jar, 061e913b11d33430f3d830987c7c862d646ef492",
		"jfreechart-1.5.6.jar, 64c7f3d186987fb836c4dfb7abde5b5b997eb3e1",
		"api-0.35.1.jar, d1edc700629361df48cc456b0933f4ead1b90f25",
		"pytorch-engine-0.35.1.jar, f6b3c116ed795cf1900312e51e8dfa1f41340428",
		"pytorch-jni-2.7.1-0.35.1.jar, 7ff45a27352f998cf808fbcc5867b0ee7de03c33",
		"jna-5.14.0.jar, f6a55c46591ed149e1ec095b2a5e277929458e71",
		"jhdf-0.13.0.jar, 74e3324a7e578a35ea3013fc136378c3eea7dd4e",
		"commons-lang3-3.18.0.jar, 27a857842ebc2d4540bd0a4a28d5665e5f321c25",
		"compress-lzf-1.2.0.jar, f43284b5077584e2dc1ab149e1e97384de9c140c",
		"lz4-java-1.11.1.jar, 8889a8420025a18b0ac1645175c0af7c46a0f1a4",
		"zstd-jni-1.5.7-28.jar, 5a99b22c47aff203239600da308f2a2b4d45c4e4",
		"blosc-java-0.1-1.21.4.jar, 2b59cd7b9e7aaf742b909bb1dc4143c90223ed4a",
		"commons-compress-1.28.0.jar, 47e01c338e2aa99eec19554b81b8105dd82207d4",
		"commons-codec-1.19.0.jar, a988ef3642115d3c9b695aac26af99e94e3e79a6",
		"commons-io-2.20.0.jar, 7b5d61c4f5dcda8a78538baf946b237ef8e6f4bc",
		"slf4j-api-2.0.17.jar, 1ae67b6e75881bf5b132bba4ae319c0862032633",
		"slf4j-simple-2.0.17.jar, 5855422dc76bc78f06d753147000658d29c16d8d" })
	void isTheUpdatersOwn(final String name, final String checksum)
		throws IOException
	{
		final Path jar = FijiFolder.classPath().filter(p -> p.getFileName()
			.toString().equals(name)).findFirst().orElse(null);
		org.junit.jupiter.api.Assumptions.assumeTrue(jar != null, name +
			" is not of this build any more");
		assertEquals(checksum, UpdaterDigest.of(jar));
	}

	@Test
	void theOrderOfEntriesTheManifestAndCommentsDoNotCount() throws IOException {
		final String one = UpdaterDigest.of(jar("a.jar", "META-INF/MANIFEST.MF",
			"Built-By: me\n", "b.properties", "#Monday\nx=1\n", "c.txt", "#c\n"));
		assertEquals(one, UpdaterDigest.of(jar("b.jar", "c.txt", "#c\n",
			"b.properties", "#Tuesday\nx=1\n", "META-INF/MANIFEST.MF",
			"Built-By: you\n")));
		final String other = UpdaterDigest.of(jar("c.jar", "META-INF/MANIFEST.MF",
			"Built-By: me\n", "b.properties", "#Monday\nx=2\n", "c.txt", "#c\n"));
		assertEquals(false, one.equals(other));
	}

	private Path jar(final String name, final String... entriesAndTexts)
		throws IOException
	{
		final Path file = folder.resolve(name);
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(
			file)))
		{
			for (int i = 0; i < entriesAndTexts.length; i += 2) {
				out.putNextEntry(new JarEntry(entriesAndTexts[i]));
				out.write(entriesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return file;
	}
}
