
package org.twostream.phantom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.twostream.core.Box;

/**
 * What tells one phantom from another: the first 16 digits of the SHA-256 of
 * its frozen knobs, of its settings, and of the grey values of its first corner
 * (at most 64 x 64 x 1 voxels), so that a change of a knob, a setting or the
 * program shows.
 */
final class Fingerprint {

	private static final long CORNER = 64;
	private static final int DIGITS = 16;

	private Fingerprint() {}

	static String of(final Phantom phantom, final PhantomKnobs knobs) {
		final Box box = Box.ofSize(Math.min(CORNER, phantom.box().xSize()), Math
			.min(CORNER, phantom.box().ySize()), 1);
		final byte[] corner = new byte[Math.toIntExact(box.voxels())];
		phantom.raw(box, corner);
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(knobs.toString().getBytes(StandardCharsets.UTF_8));
			digest.update(phantom.settings().toString().getBytes(
				StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(corner)).substring(0,
				DIGITS);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
