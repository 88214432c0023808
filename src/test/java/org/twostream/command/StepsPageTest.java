
package org.twostream.command;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.twostream.GoldenFile;

/** docs/steps.md says what the commands say. */
class StepsPageTest {

	@Test
	void pageIsFresh() throws IOException {
		final StringBuilder page = new StringBuilder("# The steps\n\n" +
			"Made from the commands by `mvn test -Dtest=StepsPageTest -Dgolden.write=true`; do not edit.\n\n" +
			"Keys are the same in ImageJ macros, scripts, `--run` and the shell " +
			"(`./twostream STEP key=value ...`). A numbered result is taken with its " +
			"number (1 or 001) or, where the key is left out, the newest finished one. " +
			"0 or an empty default leaves the choice to TwoStream.\n\n" +
			"| step | menu: Plugins > TwoStream | what it does |\n|---|---|---|\n");
		for (final Step step : Steps.all())
			page.append("| [").append(step.name()).append("](#").append(step.name())
				.append(") | ").append(step.label()).append(" | ").append(step
					.description()).append(" |\n");
		for (final Step step : Steps.all())
			append(page, step);
		GoldenFile.check(Path.of("docs/steps.md"), page.toString());
	}

	private static void append(final StringBuilder page, final Step step) {
		page.append("\n## ").append(step.name()).append("\n\n").append(step
			.description()).append("\n\n* Reads: ").append(step.attribute(Step.READS))
			.append("\n* Writes: ").append(step.attribute(Step.WRITES)).append(
				"\n* Default parent: ").append(step.attribute(Step.PARENT)).append(
					"\n* Macro: `run(\"").append(step.label()).append(
						"\", \"project=...\");`\n\n" +
							"| key | default | meaning |\n|---|---|---|\n");
		for (final Key key : step.keys())
			page.append("| `").append(key.name()).append("` | ").append(key
				.standardText().isEmpty() ? "" : "`" + key.standardText() + "`").append(
					" | ").append(key.label()).append(". ").append(key.description())
				.append(" |\n");
	}
}
