
package org.twostream.loop;

import java.util.Optional;

/** Which TwoStream wrote a file. */
final class Software {

	private Software() {}

	static String version() {
		final String built = Optional.ofNullable(Software.class.getPackage()
			.getImplementationVersion()).orElse("development");
		return "TwoStream " + built + ", Java " + System.getProperty(
			"java.version");
	}
}
