
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptModule;

/**
 * The scripts of macros/ in SciJava, as Fiji runs them, but for the numbers at
 * their top.
 */
class ScriptExecutionTest {

	private static Context context;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	@ParameterizedTest
	@CsvSource({ "whole_loop.py, measure", "whole_loop.groovy, loop" })
	void theWholeLoopRuns(final String script, final String last)
		throws Exception
	{
		final Path project = folder.resolve("a project.twostream");
		final StringWriter printed = new StringWriter();
		assertEquals("", run(script, TinyNumbers.in(script, TinyNumbers.LOOP),
			project, printed));
		assertTrue(printed.toString().contains("step\t" + last), printed
			.toString());
		for (final String made : List.of("base/002", "rois/001/rois.tsv",
			"encoders/002", "queries/001.tsv", "decisions/001/decisions.tsv",
			"report/001/index.html"))
			assertTrue(Files.exists(project.resolve(made)), script + " left no " +
				made);
		try (Stream<Path> journals = Files.list(project.resolve("verdicts"))) {
			assertTrue(journals.count() > 0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "a.py, step('Predict')", "a.groovy, 'step(\"Predict\", [:])'" })
	void aRefusedStepEndsTheScript(final String name, final String call)
		throws Exception
	{
		final String script = name.replace("a.", "whole_loop.");
		final String text = TinyNumbers.in(script, TinyNumbers.LOOP);
		final Path project = folder.resolve("none.twostream");
		final StringWriter printed = new StringWriter();
		final String failure = run(script, text.substring(0, text.indexOf(
			"\nstep(\"Sample\"")) + "\n" + call + "\nprint('went on')\n", project,
			printed);
		assertTrue(failure.contains("none.twostream"), failure);
		assertEquals("", printed.toString());
	}

	@Test
	void aStepIsWholeWhenItsLineIsDone() throws Exception {
		final Path project = folder.resolve("a.twostream");
		final StringWriter printed = new StringWriter();
		assertEquals("", run("a.groovy",
			"#@ String (persist = false) project\n#@ CommandService commands\n" +
				"commands.run('org.twostream.command.SampleCommand', false, [project: project, size: '96,96,16', " +
				"initial_sections: 0]).get()\nprint new File(project, 'project.json').exists()",
			project, printed));
		assertEquals("true", printed.toString());
	}

	/** What it leaves of errors, "" for none. */
	private static String run(final String name, final String text,
		final Path project, final StringWriter printed) throws Exception
	{
		final ScriptModule module = new ScriptModule(new ScriptInfo(context, name,
			new StringReader(text)));
		context.inject(module);
		module.setInput("project", project.toString());
		module.resolveInput("project");
		module.setOutputWriter(printed);
		final StringWriter errors = new StringWriter();
		module.setErrorWriter(errors);
		context.service(ModuleService.class).run(module, true).get();
		return errors.toString();
	}
}
