
package org.twostream.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twostream.core.Progress;
import org.twostream.install.Application;
import org.twostream.install.Distribution;
import org.twostream.install.Library;
import org.twostream.install.Megabytes;
import org.twostream.install.Packager;
import org.twostream.install.Platform;

/** Makes the zip for a Fiji on a machine without a network. */
final class BundleVerb implements Verb {

	private static final Key FIJI = Key.text("fiji",
		"A Fiji or ImageJ folder like the one it is for: what it has is left out. " +
			"Default: what a Fiji-Latest has, as written down in TwoStream.", "");
	private static final Key TO = Key.text("to",
		"The zip to write. Default: target/launcher/TwoStream-VERSION-PLATFORM.zip.",
		"");

	@Override
	public String name() {
		return "bundle";
	}

	@Override
	public String description() {
		return "Makes a zip to unzip over a Fiji that has no network.";
	}

	@Override
	public String usage() {
		return "";
	}

	@Override
	public List<Key> keys() {
		return List.of(FIJI, InstallVerb.ENGINE, TO);
	}

	/** The application that a key names. */
	static Optional<Application> application(final Words given) {
		return given.get("fiji").isBlank() ? Optional.empty() : Optional.of(
			Application.at(Path.of(given.get("fiji"))));
	}

	@Override
	public void run(final List<String> words, final PrintStream out,
		final Progress progress)
	{
		final Words given = Words.of(this, words, 0);
		final Distribution distribution = Own.distribution();
		final Platform platform = Platform.current();
		final List<Library> natives = given.get("engine").equals("none") ? List.of()
			: List.of(distribution.engine(platform));
		final Path file = given.get("to").isBlank() ? distribution.jar().file()
			.resolveSibling("TwoStream-" + distribution.jar().version() + "-" +
				platform.classifier() + ".zip") : Path.of(given.get("to"));
		final Map<String, Long> contents = new Packager(distribution, application(
			given), natives, progress).bundle(file);
		contents.forEach((path, bytes) -> out.println("packed\t" + path + "\t" +
			Megabytes.of(bytes)));
		out.println("total\t" + file + "\t" + Megabytes.of(contents.values()
			.stream().mapToLong(Long::longValue).sum()));
	}
}
