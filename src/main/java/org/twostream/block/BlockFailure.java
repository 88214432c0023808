
package org.twostream.block;

/** A block's task failed for no fault of the user; the cause says why. */
public class BlockFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** For the block whose task threw the cause. */
	public BlockFailure(final Block block, final Throwable cause) {
		super("Block " + block.index() + " at " + block.core() + " failed: " +
			cause, cause);
	}
}
