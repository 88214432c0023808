
package org.twostream.roi;

import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Labelled blocks between the pass that finds objects and the one that paints
 * them, as far as an eighth of the heap goes; the others are read and labelled
 * again. A copy in another process holds none. Thread-safe.
 */
final class KeptBlocks implements Serializable {

	private static final long serialVersionUID = 1L;

	private final transient AtomicReferenceArray<LabelledBlock> blocks;
	private final transient AtomicLong bytesLeft;

	/** @param bytes kept at most */
	KeptBlocks(final int blocks, final long bytes) {
		this.blocks = new AtomicReferenceArray<>(blocks);
		bytesLeft = new AtomicLong(bytes);
	}

	/** For the blocks of a grid. */
	static KeptBlocks of(final int blocks) {
		return new KeptBlocks(blocks, Runtime.getRuntime().maxMemory() / 8);
	}

	/** Keeps none. */
	static KeptBlocks none() {
		return new KeptBlocks(0, 0);
	}

	/** Keeps a block if there is room. */
	void offer(final int index, final LabelledBlock block) {
		if (blocks == null || blocks.length() == 0) return;
		if (bytesLeft.addAndGet(-block.bytes()) >= 0) blocks.set(index, block);
		else bytesLeft.addAndGet(block.bytes());
	}

	Optional<LabelledBlock> get(final int index) {
		return blocks == null || blocks.length() == 0 ? Optional.empty() : Optional
			.ofNullable(blocks.get(index));
	}
}
