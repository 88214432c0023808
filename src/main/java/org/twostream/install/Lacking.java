
package org.twostream.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twostream.core.UserError;

/**
 * What has to travel to an application that one is not in front of.
 *
 * @param distribution TwoStream
 * @param libraries its libraries that the application does not have
 */
record Lacking(Distribution distribution, List<Library> libraries) {

	Lacking {
		libraries = List.copyOf(libraries);
	}

	/** What the written-down Fiji-Latest lacks. */
	static Lacking inFijiLatest(final Distribution distribution) {
		return in("The Fiji-Latest that is written down here", new FijiLatest(),
			distribution);
	}

	/**
	 * @throws UserError if the application has a library in a version that does
	 *           not serve
	 */
	static Lacking in(final Application application,
		final Distribution distribution)
	{
		return in(application.root().toString(), application.inventory(Ledger.read(
			application.root()).paths()), distribution);
	}

	private static Lacking in(final String whose, final Inventory inventory,
		final Distribution distribution)
	{
		final List<Library> lacking = new ArrayList<>();
		for (final Library library : distribution.libraries()) {
			final Optional<Library> found = inventory.find(library);
			if (found.isEmpty()) lacking.add(library);
			else if (!library.servedBy(found.get())) throw new UserError(whose +
				" has " + found.get() + " where TwoStream needs " + library.version() +
				"; update it (Help > Update...) or give another folder.");
		}
		return new Lacking(distribution, lacking);
	}
}
