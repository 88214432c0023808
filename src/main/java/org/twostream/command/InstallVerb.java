
package org.twostream.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.twostream.core.Progress;
import org.twostream.install.Application;
import org.twostream.install.Distribution;
import org.twostream.install.Installer;
import org.twostream.install.Megabytes;
import org.twostream.install.Plan;
import org.twostream.install.Platform;

/** Puts TwoStream and the jars that it lacks into a Fiji or an ImageJ. */
final class InstallVerb implements Verb {

	static final Key DRY_RUN = Key.choice("dry_run",
		"Whether only to say what would change: no, yes. Default: no.", "no",
		"yes");
	static final Key ENGINE = Key.choice("engine",
		"The native PyTorch library: cpu puts the one that this build has, so that " +
			"nothing is to be downloaded later; none leaves it out. Default: cpu.",
		"cpu", "none");

	@Override
	public String name() {
		return "install";
	}

	@Override
	public String description() {
		return "Puts TwoStream and the jars it lacks into a Fiji or ImageJ folder.";
	}

	@Override
	public String usage() {
		return "FIJI_DIR";
	}

	@Override
	public List<Key> keys() {
		return List.of(ENGINE, DRY_RUN);
	}

	@Override
	public void run(final List<String> words, final PrintStream out,
		final Progress progress)
	{
		final Words given = Words.of(this, words, 1);
		final Application application = Application.at(Path.of(given.first(this)));
		final Distribution distribution = Own.distribution();
		final Installer installer = new Installer(application, progress);
		final Plan plan = installer.plan(distribution, given.get("engine").equals(
			"none") ? List.of() : List.of(distribution.engine(Platform.current())));
		final boolean dry = given.yes("dry_run");
		if (!dry) installer.install(plan);
		report(plan, dry, out);
	}

	private static void report(final Plan plan, final boolean dry,
		final PrintStream out)
	{
		for (final Plan.Item item : plan.items())
			out.println(word(item.action()) + "\t" + item.path() + "\t" + item
				.version() + "\t" + Megabytes.of(item.bytes()));
		plan.removed().forEach(p -> out.println("removed\t" + p));
		out.println("total\t" + plan.application().root() + "\t" + plan.version() +
			"\t" + Megabytes.of(plan.bytes()) + (dry
				? " would be added; nothing was changed" : " added"));
	}

	private static String word(final Plan.Action action) {
		return switch (action) {
			case ADD -> "added";
			case KEEP -> "kept";
			case STAY -> "unchanged";
		};
	}
}
