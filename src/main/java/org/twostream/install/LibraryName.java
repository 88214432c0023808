
package org.twostream.install;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a jar's file name says, as Maven makes it:
 * ARTIFACT-VERSION[-CLASSIFIER].jar.
 *
 * @param version "" where the name has none
 * @param classifier "" where the name has none
 */
record LibraryName(String artifact, String version, String classifier) {

	private static final Pattern NAME = Pattern.compile(
		"(.+?)-(\\d[\\w.]*?(?:-\\w[\\w.]*?)*?)(?:-((?:linux|win|osx|macos|windows)-\\w+|natives-[\\w-]+|tests|sources))?\\.jar");

	static LibraryName parse(final String fileName) {
		final Matcher name = NAME.matcher(fileName);
		if (!name.matches()) return new LibraryName(fileName.replaceFirst("\\.jar$",
			""), "", "");
		return new LibraryName(name.group(1), name.group(2), name.group(3) == null
			? "" : name.group(3));
	}

	/** The name without version. */
	String unversioned() {
		return artifact + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
	}
}
