
package org.twostream.block;

import java.io.IOException;
import java.io.Serializable;

import org.twostream.core.Progress;

/**
 * What is done for one block. Called from several threads at once, each block
 * once, in no certain order. A task is a value: where other processes run it,
 * each gets a copy through Java's serialization, so that it must hold what it
 * needs (volumes, networks) as something that is opened again there; a task
 * that runs in this process only may hold anything.
 *
 * @param <T> what comes out; Void for a task that only writes
 */
@FunctionalInterface
public interface BlockTask<T> extends Serializable {

	/**
	 * When this returns, what the block wrote must be on disk: a resumable run
	 * then marks the block as finished and never runs it again.
	 *
	 * @throws IOException rethrown by the runner as the cause of its failure
	 */
	T run(Block block) throws IOException;

	/**
	 * As {@link #run(Block)}, for a task whose blocks take long.
	 *
	 * @param progress of this block, to be asked now and then whether to stop
	 */
	default T run(final Block block, final Progress progress) throws IOException {
		return run(block);
	}

	/**
	 * Called by threads of this process, instead of {@link #run}, for a block
	 * that an earlier run finished.
	 */
	default void skipped(final Block block) {
		// most tasks need not know
	}
}
