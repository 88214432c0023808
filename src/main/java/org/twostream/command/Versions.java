
package org.twostream.command;

import java.util.Optional;

/** Which TwoStream on which Java. */
final class Versions {

	private Versions() {}

	static String text() {
		return "TwoStream " + Optional.ofNullable(Versions.class.getPackage()
			.getImplementationVersion()).orElse("development") + ", Java " + System
				.getProperty("java.version") + ", " + System.getProperty("os.name") +
			" " + System.getProperty("os.arch");
	}
}
