
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.net.TinyModule;
import org.twostream.net.bioimage.PackageBuilder;

/**
 * The macros of macros/ in plain ImageJ, as they are but for the numbers at
 * their top.
 */
class MacroExecutionTest {

	private static final Map<String, String> TINY = Map.of("size", "\"96,96,16\"",
		"initial_sections", "16", "model", "\"tiny\"", "iterations", "2", "window",
		"\"64,64,8\"", "image_latent", "4", "epochs", "1", "budget", "4", "tries",
		"2", "steps", "1");

	/** What each step leaves in the project. */
	private static final Map<String, String> MADE = new LinkedHashMap<>();
	static {
		MADE.put("01-sample", "project.json");
		MADE.put("02-train", "base/001/model.json");
		MADE.put("03-predict", "prediction/001.zarr");
		MADE.put("04-propose", "rois/001/rois.tsv");
		MADE.put("05-encode", "encoders/001");
		MADE.put("06-suggest", "queries/001.clusters.tsv");
		MADE.put("07-review", "verdicts");
		MADE.put("08-apply", "decisions/001/decisions.tsv");
		MADE.put("09-refine", "encoders/002");
		MADE.put("10-finetune", "base/002/model.json");
		MADE.put("11-measure", "report/001/index.html");
		MADE.put("13-compare", "report/002/index.html");
		MADE.put("14-export", "export/001/Results.tsv");
		MADE.put("15-search", "search/001/ranking.tsv");
		MADE.put("16-doctor", "project.json");
		MADE.put("19-map", "map/001/map.tsv");
	}

	@TempDir
	Path folder;

	@BeforeAll
	static void installMenu() throws IOException {
		MacroRunner.installMenu();
	}

	@Test
	void everyStepRunsAsItsMacroSays() throws IOException {
		final Path project = folder.resolve("a project.twostream");
		final Path prediction = folder.resolve("made elsewhere.zarr");
		for (final Map.Entry<String, String> step : MADE.entrySet()) {
			final Map<String, String> values = new LinkedHashMap<>(TINY);
			if (step.getKey().equals("04-propose")) {
				MadeElsewhere.predict(project.resolve("sample/truth.zarr"), prediction);
				values.put("prediction", "\"" + prediction + "\"");
			}
			final String log = run(step.getKey(), values, project);
			assertTrue(log.contains("TwoStream step\t" + step.getKey().substring(3)),
				step.getKey() + " said: " + log);
			assertTrue(Files.exists(project.resolve(step.getValue())), step.getKey() +
				" left no " + step.getValue() + " and said: " + log);
		}
	}

	@Test
	void theWholeLoopRunsAsItsMacroSays() throws IOException {
		final Path project = folder.resolve("demo.twostream");
		assertTrue(run("0-whole-loop", TinyNumbers.LOOP, project).contains(
			"TwoStream step\tmeasure"));
		assertTrue(run("12-loop", TinyNumbers.LOOP, project).contains(
			"TwoStream step\tloop"));
	}

	@Test
	void aPackageOfOthersPredictsInAMacro() throws IOException {
		final Path project = folder.resolve("theirs.twostream");
		final Path model = PackageBuilder.v05(TinyModule.STEEP,
			PackageBuilder.VOLUMES, PackageBuilder.HALO).zip(folder.resolve(
				"steep.zip"));
		run("01-sample", TINY, project);
		final String macro = Files.readString(Path.of("macros", "03-predict.ijm"))
			.replace("overlap=0.5", "base=[" + model + "]");
		final String log = logged(macro, project);
		assertTrue(log.contains("TwoStream step\tpredict"), log);
		assertTrue(Files.exists(project.resolve("prediction/001.zarr")), log);
	}

	/** The log of a macro with other numbers at its top. */
	private static String run(final String name, final Map<String, String> values,
		final Path project) throws IOException
	{
		return logged(TinyNumbers.in(name + ".ijm", values), project);
	}

	private static String logged(final String macro, final Path project) {
		final PrintStream console = System.out;
		final ByteArrayOutputStream log = new ByteArrayOutputStream();
		System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
		try {
			MacroRunner.run(macro, project.toString());
		}
		finally {
			System.setOut(console);
		}
		return log.toString(StandardCharsets.UTF_8);
	}
}
