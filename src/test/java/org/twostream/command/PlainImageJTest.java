
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
		refused(message, "run('Predict Structures...', '" + options +
			"'); print('went on');");
	}

	@Test
	void withoutOptionsAndDisplayItSaysWhatToGive() {
		refused(
			"Suggest Queries... was run without options and without a display to ask on; give them, for example project=mito.twostream.",
			"run('Suggest Queries...'); print('went on');");
	}

	@Test
	void aPathThatIsNoneIsARefusal() {
		refused(
			"project=a\u0000b is not a path (Nul character not allowed); correct it.",
			"run('Predict Structures...', 'project=[a\u0000b]'); print('went on');");
	}

	@Test
	void aFailureOfOursIsOneMarkedLineToo() {
		assertEquals(
			"TwoStream: FAILED: java.lang.IllegalStateException: a b; this is an error of TwoStream, please report it with the output of Check Engine...",
			FailureLine.of(new IllegalStateException("a\n  b")));
	}

	private static void refused(final String message, final String macro) {
		final String[] said = said(macro);
		assertEquals("TwoStream: FAILED: " + message, said[1]);
		assertFalse(said[0].contains("went on"), said[0]);
	}

	/** What the macro writes to standard output, the log, and error. */
	private static String[] said(final String macro) {
		final PrintStream console = System.out;
		final PrintStream errors = System.err;
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
		try {
			MacroRunner.run(macro, "");
		}
		finally {
			System.setOut(console);
			System.setErr(errors);
		}
		return new String[] { out.toString(StandardCharsets.UTF_8).trim(), err
			.toString(StandardCharsets.UTF_8).trim() };
	}
}
