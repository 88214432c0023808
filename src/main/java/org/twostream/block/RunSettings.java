
package org.twostream.block;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a {@link BlockRunner} works.
 *
 * @param threads blocks that run at once, 1 or more
 * @param message what is being done, for {@link org.twostream.core.Progress}
 * @param resume where finished blocks are noted, empty if they are not
 */
public record RunSettings(int threads, String message,
		Optional<Resume> resume) {

	/**
	 * @param doneFile the list of finished blocks; made when missing
	 * @param settings text of everything that the blocks' data depend on (inputs,
	 *          parameters, versions); blocks finished under another text, or
	 *          another grid, count as not done
	 */
	public record Resume(Path doneFile, String settings) {
	}

	/**
	 * @throws IllegalArgumentException if there is no thread
	 */
	public RunSettings {
		if (threads < 1) throw new IllegalArgumentException("threads=" + threads);
	}

	/** A run that starts from the beginning each time. */
	public static RunSettings of(final int threads, final String message) {
		return new RunSettings(threads, message, Optional.empty());
	}

	/** The same, going on where an earlier run with these settings ended. */
	public RunSettings resuming(final Path doneFile, final String settings) {
		return new RunSettings(threads, message, Optional.of(new Resume(doneFile,
			settings)));
	}
}
