
package org.twostream.command;

import java.util.List;
import java.util.Optional;

/** What the shell does beside the steps, in the order of the help page. */
final class Verbs {

	private static final List<Verb> ALL = List.of(new InstallVerb(),
		new UninstallVerb(), new BundleVerb(), new SiteVerb(), new SparkVerb());

	private Verbs() {}

	static List<Verb> all() {
		return ALL;
	}

	static Optional<Verb> find(final String name) {
		return ALL.stream().filter(v -> v.name().equals(name)).findFirst();
	}
}
