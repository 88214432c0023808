
package org.twostream.block;

/** Work on blocks failed for no fault of the user; the cause says why. */
public class BlockFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** For a run whose executors say themselves what happened to which block. */
	public BlockFailure(final String message, final Throwable cause) {
		super(message, cause);
	}

	/** For the block whose task threw the cause. */
	public BlockFailure(final Block block, final Throwable cause) {
		super("Block " + block.index() + " at " + block.core() + " failed: " +
			cause, cause);
	}
}
