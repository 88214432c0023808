
package org.twostream.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.twostream.core.UserError;

/**
 * Decides per jar whether the application's own serves. It never downgrades,
 * never replaces what it did not put, and puts no second version beside one.
 */
final class Planner {

	private final Application application;
	private final Distribution distribution;
	private final Ledger ledger;
	/** Paths that we put and nobody changed since. */
	private final Set<String> ours;
	private final Inventory theirs;
	private final List<Plan.Item> items = new ArrayList<>();
	private final List<String> tooOld = new ArrayList<>();

	Planner(final Application application, final Distribution distribution) {
		this.application = application;
		this.distribution = distribution;
		ledger = Ledger.read(application.root());
		ours = ledger.unchanged(application.root()).stream().map(Ledger.Entry::path)
			.collect(Collectors.toSet());
		theirs = application.inventory(ours);
	}

	/**
	 * @param natives native libraries to put as well
	 * @throws UserError if a library of the application is too old, or something
	 *           else lies where a jar must go
	 */
	Plan plan(final List<Library> natives) {
		for (final Library library : distribution.libraries())
			decide(library, application.libraries());
		for (final Library library : natives)
			decide(library, application.libraries());
		if (!tooOld.isEmpty()) throw new UserError(application.kind() + " in " +
			application.root() + " has " + String.join(" and ", tooOld) +
			"; update it (Help > Update...) or take that jar away, then install again.");
		own(distribution.jar());
		final Set<String> wanted = items.stream().map(Plan.Item::path).collect(
			Collectors.toSet());
		final List<String> removed = ledger.entries().stream().map(
			Ledger.Entry::path).filter(p -> ours.contains(p) && !wanted.contains(p))
			.toList();
		return new Plan(application, distribution.jar().version().text(), items,
			removed);
	}

	private void decide(final Library library, final String folder) {
		final Optional<Library> found = theirs.find(library);
		if (found.isEmpty()) put(library, folder);
		else if (library.servedBy(found.get())) items.add(new Plan.Item(
			Plan.Action.KEEP, application.path(found.get().file()), found.get()
				.version().text(), found.get().bytes(), library.file()));
		else tooOld.add(found.get() + " where TwoStream needs " + library
			.version());
	}

	// Two TwoStreams in one menu help nobody, whoever put the other one.
	private void own(final Library jar) {
		final Optional<Library> other = theirs.find(jar);
		if (other.isPresent()) throw new UserError(application.path(other.get()
			.file()) + " in " + application.root() +
			" is a TwoStream that install did not put or that was changed since; remove it or its update site, then install again.");
		put(jar, application.plugins());
	}

	private void put(final Library library, final String folder) {
		final String path = folder + "/" + library.fileName();
		final Path place = application.root().resolve(path);
		final boolean there = Files.exists(place);
		if (there && !ours.contains(path)) throw new UserError(place +
			" is there and is not what TwoStream would put; move it away, then install again.");
		items.add(new Plan.Item(there && same(place, library.file())
			? Plan.Action.STAY : Plan.Action.ADD, path, library.version().text(),
			library.bytes(), library.file()));
	}

	private static boolean same(final Path a, final Path b) {
		try {
			return Files.mismatch(a, b) < 0;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
