
package org.twostream.install;

import java.util.Optional;

/** Which libraries an application has of its own. */
interface Inventory {

	/**
	 * The application's version of a library.
	 *
	 * @return the oldest of several, empty if it has none
	 */
	Optional<Library> find(Library wanted);
}
