
package org.twostream.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.Target;
import org.twostream.core.Tsv;
import org.twostream.core.UserError;
import org.twostream.experiment.Design;
import org.twostream.segment.Keeping;

/** Experiments on ROIs and embeddings that are there, without networks. */
class ExperimentStepTest {

	@TempDir
	Path folder;

	private SmallProject small;

	@BeforeEach
	void project() {
		small = SmallProject.in(folder);
		small.encode();
	}

	private static ExperimentOptions options(final String table,
		final String rois, final int seeds, final String truth)
	{
		final Compute c = SmallProject.compute();
		return new ExperimentOptions(table, 24, seeds, 1, 0, truth, "", 0.25,
			new TrainOptions("", "", "tiny", 2, "32,32,4", 2, LearningOptions.DEFAULT,
				"", "", c), PredictOptions.of("32,32,4", 0, 1, c), new ProposeOptions(
					"", "0.5", 0, 26, 0, c), new EncodeOptions(rois, 4, 4, 1, 2, c),
			new RefineOptions("", 2, 2, c), new FinetuneOptions("", "", 2, "", 1, 0,
				"", Keeping.DEFAULT, c), c);
	}

	private StepResult run(final String table, final int seeds) {
		return small.steps().experiment(Source.NONE, options(table, "1", seeds,
			""));
	}

	@Test
	void aTableSaysWhatItWasMeasuredOn() {
		final StepResult made = run("2", 3);
		assertEquals("experiment", made.step());
		final Tsv table = Tsv.read(made.path().resolve("table.tsv"));
		assertEquals(Design.table2().size(), table.size());
		for (int i = 0; i < table.size(); i++) {
			assertEquals(3, table.integer(i, "seeds"));
			assertEquals(SmallProject.ROIS, table.integer(i, "of"));
		}
		final String comments = table.comments().toString();
		assertTrue(comments.contains("phantom: none"), comments);
		assertTrue(comments.contains("66.7 %"), comments);
		for (final String file : new String[] { "index.html", "metrics.json",
			"curves.png", "map-mask.png", "map-image.png" })
			assertTrue(Files.exists(made.path().resolve(file)), file);
		assertTrue(made.details().contains("hierarchical 64 x 4"), made.details());
	}

	@Test
	void theSameAgainIsFoundAndOtherSeedsAreAnother() {
		assertEquals("001", run("order", 2).id());
		assertTrue(run("order", 2).summary().get("note").contains("made before"));
		assertEquals("002", run("order", 3).id());
	}

	@Test
	void aStoppedExperimentLeavesNothingFinishedAndGoesOn() {
		final Progress stopped = new Progress() {

			@Override
			public void report(final double fraction, final String message) {}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		assertThrows(Cancelled.class, () -> new ActiveLearning(folder,
			SmallProject.WIRING, stopped).experiment(Source.NONE, options("2", "1", 2,
				"")));
		assertFalse(Files.exists(folder.resolve("experiment/001")));
		assertEquals("001", run("2", 2).id());
	}

	@Test
	void theTruthOfAnRoiSetIsKeptAndADamagedOneRefused() throws IOException {
		run("order", 2);
		final Path cache;
		try (var files = Files.list(folder.resolve("cache"))) {
			cache = files.filter(f -> f.getFileName().toString().startsWith(
				"rois-001")).findAny().orElseThrow();
		}
		assertEquals(16, Files.readString(cache).chars().filter(c -> c == '1')
			.count());
		Files.writeString(cache, "101");
		assertTrue(assertThrows(UserError.class, () -> run("order", 4)).getMessage()
			.contains("3 answers for 24"));
	}

	@Test
	void refusesWhatItCannotDo() {
		assertTrue(assertThrows(UserError.class, () -> run("2", 1)).getMessage()
			.contains("seeds=1"));
		assertTrue(assertThrows(UserError.class, () -> run("9", 2)).getMessage()
			.contains("table=9"));
		assertTrue(assertThrows(UserError.class, () -> run("cifar-10", 2))
			.getMessage().contains("data is missing"));
		assertThrows(UserError.class, () -> small.steps().experiment(Source.NONE,
			options("2", "7", 2, "")));
	}

	@Test
	void aPhantomGrowsWithThePoolAndHasAHash() {
		final SampleOptions few = PhantomPool.options(100, Target.MITOCHONDRIA,
			SmallProject.compute());
		final SampleOptions paper = PhantomPool.options(Design.PAPER_POOL,
			Target.MITOCHONDRIA, SmallProject.compute());
		assertTrue(few.xSize() * few.ySize() * few.zSize() < 20_000_000);
		final double ratio = (double) paper.xSize() * paper.ySize() * paper
			.zSize() / (65_000.0 * Design.PAPER_POOL);
		assertEquals(1, ratio, 0.02);
		assertEquals("none", PhantomPool.hash(folder));
	}
}
