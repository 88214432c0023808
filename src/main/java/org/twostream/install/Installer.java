
package org.twostream.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.twostream.core.AtomicFile;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

/**
 * Puts TwoStream into a Fiji or an ImageJ and takes it away, each as a whole or
 * not at all.
 */
public final class Installer {

	private final Application application;
	private final Progress progress;

	/**
	 * @param application where
	 */
	public Installer(final Application application, final Progress progress) {
		this.application = application;
		this.progress = progress;
	}

	/**
	 * What {@link #install} would do; changes nothing.
	 *
	 * @param natives native libraries to put as well
	 * @throws UserError if the application's libraries are too old, or something
	 *           else lies where a jar must go
	 */
	public Plan plan(final Distribution distribution,
		final List<Library> natives)
	{
		return new Planner(application, distribution).plan(natives);
	}

	/**
	 * Carries a plan out; one that is done already changes nothing.
	 *
	 * @throws UserError if the disk is too full or the folder cannot be written;
	 *           it is then as before
	 */
	public void install(final Plan plan) {
		if (plan.isDone() && Ledger.isIn(application.root())) return;
		refuseFull(plan.bytes());
		final Path root = application.root();
		final Ledger before = Ledger.read(root);
		final Ledger after = ledger(plan, before);
		final FileTransaction files = new FileTransaction(root);
		plan.removed().forEach(files::remove);
		plan.items(Plan.Action.ADD).forEach(i -> files.put(i.source(), i.path()));
		final Path ledger = root.resolve(Ledger.NAME);
		final String text = text(ledger);
		// Written first as well: uninstall then cleans up after a killed install.
		before.and(after).write(root, plan.version());
		try {
			files.commit(progress, () -> after.write(root, plan.version()));
		}
		catch (final RuntimeException | Error e) {
			restore(ledger, text);
			throw e;
		}
	}

	private static void restore(final Path ledger, final String text) {
		if (!text.isEmpty()) AtomicFile.write(ledger, text);
		else try {
			Files.delete(ledger);
		}
		catch (final IOException e) {
			throw AtomicFile.failure(ledger, e);
		}
	}

	private static String text(final Path ledger) {
		try {
			return Files.exists(ledger) ? Files.readString(ledger) : "";
		}
		catch (final IOException e) {
			throw AtomicFile.failure(ledger, e);
		}
	}

	private void refuseFull(final long bytes) {
		try {
			final long free = Files.getFileStore(application.root()).getUsableSpace();
			if (free < bytes) throw new UserError("TwoStream needs " + Megabytes.of(
				bytes) + " in " + application.root() + " and " + Megabytes.of(free) +
				" are free; free some space, then install again.");
		}
		catch (final IOException e) {
			throw AtomicFile.failure(application.root(), e);
		}
	}

	private Ledger ledger(final Plan plan, final Ledger before) {
		final Set<Ledger.Entry> entries = new LinkedHashSet<>();
		before.entries().stream().filter(Ledger.Entry::isFolder).forEach(
			entries::add);
		try {
			for (final Plan.Item item : plan.items()) {
				if (item.action() == Plan.Action.KEEP) continue;
				final Path folder = Path.of(item.path()).getParent();
				for (int i = 1; i <= folder.getNameCount(); i++)
					if (!Files.exists(application.root().resolve(folder.subpath(0, i))))
						entries.add(Ledger.Entry.folder(folder.subpath(0, i)));
				entries.add(Ledger.Entry.of(item.source(), item.path()));
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return new Ledger(List.copyOf(entries));
	}

	/**
	 * What was taken away and what was left.
	 *
	 * @param removed files that were as TwoStream had put them
	 * @param left files that somebody changed since
	 */
	public record Removal(List<String> removed, List<String> left) {
	}

	/**
	 * Takes away exactly what {@link #install} put and nobody changed since.
	 *
	 * @param dryRun whether only to say what would go
	 * @throws UserError if TwoStream is not installed there, or the folder cannot
	 *           be written; it is then as before
	 */
	public Removal uninstall(final boolean dryRun) {
		final Path root = application.root();
		if (!Ledger.isIn(root)) throw new UserError("There is no " + root.resolve(
			Ledger.NAME) +
			", so install put nothing there; give the folder that it was given.");
		final List<String> removed = new ArrayList<>();
		final List<String> left = new ArrayList<>();
		final List<String> folders = new ArrayList<>();
		for (final Ledger.Entry entry : Ledger.read(root).entries())
			if (entry.isFolder()) folders.add(0, entry.path());
			else if (entry.unchanged(root)) removed.add(entry.path());
			else if (Files.exists(root.resolve(entry.path()))) left.add(entry.path());
		if (!dryRun) {
			final FileTransaction files = new FileTransaction(root);
			removed.forEach(files::remove);
			folders.forEach(files::remove);
			files.remove(Ledger.NAME);
			files.commit(progress, () -> {});
		}
		return new Removal(List.copyOf(removed), List.copyOf(left));
	}
}
