
package org.twostream.block.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twostream.block.Block;
import org.twostream.block.BlockEngine;
import org.twostream.block.BlockFailure;
import org.twostream.block.BlockGrid;
import org.twostream.block.BlockTask;
import org.twostream.block.RunSettings;
import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

/** The runner on Spark inside this process, which tries a task three times. */
@Timeout(120)
class SparkRunnerTest {

	private static final BlockGrid GRID = new BlockGrid(Box.ofSize(10, 10, 10), 2,
		5, 5);
	private static final RunSettings ONCE = RunSettings.of(1, "Testing");

	private static final AtomicInteger RUNNING = new AtomicInteger();

	private static BlockEngine engine;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		engine = new SparkEngines("local[2,3]").start(1);
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	private RunSettings resuming() {
		return ONCE.resuming(folder.resolve("done"), "a");
	}

	private static List<Integer> all() {
		return IntStream.range(0, 20).boxed().toList();
	}

	@Test
	void resultsComeInGridOrder() {
		assertEquals(all(), engine.runner(ONCE).map(GRID, Block::index,
			Progress.NONE));
		assertEquals(List.of(), engine.runner(ONCE).map(new BlockGrid(Box.ofSize(0,
			1, 1), 1, 1, 1), Block::index, Progress.NONE));
	}

	@Test
	void aFailedBlockIsTriedAgainAndItsResultTakenOnce() {
		final AtomicIntegerArray tries = new AtomicIntegerArray(20);
		final List<Integer> taken = new ArrayList<>();
		engine.runner(resuming()).<Integer> run(GRID, block -> {
			if (tries.incrementAndGet(block.index()) < 3 && block.index() % 7 == 0)
				throw new IllegalStateException("boom");
			return block.index();
		}, (block, result) -> taken.add(result), Progress.NONE);
		Collections.sort(taken);
		assertEquals(all(), taken);
		assertEquals(3, tries.get(14));
		assertEquals(1, tries.get(15));
	}

	@Test
	void aRefusalIsNotTriedAgain() {
		final AtomicInteger tries = new AtomicInteger();
		assertEquals("no", assertThrows(UserError.class, () -> engine.runner(ONCE)
			.run(GRID, block -> {
				if (block.index() != 3) return null;
				tries.incrementAndGet();
				throw new IllegalStateException(new UserError("no"));
			}, Progress.NONE)).getMessage());
		assertEquals(1, tries.get());
	}

	@Test
	void goesOnAfterAFailure() throws Exception {
		final AtomicBoolean broken = new AtomicBoolean(true);
		final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
		final BlockTask<Void> task = block -> {
			if (block.index() == 7 && broken.get()) throw new IllegalStateException(
				"boom");
			ran.add(block.index());
			return null;
		};
		final BlockFailure failure = assertThrows(BlockFailure.class, () -> engine
			.runner(resuming()).run(GRID, task, Progress.NONE));
		assertTrue(failure.getMessage().contains("boom"), failure.getMessage());
		final List<Integer> marked = Files.readAllLines(folder.resolve("done"))
			.stream().skip(1).map(Integer::valueOf).toList();
		broken.set(false);
		ran.clear();
		engine.runner(resuming()).run(GRID, task, Progress.NONE);
		final TreeSet<Integer> missing = new TreeSet<>(all());
		missing.removeAll(marked);
		assertEquals(missing, new TreeSet<>(ran));
		assertEquals(missing.size(), ran.size());
	}

	@Test
	void cancelEndsRunningBlocksAndLeavesThemUnmarked() throws Exception {
		final AtomicBoolean stop = new AtomicBoolean();
		final Progress progress = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				stop.set(true);
			}

			@Override
			public boolean cancelled() {
				return stop.get();
			}
		};
		assertThrows(Cancelled.class, () -> engine.runner(resuming()).run(GRID,
			new Endless(), progress));
		assertEquals(0, RUNNING.get());
		assertEquals(List.of("0"), Files.readAllLines(folder.resolve("done"))
			.subList(1, 2));
		assertEquals(2, Files.readAllLines(folder.resolve("done")).size());
	}

	/** Ends its first block, and others only when it is told to. */
	private static final class Endless implements BlockTask<Void> {

		private static final long serialVersionUID = 1L;

		@Override
		public Void run(final Block block) {
			throw new AssertionError("without progress");
		}

		@Override
		public Void run(final Block block, final Progress part) {
			if (block.index() == 0) return null;
			RUNNING.incrementAndGet();
			try {
				while (true) {
					part.check();
					Thread.onSpinWait();
				}
			}
			finally {
				RUNNING.decrementAndGet();
			}
		}
	}

	@Test
	void interruptCancelsAndStaysSet() {
		Thread.currentThread().interrupt();
		assertThrows(Cancelled.class, () -> engine.runner(ONCE).run(GRID,
			Block::index, Progress.NONE));
		assertTrue(Thread.interrupted());
	}

	@Test
	void whatCannotBeStartedIsRefused() {
		assertTrue(assertThrows(UserError.class, () -> new SparkEngines("local")
			.start(1)).getMessage().contains("another step"));
		assertThrows(UserError.class, () -> new SparkEngines(" "));
	}
}
