
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.menu.MenuService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.twostream.core.UserError;

/** The commands as Fiji, headless Fiji and its scripts run them. */
class CommandServiceTest {

	private static Context context;
	private static CommandService commands;

	@BeforeAll
	static void start() {
		context = new Context();
		commands = context.service(CommandService.class);
		// refusals are what is tested: their traces would bury those of failures
		context.service(LogService.class).setLevel(LogLevel.NONE);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	@Test
	void fijiFindsEveryCommandInItsMenu() {
		final String menu = context.service(MenuService.class).getMenu().toString();
		for (final Step step : Steps.all()) {
			assertEquals(Steps.command(step.name()).getClass(), assertInstanceOf(
				CommandInfo.class, commands.getCommand(Steps.command(step.name())
					.getClass())).getPluginClass());
			assertTrue(menu.contains(step.label()), step.label());
		}
	}

	@Test
	void aRefusalEndsTheScriptWithItsSentence() {
		assertEquals("precision=fp64 is none of fp32, reduced; choose one of them.",
			refusal(PredictCommand.class, "precision", "fp64"));
		assertEquals(
			"threads=-1 is not 0 or more; correct it or leave the key out.", refusal(
				EncodeCommand.class, "project", "x.twostream", "threads", -1));
	}

	@Test
	void aMissingProjectIsARefusalAndNoSilentCancel() {
		assertEquals(
			"project is missing; give the project folder, for example project=mito.twostream.",
			refusal(SuggestCommand.class));
	}

	@Test
	void valuesOfTheLastRunDoNotComeBack() {
		refusal(PredictCommand.class, "project", "x.twostream", "precision",
			"fp64");
		assertTrue(refusal(PredictCommand.class).startsWith("project is missing"));
	}

	@Test
	void anUnknownKeyIsNotIgnored() {
		assertThrows(IllegalArgumentException.class, () -> commands.run(
			PredictCommand.class, true, "projct", "x").get());
	}

	private static String refusal(final Class<? extends StepCommand> command,
		final Object... inputs)
	{
		final PrintStream errors = System.err;
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
		try {
			final ExecutionException e = assertThrows(ExecutionException.class,
				() -> commands.run(command, true, inputs).get());
			final String message = assertInstanceOf(UserError.class, e.getCause()
				.getCause()).getMessage();
			assertEquals("TwoStream: FAILED: " + message, err.toString(
				StandardCharsets.UTF_8).trim());
			return message;
		}
		finally {
			System.setErr(errors);
		}
	}

	@Test
	void aStepRunsAndSaysWhereItsResultIs(@TempDir final Path folder)
		throws Exception
	{
		final Path project = folder.resolve("a.twostream");
		final Object result = commands.run(SampleCommand.class, true, "project",
			project.toString(), "size", "32,32,16", "initial_sections", 0).get()
			.getOutput("result");
		assertTrue(result.toString().startsWith("step\tsample\npath\t" + project),
			result.toString());
		assertTrue(Files.exists(project.resolve("project.json")));
	}

	@Test
	@Timeout(60)
	void cancellingStopsTheStepAndLeavesNoHalfResult(@TempDir final Path folder)
		throws Exception
	{
		final Path project = folder.resolve("a.twostream");
		final CommandInfo info = commands.getCommand(SampleCommand.class);
		final Module module = context.service(ModuleService.class).createModule(
			info);
		module.setInputs(Map.of("project", project.toString(), "size",
			"4096,4096,4096"));
		module.getInfo().inputs().forEach(i -> module.resolveInput(i.getName()));
		final Future<Module> running = context.service(ModuleService.class).run(
			module, true);
		while (!Files.exists(project.resolve("sample")))
			Thread.sleep(20);
		((Cancelable) module).cancel("enough");
		assertTrue(((Cancelable) running.get()).isCanceled());
		assertNull(running.get().getOutput("result"));
		assertFalse(Files.exists(project.resolve("project.json")));
	}
}
