
package org.twostream.install;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Jars that were looked at. */
record JarInventory(List<Library> jars) implements Inventory {

	JarInventory {
		jars = List.copyOf(jars);
	}

	@Override
	public Optional<Library> find(final Library wanted) {
		return jars.stream().filter(j -> j.sameAs(wanted)).min(Comparator.comparing(
			Library::version));
	}
}
