
package org.twostream.command;

import java.io.PrintStream;
import java.util.List;

import org.twostream.core.Progress;

/** Something that the shell does beside the steps. */
interface Verb {

	/** The first word. */
	String name();

	/** What it does, in one line. */
	String description();

	/** The words after the name, as in a usage line. */
	String usage();

	/** The keys that it takes. */
	List<Key> keys();

	/**
	 * @param words what comes after the name
	 * @param out takes results
	 * @throws org.twostream.core.UserError if the words or the machine do not
	 *           allow it
	 */
	void run(List<String> words, PrintStream out, Progress progress);
}
