
package org.twostream.install;

import java.util.Locale;

/** Sizes as a user reads them, a megabyte being 1,000,000 bytes. */
public final class Megabytes {

	private static final double MEGABYTE = 1e6;

	private Megabytes() {}

	/** Such as 111.6 MB. */
	public static String of(final long bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
	}
}
