
package org.twostream.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a macro as verbs of the shell in one process. */
final class ShellSteps {

	private ShellSteps() {}

	public static void main(final String... args) {
		final Shell shell = new Shell(new PrintStream(new FileOutputStream(
			FileDescriptor.out), true), new PrintStream(new FileOutputStream(
				FileDescriptor.err), true), false);
		for (final String line : args[1].lines().toList()) {
			final String[] parts = line.split("\"");
			final List<String> words = new ArrayList<>();
			words.add(Steps.all().stream().filter(s -> s.label().equals(parts[1]))
				.findFirst().orElseThrow().name());
			for (final Map.Entry<String, String> e : MacroOptions.parse(parts[3])
				.entrySet())
				words.add(e.getKey() + "=" + e.getValue());
			final int code = shell.run(words.toArray(String[]::new));
			if (code != Shell.FINE) System.exit(code);
		}
	}
}
