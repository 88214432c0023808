
package org.twostream.command;

import java.util.List;
import java.util.stream.Collectors;

/** What {@code twostream help} prints, made from the commands. */
final class HelpPage {

	private static final int WIDTH = 79;

	private HelpPage() {}

	/** All verbs, one line each. */
	static String overview() {
		final StringBuilder page = new StringBuilder(
			"Usage: twostream STEP key=value ...\n       twostream help STEP\n\n");
		for (final Step step : Steps.all())
			page.append(line(step.name(), step.description()));
		page.append(line("demo",
			"Makes a sample project and runs the loop on it with an oracle."));
		for (final Verb verb : Verbs.all())
			page.append(line(verb.name(), verb.description()));
		page.append(line("version",
			"Says which TwoStream and which Java this is."));
		return page.append(
			"\nResults go to standard output, progress to standard error.\n" +
				"Exit codes: 0 done, 1 our failure, 2 refused, 130 stopped.\n")
			.toString();
	}

	private static String line(final String name, final String text) {
		return String.format("  %-11s%s%n", name, text);
	}

	/** The keys of one step with unit, meaning, range and default. */
	static String step(final Step step) {
		final StringBuilder page = new StringBuilder("twostream " + step.name() +
			" key=value ...\n" + step.description() + "\nReads: " + step.attribute(
				Step.READS) + "\nWrites: " + step.attribute(Step.WRITES) + "\n\n");
		appendKeys(page, step.keys());
		return page.toString();
	}

	/** The words and keys of one verb. */
	static String verb(final Verb verb) {
		final StringBuilder page = new StringBuilder("twostream " + verb.name() +
			" " + verb.usage() + (verb.keys().isEmpty() ? "" : " key=value ...") +
			"\n" + verb.description() + "\n\n");
		appendKeys(page, verb.keys());
		return page.toString();
	}

	private static void appendKeys(final StringBuilder page,
		final List<Key> keys)
	{
		for (final Key key : keys) {
			page.append("  ").append(key.name()).append("=").append(key
				.standardText()).append("  [").append(key.label()).append("]\n");
			for (final String line : wrap(key.description(), WIDTH - 6))
				page.append("      ").append(line).append('\n');
		}
	}

	private static List<String> wrap(final String text, final int width) {
		final StringBuilder wrapped = new StringBuilder();
		int column = 0;
		for (final String word : text.split(" ")) {
			if (column > 0 && column + word.length() + 1 > width) {
				wrapped.append('\n');
				column = 0;
			}
			if (column > 0) wrapped.append(' ');
			wrapped.append(word);
			column += word.length() + 1;
		}
		return wrapped.toString().lines().collect(Collectors.toList());
	}
}
