
package org.twostream.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs macros in plain ImageJ in a process of its own. Arguments: the project
 * folder and the macros' files.
 */
final class PlainMacros {

	private PlainMacros() {}

	public static void main(final String[] args) throws IOException {
		MacroRunner.installMenu();
		for (int i = 1; i < args.length; i++)
			MacroRunner.run(Files.readString(Path.of(args[i])), args[0]);
		System.exit(0); // threads of ImageJ may still wait for a window
	}
}
