
package org.twostream.block;

/** Starts a {@link BlockEngine} for a step. */
@FunctionalInterface
public interface BlockEngines {

	/** Threads of this process. */
	BlockEngines LOCAL = cores -> BlockEngine.local();

	/**
	 * @param cores processor cores that one block keeps busy, 1 or more
	 * @throws org.twostream.core.UserError if it cannot be started
	 */
	BlockEngine start(int cores);
}
