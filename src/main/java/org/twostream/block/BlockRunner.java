
package org.twostream.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.twostream.core.Progress;

/**
 * Runs a task for every block of a grid. Whatever the number of threads or
 * machines, each block's result is taken once, so a task that depends on its
 * block only gives the same everywhere.
 */
public interface BlockRunner {

	/**
	 * Runs the task. With {@link RunSettings#resume} blocks that an earlier run
	 * finished are left out.
	 *
	 * @param results takes what comes out of the blocks that are run
	 * @param progress asked before each block; when it says stop, running blocks
	 *          are finished or given up and no further one is begun
	 * @throws org.twostream.core.Cancelled if the progress was cancelled or the
	 *           calling thread interrupted
	 * @throws org.twostream.core.UserError as thrown by a task
	 * @throws BlockFailure if a task failed otherwise; blocks that were finished
	 *           stay marked
	 */
	<T> void run(BlockGrid grid, BlockTask<? extends T> task,
		BlockResults<T> results, Progress progress);

	/** As the other, for the task's effects only. */
	default void run(final BlockGrid grid, final BlockTask<?> task,
		final Progress progress)
	{
		run(grid, task, (block, result) -> {
			// nothing but effects
		}, progress);
	}

	/**
	 * Runs the task for its results.
	 *
	 * @return one result per block, in the order of the grid
	 * @throws IllegalStateException if the runner left out blocks that an earlier
	 *           run had finished
	 * @throws org.twostream.core.Cancelled as {@link #run}
	 * @throws org.twostream.core.UserError as {@link #run}
	 * @throws BlockFailure as {@link #run}
	 */
	default <T> List<T> map(final BlockGrid grid, final BlockTask<T> task,
		final Progress progress)
	{
		final AtomicReferenceArray<T> results = new AtomicReferenceArray<>(grid
			.size());
		final AtomicInteger n = new AtomicInteger();
		this.<T> run(grid, task, (block, result) -> {
			results.set(block.index(), result);
			n.incrementAndGet();
		}, progress);
		if (n.get() < grid.size()) throw new IllegalStateException("Results of " + n
			.get() + " of " + grid.size() + " blocks");
		final List<T> list = new ArrayList<>(results.length());
		for (int i = 0; i < results.length(); i++)
			list.add(results.get(i));
		return list;
	}

	/** A runner on threads of this process. */
	static BlockRunner local(final RunSettings settings) {
		return new LocalRunner(settings);
	}
}
