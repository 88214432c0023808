
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;
import ij.Menus;

/**
 * Runs macros in plain ImageJ 1.x without a display. ImageJ cannot build its
 * menu bar there, so the lines of plugins.config go straight into its table of
 * commands, as its own reader puts them.
 */
final class MacroRunner {

	private static final Pattern LINE = Pattern.compile(
		"([^,#]+), \"([^\"]+)\", (\\S+)");

	private MacroRunner() {}

	@SuppressWarnings("unchecked")
	static void installMenu() throws IOException {
		if (Menus.getCommands() == null) assertThrows(HeadlessException.class,
			() -> IJ.run("Check Engine...", ""));
		final Hashtable<String, String> commands = Menus.getCommands();
		for (final String line : Files.readAllLines(Path.of(
			"target/classes/plugins.config")))
		{
			final Matcher matcher = LINE.matcher(line);
			if (matcher.matches()) commands.put(matcher.group(2), matcher.group(3));
		}
	}

	/** What the macro returns, "[aborted]" if a step was refused. */
	static String run(final String macro, final String argument) {
		final String result = IJ.runMacro(macro, argument);
		return result == null ? "" : result;
	}
}
