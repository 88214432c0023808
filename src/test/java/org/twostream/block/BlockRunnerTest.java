
package org.twostream.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twostream.core.Box;
import org.twostream.core.Cancelled;
import org.twostream.core.Progress;
import org.twostream.core.UserError;

@Timeout(20)
class BlockRunnerTest {

	private static final BlockGrid GRID = new BlockGrid(Box.ofSize(10, 10, 10), 2,
		5, 5);

	@TempDir
	Path folder;

	private static BlockRunner threads(final int n) {
		return BlockRunner.local(RunSettings.of(n, "Testing"));
	}

	private BlockRunner resuming(final int threads, final String settings) {
		return BlockRunner.local(RunSettings.of(threads, "Testing").resuming(folder
			.resolve("done"), settings));
	}

	/** Notes which blocks ran; fails at one of them. */
	private static List<Integer> runUntil(final BlockRunner runner,
		final int failing)
	{
		final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
		final BlockTask<Void> task = block -> {
			if (block.index() == failing) throw new IllegalStateException("boom");
			ran.add(block.index());
			return null;
		};
		if (failing < 0) runner.run(GRID, task, Progress.NONE);
		else assertThrows(BlockFailure.class, () -> runner.run(GRID, task,
			Progress.NONE));
		Collections.sort(ran);
		return ran;
	}

	private static List<Integer> range(final int from, final int to) {
		return IntStream.range(from, to).boxed().collect(Collectors.toList());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 100 })
	void resultsComeInGridOrder(final int threads) {
		assertEquals(range(0, 20), threads(threads).map(GRID, Block::index,
			Progress.NONE));
	}

	@Test
	void emptyGridIsDoneAtOnce() {
		final BlockGrid none = new BlockGrid(Box.ofSize(0, 1, 1), 1, 1, 1);
		assertEquals(List.of(), threads(2).map(none, Block::index, Progress.NONE));
	}

	@Test
	void progressEndsAtOne() {
		final List<Double> fractions = Collections.synchronizedList(
			new ArrayList<>());
		threads(2).run(GRID, Block::index, new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				assertEquals("Testing", message);
				fractions.add(fraction);
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		});
		assertEquals(1.0, fractions.get(fractions.size() - 1));
		assertEquals(1.0, Collections.max(fractions));
		assertTrue(Collections.min(fractions) > 0);
	}

	@Test
	void refusalOfABlockIsTheRefusalOfTheRun() {
		final UserError refusal = new UserError("no");
		assertSame(refusal, assertThrows(UserError.class, () -> threads(3).run(GRID,
			block -> {
				throw refusal;
			}, Progress.NONE)));
	}

	@Test
	void failureNamesTheBlockAndKeepsItsCause() {
		final IOException cause = new IOException("disk");
		final BlockFailure failure = assertThrows(BlockFailure.class, () -> threads(
			1).run(GRID, block -> {
				if (block.index() == 3) throw cause;
				return null;
			}, Progress.NONE));
		assertSame(cause, failure.getCause());
		assertTrue(failure.getMessage().startsWith("Block 3 "), failure
			.getMessage());
	}

	@Test
	void outOfMemoryDoesNotHang() {
		final BlockFailure failure = assertThrows(BlockFailure.class, () -> threads(
			2).run(GRID, block -> {
				throw new OutOfMemoryError("test");
			}, Progress.NONE));
		assertTrue(failure.getCause() instanceof OutOfMemoryError);
	}

	@Test
	void nothingStartsAfterCancel() {
		final AtomicBoolean stop = new AtomicBoolean();
		final CompletableFuture<Void> cancelled = new CompletableFuture<>();
		final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
		final Progress progress = new Progress() {

			@Override
			public void report(final double fraction, final String message) {
				// not looked at
			}

			@Override
			public boolean cancelled() {
				return stop.get();
			}
		};
		assertThrows(Cancelled.class, () -> threads(2).run(GRID, block -> {
			ran.add(block.index());
			if (block.index() == 4) {
				stop.set(true);
				cancelled.complete(null);
			}
			// The one block that may run beside block 4 ends after the cancel
			if (block.index() > 4) cancelled.join();
			return null;
		}, progress));
		assertTrue(ran.contains(4));
		assertTrue(ran.size() <= 6, ran.toString());
		assertNoThreadsLeft();
	}

	private static void assertNoThreadsLeft() {
		assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t
			.getName().startsWith("twostream-block-") && t.isAlive()));
	}

	@Test
	void interruptCancelsAndStaysSet() {
		final Thread caller = Thread.currentThread();
		assertThrows(Cancelled.class, () -> threads(2).run(GRID, block -> {
			caller.interrupt();
			// until it was heard; else all blocks may be done before
			while (caller.isInterrupted())
				Thread.onSpinWait();
			return null;
		}, Progress.NONE));
		assertTrue(Thread.interrupted());
		assertNoThreadsLeft();
	}

	@Test
	void goesOnAfterAFailure() {
		assertEquals(range(0, 7), runUntil(resuming(1, "a"), 7));
		assertEquals(range(7, 20), runUntil(resuming(1, "a"), -1));
		assertEquals(List.of(), runUntil(resuming(1, "a"), -1));
	}

	@Test
	void goesOnWithOtherThreads() {
		final List<Integer> first = runUntil(resuming(3, "a"), 7);
		final List<Integer> second = runUntil(resuming(2, "a"), -1);
		final List<Integer> all = new ArrayList<>(first);
		all.addAll(second);
		Collections.sort(all);
		assertEquals(range(0, 20), all);
	}

	@Test
	void otherSettingsBeginAnew() {
		runUntil(resuming(1, "a"), 7);
		assertEquals(range(0, 20), runUntil(resuming(1, "b"), -1));
	}

	@Test
	void otherGridBeginsAnew() {
		runUntil(resuming(1, "a"), -1);
		final List<Integer> ran = new ArrayList<>();
		resuming(1, "a").run(new BlockGrid(Box.ofSize(10, 10, 10), 5, 5, 5),
			block -> ran.add(block.index()), Progress.NONE);
		assertEquals(range(0, 8), ran);
	}

	@Test
	void tornLastLineDoesNotCount() throws IOException {
		runUntil(resuming(1, "a"), 15);
		final Path file = folder.resolve("done");
		final String text = Files.readString(file);
		assertTrue(text.endsWith("\n14\n"));
		Files.writeString(file, text.substring(0, text.length() - 2));
		assertEquals(range(14, 20), runUntil(resuming(1, "a"), -1));
		assertTrue(Files.readString(file).contains("\n13\n14\n15\n"));
	}

	@Test
	void emptyOrForeignFileIsReplaced() throws IOException {
		for (final String text : List.of("", "# twostream", "hello\n3\n")) {
			Files.writeString(folder.resolve("done"), text);
			assertEquals(range(0, 20), runUntil(resuming(1, "a"), -1));
		}
	}

	@Test
	void folderThatCannotBeWrittenIsRefused() throws IOException {
		Files.createFile(folder.resolve("file"));
		assertThrows(UserError.class, () -> BlockRunner.local(RunSettings.of(1,
			"Testing").resuming(folder.resolve("file/done"), "a")).run(GRID,
				Block::index, Progress.NONE));
	}
}
