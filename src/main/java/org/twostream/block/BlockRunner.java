
package org.twostream.block;

import java.util.List;

import org.twostream.core.Progress;

/**
 * Runs a task for every block of a grid. Whatever the number of threads or
 * machines, each block runs once and results come in the order of the grid, so
 * a task that depends on its block only gives the same result everywhere.
 */
public interface BlockRunner {

	/**
	 * Runs the task for its effects. With {@link RunSettings#resume} blocks that
	 * an earlier run finished are left out.
	 *
	 * @param progress asked before each block; when it says stop, running blocks
	 *          are finished and no further one is begun
	 * @throws org.twostream.core.Cancelled if the progress was cancelled or the
	 *           calling thread interrupted
	 * @throws org.twostream.core.UserError as thrown by a task
	 * @throws BlockFailure if a task failed otherwise; blocks that were finished
	 *           stay marked
	 */
	void run(BlockGrid grid, BlockTask<?> task, Progress progress);

	/**
	 * Runs the task for its results: all blocks, resumed or not.
	 *
	 * @return one result per block, in the order of the grid
	 * @throws org.twostream.core.Cancelled as {@link #run}
	 * @throws org.twostream.core.UserError as {@link #run}
	 * @throws BlockFailure as {@link #run}
	 */
	<T> List<T> map(BlockGrid grid, BlockTask<T> task, Progress progress);

	/** A runner on threads of this process. */
	static BlockRunner local(final RunSettings settings) {
		return new LocalRunner(settings);
	}
}
