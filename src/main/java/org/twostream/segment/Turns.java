
package org.twostream.segment;

import java.util.BitSet;

import org.twostream.core.Cancelled;

/**
 * Lets the threads of a run do one part of their work one after the other.
 * Thread-safe.
 */
final class Turns {

	private final boolean inOrder;
	private final BitSet over = new BitSet();
	/** The block whose turn it is, -1 for none. */
	private int holder = -1;
	private boolean stopped;

	/**
	 * @param inOrder whether a block waits for all before it, of which each is
	 *          either run or said to be over
	 */
	Turns(final boolean inOrder) {
		this.inOrder = inOrder;
	}

	/**
	 * Returns when it is this block's turn, which lasts until it is over.
	 *
	 * @throws Cancelled if the thread was interrupted or another block failed
	 */
	synchronized void await(final int block) {
		while (!stopped && (holder >= 0 || inOrder && over.nextClearBit(0) < block))
			try {
				wait();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Cancelled();
			}
		if (stopped) throw new Cancelled();
		holder = block;
	}

	/** Says that a block has had its turn. */
	synchronized void over(final int block) {
		holder = -1;
		skip(block);
	}

	/** Says that a block needs no turn. */
	synchronized void skip(final int block) {
		over.set(block);
		notifyAll();
	}

	/**
	 * Says that a block failed. In order nobody gets another turn; else the block
	 * may be tried again, here or elsewhere, and the others go on.
	 */
	synchronized void failed(final int block) {
		stopped = inOrder;
		if (holder == block) holder = -1;
		notifyAll();
	}

	/** Whether a block failed that others wait for. */
	synchronized boolean stopped() {
		return stopped;
	}
}
