
package org.twostream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file that is kept in the project; {@code mvn test
 * -Dtest=NAME -Dgolden.write=true} makes the file anew.
 */
public final class GoldenFile {

	private GoldenFile() {}

	public static void check(final Path golden, final String actual)
		throws IOException
	{
		if (Boolean.getBoolean("golden.write")) {
			Files.createDirectories(golden.getParent());
			Files.writeString(golden, actual);
		}
		assertEquals(Files.exists(golden) ? Files.readString(golden) : "", actual,
			golden + " differs; if the change is meant, run this test with " +
				"-Dgolden.write=true");
	}
}
