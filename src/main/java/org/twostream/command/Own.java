
package org.twostream.command;

import java.nio.file.Path;

import org.twostream.core.UserError;
import org.twostream.install.Distribution;

/** The TwoStream that is running, as files. */
final class Own {

	/** System property that the launcher sets: the jar that it built. */
	static final String JAR = "twostream.jar";

	private Own() {}

	/**
	 * @throws UserError if the launcher of the source folder did not start this
	 */
	static Distribution distribution() {
		final String jar = System.getProperty(JAR);
		if (jar == null) throw new UserError("The property " + JAR +
			" is not set; run the twostream launcher of the source folder, which builds the jar and sets it.");
		return Distribution.of(Path.of(jar), System.getProperty("java.class.path"));
	}
}
