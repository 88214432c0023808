
package org.twostream.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of files, in lower-case hexadecimal digits. */
final class FileHash {

	private static final int BUFFER = 1 << 16;

	private FileHash() {}

	static String sha256(final Path file) throws IOException {
		return of("SHA-256", file);
	}

	/**
	 * @param algorithm one that every Java has: SHA-256 or SHA-1
	 */
	static String of(final String algorithm, final Path file) throws IOException {
		final MessageDigest digest = digest(algorithm);
		final byte[] buffer = new byte[BUFFER];
		try (InputStream in = Files.newInputStream(file)) {
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
				digest.update(buffer, 0, n);
		}
		return hex(digest);
	}

	static MessageDigest digest(final String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("This Java has no " + algorithm, e);
		}
	}

	static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
