
package org.twostream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.ui.VirtualDisplay;

/** Plain ImageJ as a process: headless, and on a display with its recorder. */
@Timeout(600)
class ImageJProcessTest {

	private static final String LOOP =
		"""
				run("Open Sample Project...", "project=PROJECT size=96,96,16 initial_sections=16");
				run("Train Base Model...", "project=PROJECT model=tiny iterations=2 window=64,64,8");
				run("Predict Structures...", "project=PROJECT");
				run("Propose ROIs...", "project=PROJECT prediction=PREDICTION threshold=0.5");
				run("Train Encoders...", "project=PROJECT image_latent=4 epochs=1");
				run("Suggest Queries...", "project=PROJECT budget=4");
				run("Review Queries...", "project=PROJECT reviewer=oracle annotator=me");
				run("Apply Verdicts...", "project=PROJECT");
				run("Refine Image Encoder...", "project=PROJECT iterations=1");
				run("Fine-tune Base Model...", "project=PROJECT iterations=1");
				run("Measure Accuracy...", "project=PROJECT");
				""";

	@TempDir
	static Path shared;

	@TempDir
	Path folder;

	/** A prediction of the sample, which the tiny model could not make. */
	@BeforeAll
	static void predict() {
		final Path sample = shared.resolve("sample.twostream");
		assertEquals(Shell.FINE, new Shell(new PrintStream(OutputStream
			.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()),
			false).run("sample", "project=" + sample, "size=96,96,16",
				"initial_sections=0"));
		MadeElsewhere.predict(sample.resolve("sample/truth.zarr"), shared.resolve(
			"prediction.zarr"));
	}

	private static String loop(final Path project) {
		return LOOP.replace("PROJECT", project.toString()).replace("PREDICTION",
			shared.resolve("prediction.zarr").toString());
	}

	/** Its main class is a frame: what else any macro loads is its own. */
	private Set<String> windowsOfImageJItself() throws Exception {
		final Set<String> own = headless("own",
			"newImage('a', '8-bit', 8, 8, 2); run('Invert', 'stack'); close();")
			.windowClasses();
		assertTrue(own.contains("java.awt.Frame"), own.toString());
		assertTrue(own.stream().noneMatch(c -> c.startsWith("sun.")), own
			.toString());
		return own;
	}

	@Test
	void aHeadlessStepLoadsNoClassOfAWindowThatImageJDoesNotLoadItself()
		throws Exception
	{
		final ImageJProcess process = headless("ours", loop(folder.resolve(
			"a.twostream")).lines().limit(2).collect(Collectors.joining("\n")));
		assertTrue(process.text("out").contains("TwoStream step\ttrain"), process
			.text("out") + process.text("err"));
		final Set<String> ours = process.windowClasses();
		ours.removeAll(windowsOfImageJItself());
		assertEquals(Set.of(), ours);
	}

	@Test
	void theShellLoadsNoClassOfAWindow() throws Exception {
		final ImageJProcess process = new ImageJProcess(Files.createDirectories(
			folder.resolve("shell")), "");
		assertEquals(0, process.run(ShellSteps.class, loop(folder.resolve(
			"a.twostream"))), process.text("err"));
		assertTrue(process.text("out").contains("step\tmeasure"));
		assertEquals(Set.of(), process.windowClasses());
	}

	@Test
	void aFailureIsOneMarkedLineAndEndsTheMacroAlsoOnADisplay() throws Exception {
		final String macro =
			"run('Predict Structures...', 'project=a.twostream tta=x'); print('went on');";
		refused(headless("headless", macro));
		final Optional<VirtualDisplay> display = VirtualDisplay.start();
		assumeTrue(display.isPresent(), "no Xvfb is installed");
		try (VirtualDisplay screen = display.get()) {
			refused(batch("display", screen.name(), macro));
		}
	}

	private static void refused(final ImageJProcess process) throws Exception {
		assertEquals(List.of(
			"TwoStream: FAILED: tta=x is not a whole number; correct it or leave the key out."),
			process.text("err").lines().filter(l -> l.startsWith("TwoStream"))
				.toList());
		assertFalse(process.text("out").contains("went on"));
	}

	@Test
	void whatThePlainRecorderWritesGivesTheSameTablesHeadless() throws Exception {
		final Optional<VirtualDisplay> display = VirtualDisplay.start();
		assumeTrue(display.isPresent(), "no Xvfb is installed");
		final Path used = folder.resolve("used.twostream");
		final Path recorded = folder.resolve("recorded.ijm");
		try (VirtualDisplay screen = display.get()) {
			final ImageJProcess process = new ImageJProcess(Files.createDirectories(
				folder.resolve("display")), screen.name());
			assertEquals(0, process.run(RecordedImageJ.class, Files.writeString(folder
				.resolve("what.txt"), loop(used)).toString(), recorded.toString()),
				process.text("err"));
			assertMenu(process.text("out"));
		}
		final String macro = Files.readString(recorded);
		assertEquals(LOOP.lines().map(l -> l.split("\"")[1]).toList(), macro.lines()
			.filter(l -> l.startsWith("run(")).map(l -> l.split("\"")[1]).toList(),
			macro);
		final Path replayed = folder.resolve("replayed.twostream");
		final ImageJProcess process = headless("replay", macro.replace(used
			.toString(), replayed.toString()));
		assertTrue(process.text("out").contains("TwoStream step\tmeasure"), process
			.text("out") + process.text("err"));
		final Map<String, String> tables = tables(used);
		assertTrue(tables.containsKey("decisions/001/decisions.tsv") && tables.get(
			"rois/001/rois.tsv").lines().count() > 8, tables.keySet().toString());
		assertEquals(tables, tables(replayed));
		final Set<String> windows = process.windowClasses();
		windows.removeAll(windowsOfImageJItself());
		assertEquals(Set.of(), windows);
	}

	private static void assertMenu(final String menu) {
		final Set<String> expected = Steps.all().stream().map(s -> s.menu() + ">" +
			s.label()).collect(Collectors.toCollection(TreeSet::new));
		expected.add("Plugins>TwoStream>Help and Citation...");
		assertEquals(expected, menu.lines().filter(l -> l.startsWith("Plugins>"))
			.collect(Collectors.toCollection(TreeSet::new)));
		assertTrue(menu.lines().anyMatch(
			"File>Open Samples>TwoStream EM Phantom"::equals), menu);
	}

	/** All tables of a project by their place. */
	private static Map<String, String> tables(final Path project)
		throws Exception
	{
		final Map<String, String> tables = new TreeMap<>();
		try (Stream<Path> files = Files.walk(project)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".tsv"))
				.toList())
				tables.put(project.relativize(file).toString(), Files.readString(file));
		}
		return tables;
	}

	private ImageJProcess headless(final String name, final String macro)
		throws Exception
	{
		return batch(name, "", macro);
	}

	private ImageJProcess batch(final String name, final String display,
		final String macro) throws Exception
	{
		final Path home = Files.createDirectories(folder.resolve(name));
		final ImageJProcess process = new ImageJProcess(home, display);
		process.run(BatchImageJ.class, Files.writeString(home.resolve("a.ijm"),
			macro).toString());
		return process;
	}
}
