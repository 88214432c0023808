
package org.twostream.block;

/**
 * Takes what comes out of blocks, in the process that called the runner.
 *
 * @param <T> what a block's task returns
 */
@FunctionalInterface
public interface BlockResults<T> {

	/**
	 * Called once for each block that was run, in no certain order, from any
	 * thread and from several at once; the block is marked as finished after
	 * this.
	 */
	void add(Block block, T result);
}
