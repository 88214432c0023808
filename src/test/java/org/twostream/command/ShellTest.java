
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twostream.core.Nearest;
import org.twostream.core.UserError;

class ShellTest {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"predit|There is no step predit; did you mean predict?",
		"hepl|There is no step hepl; did you mean help?",
		"predict projct=a|There is no key projct in predict; did you mean project?",
		"predict tta=x|tta=x is not a whole number; correct it or leave the key out.",
		"predict overlap=half|overlap=half is not a number; correct it or leave the key out.",
		"predict precision=fp64|precision=fp64 is none of fp32, reduced; choose one of them.",
		"predict project|\"project\" is not key=value; write it without spaces round the =, quotes where the value has spaces.",
		"predict seed=1 seed=2|seed is given twice; leave one out.",
		"predict|project is missing; give the project folder, for example project=mito.twostream.",
		"sample project=x size=64,8,64|size=64,8,64 has a number below 16; give three of 16 or more.",
		"predict project=x threads=-1|threads=-1 is not 0 or more; correct it or leave the key out.",
		"help sampel|There is no step sampel; did you mean sample?",
		"demo sise=1,1,1|There is no key sise in demo; did you mean size?" })
	void refusesInOneLine(final String words, final String message) {
		assertEquals(Shell.REFUSED, run(words.split(" ")));
		assertEquals("TwoStream: FAILED: " + message + System.lineSeparator(), text(
			err));
		assertEquals("", text(out));
	}

	@Test
	void helpListsEveryStep() {
		assertEquals(Shell.FINE, run("help"));
		for (final Step step : Steps.all())
			assertTrue(text(out).contains("  " + step.name() + " "), step.name());
		assertEquals("", text(err));
	}

	@Test
	void helpOfAStepHasEveryKeyWithItsDefault() {
		for (final Step step : Steps.all()) {
			out.reset();
			assertEquals(Shell.FINE, run("help", step.name()));
			for (final Key key : step.keys())
				assertTrue(text(out).contains("\n  " + key.name() + "=" + key
					.standardText() + "  [" + key.label() + "]\n"), step.name() + " " +
						key.name());
		}
	}

	@Test
	void versionIsAResult() {
		assertEquals(Shell.FINE, run("version"));
		assertTrue(text(out).startsWith("TwoStream "), text(out));
	}

	@Test
	void valuesReachTheFieldsOfTheCommand() {
		final StepCommand command = Steps.command("suggest");
		final Step step = Step.of(command.getClass());
		step.fill(command, Map.of("budget", "12", "strategy", "random", "seed",
			"99999999999", "project", "a b"));
		final org.scijava.command.CommandModule module =
			new org.scijava.command.CommandModule(new org.scijava.command.CommandInfo(
				command.getClass()), command);
		assertEquals(12, module.getInput("budget"));
		assertEquals("random", module.getInput("strategy"));
		assertEquals(99999999999L, module.getInput("seed"));
		assertEquals("a b", module.getInput("project"));
		assertEquals(0, module.getInput("mask_clusters"));
	}

	@Test
	void demoGivesEachStepItsKeys() {
		final Map<String, Map<String, String>> parts = Demo.parts(Map.of("size",
			"32,32,16", "budget", "10", "seed", "3"));
		assertEquals(List.of("sample", "loop"), List.copyOf(parts.keySet()));
		assertEquals(Map.of("project", "demo.twostream", "size", "32,32,16", "seed",
			"3", "initial_sections", "16"), parts.get("sample"));
		final Map<String, String> loop = parts.get("loop");
		assertEquals("10", loop.get("budget"));
		assertEquals("3", loop.get("seed"));
		assertEquals("oracle", loop.get("reviewer"));
		assertEquals("yes", loop.get("control"));
		assertEquals("64", loop.get("image_latent"));
		assertEquals("2", loop.get("rounds"));
		for (final String sampleOnly : List.of("size", "initial_sections",
			"voxel_nm", "target"))
			assertFalse(loop.containsKey(sampleOnly), sampleOnly);
	}

	@Test
	void nearestCountsASwapAsOneError() {
		assertEquals(1, Nearest.distance("predcit", "predict"));
		assertEquals(3, Nearest.distance("kitten", "sitting"));
		assertEquals(4, Nearest.distance("", "loop"));
	}

	@Test
	void progressSaysStepShareAndTimeLeft() {
		assertEquals("predict  25 % blocks, 3 min 0 s left", ConsoleProgress.line(
			"predict", 0.25, "blocks", 60));
		assertEquals("predict   0 % starting", ConsoleProgress.line("predict", 0,
			"starting", 60));
	}

	@Test
	void onATerminalOneLineIsRewritten() {
		final ConsoleProgress progress = new ConsoleProgress(new PrintStream(err,
			true, StandardCharsets.UTF_8), true);
		progress.begin("encode");
		progress.report(0.5, "a long message");
		progress.close();
		assertEquals("\rencode  50 % a long message\r" + " ".repeat(27) + "\r",
			text(err));
	}

	@Test
	void aCancelledStepSaysThatItCanGoOn() {
		final ConsoleProgress progress = new ConsoleProgress(new PrintStream(err),
			false);
		assertEquals(false, progress.cancelled());
		progress.cancel();
		assertEquals(true, progress.cancelled());
	}

	@Test
	void macroOptionsAreReadAsImageJWritesThem() {
		assertEquals(Map.of("project", "a b.twostream", "raw", "", "base", "1",
			"truth", "x[1]"), MacroOptions.parse(
				"project=[a b.twostream] raw=[] base=1 truth=[x[1]] "));
		assertEquals(Map.of("project", "a b"), MacroOptions.parse("project='a b'"));
		org.junit.jupiter.api.Assertions.assertThrows(UserError.class,
			() -> MacroOptions.parse("project=[a b"));
		org.junit.jupiter.api.Assertions.assertThrows(UserError.class,
			() -> MacroOptions.parse("project=a stack"));
	}

	private int run(final String... words) {
		return new Shell(new PrintStream(out, true, StandardCharsets.UTF_8),
			new PrintStream(err, true, StandardCharsets.UTF_8), false).run(words);
	}

	private static String text(final ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8);
	}
}
