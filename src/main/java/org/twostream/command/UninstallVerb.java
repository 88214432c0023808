
package org.twostream.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.install.Application;
import org.twostream.install.Installer;

/** Takes away exactly what {@link InstallVerb} put. */
final class UninstallVerb implements Verb {

	@Override
	public String name() {
		return "uninstall";
	}

	@Override
	public String description() {
		return "Takes away exactly what install put there.";
	}

	@Override
	public String usage() {
		return "FIJI_DIR";
	}

	@Override
	public List<Key> keys() {
		return List.of(InstallVerb.DRY_RUN);
	}

	@Override
	public void run(final List<String> words, final PrintStream out,
		final Progress progress)
	{
		final Words given = Words.of(this, words, 1);
		final boolean dry = given.yes("dry_run");
		final Installer.Removal removal = new Installer(Application.at(Path.of(given
			.first(this))), progress).uninstall(dry);
		removal.removed().forEach(p -> out.println((dry ? "would remove\t"
			: "removed\t") + p));
		removal.left().forEach(p -> out.println("left, changed since\t" + p));
	}
}
