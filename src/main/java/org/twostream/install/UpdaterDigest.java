
package org.twostream.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The checksum by which the ImageJ Updater knows a jar: SHA-1 over its entries'
 * names and contents in the order of the names. What changes from build to
 * build does not count: the manifest, and the comments of properties files.
 */
final class UpdaterDigest {

	private UpdaterDigest() {}

	static String of(final Path jar) throws IOException {
		final MessageDigest digest = FileHash.digest("SHA-1");
		try (JarFile file = new JarFile(jar.toFile())) {
			final List<JarEntry> entries = file.stream().sorted(Comparator.comparing(
				JarEntry::getName)).toList();
			for (final JarEntry entry : entries) {
				digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
				if (entry.getName().equals("META-INF/MANIFEST.MF")) continue;
				try (InputStream in = file.getInputStream(entry)) {
					final byte[] bytes = in.readAllBytes();
					digest.update(entry.getName().endsWith(".properties")
						? withoutComments(bytes) : bytes);
				}
			}
		}
		return FileHash.hex(digest);
	}

	// The line break of a comment stays, and a comment behind an empty line, or
	// behind one that is only #, stays whole: the updater has it so, and so must
	// this.
	private static byte[] withoutComments(final byte[] bytes) {
		final ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
		boolean start = true;
		int i = 0;
		while (i < bytes.length) {
			if (start && bytes[i] == '#') {
				int first = i;
				while (first < bytes.length && bytes[first] == '#')
					first++;
				int end = first;
				while (end < bytes.length && bytes[end] != '\n')
					end++;
				if (end < bytes.length) kept.write('\n');
				start = end > first;
				i = end + 1;
				continue;
			}
			kept.write(bytes[i]);
			start = !start && bytes[i] == '\n';
			i++;
		}
		return kept.toByteArray();
	}
}
