
package org.twostream.block;

/**
 * Where blocks are run: threads of this process, or other processes. Results do
 * not depend on it. Thread-safe.
 */
public interface BlockEngine extends AutoCloseable {

	/**
	 * @param settings the number of threads counts for threads of this process
	 *          only
	 */
	BlockRunner runner(RunSettings settings);

	/** Ends the other processes, if any. */
	@Override
	void close();

	/** Threads of this process. */
	static BlockEngine local() {
		return new BlockEngine() {

			@Override
			public BlockRunner runner(final RunSettings settings) {
				return BlockRunner.local(settings);
			}

			@Override
			public void close() {
				// threads end with each run
			}
		};
	}
}
