
package org.twostream.block;

import java.io.IOException;

/**
 * What is done for one block. Called from several threads at once, each block
 * once, in no certain order.
 *
 * @param <T> what comes out; Void for a task that only writes
 */
@FunctionalInterface
public interface BlockTask<T> {

	/**
	 * When this returns, what the block wrote must be on disk: a resumable run
	 * then marks the block as finished and never runs it again.
	 *
	 * @throws IOException rethrown by the runner as the cause of its failure
	 */
	T run(Block block) throws IOException;
}
