
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bridge in ImageJ 1.x without SciJava and without a display. */
class PlainImageJTest {

	@BeforeAll
	static void installMenu() throws IOException {
		MacroRunner.installMenu();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"projct=a|There is no key projct in predict; did you mean project?",
		"project=[a b] tta=x|tta=x is not a whole number; correct it or leave the key out.",
		"project=a b|\"b\" in the macro's options is not key=value; put values with spaces in [ ].",
		"base=1|project is missing; give the project folder, for example project=mito.twostream." })
	void aRefusalAbortsTheMacroAndSaysWhy(final String options,
		final String message)
	{
		assertEquals("TwoStream: " + message, log("run('Predict Structures...', '" +
			options + "'); print('went on');"));
	}

	@Test
	void withoutOptionsAndDisplayItSaysWhatToGive() {
		assertEquals(
			"TwoStream: Suggest Queries... was run without options and without a display to ask on; give them, for example project=mito.twostream.",
			log("run('Suggest Queries...'); print('went on');"));
	}

	/** What the macro writes to the log, which is the console here. */
	private static String log(final String macro) {
		final PrintStream console = System.out;
		final ByteArrayOutputStream log = new ByteArrayOutputStream();
		System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
		try {
			MacroRunner.run(macro, "");
		}
		finally {
			System.setOut(console);
		}
		return log.toString(StandardCharsets.UTF_8).trim();
	}
}
