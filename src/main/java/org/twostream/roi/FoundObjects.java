
package org.twostream.roi;

import java.io.Serializable;
import java.util.List;

/** The objects of a volume and which component of which block is which. */
final class FoundObjects implements Serializable {

	private static final long serialVersionUID = 1L;

	private final List<ObjectStats> objects;
	private final List<BlockIds> blocks;
	private final long firstId;

	/**
	 * @param components of the block
	 * @param label those of them that were kept
	 * @param object the number of each kept one's object, from 1, 0 for none
	 */
	record BlockIds(int components, int[] label, int[] object)
			implements
				Serializable {
	}

	/** Numbered from 1. */
	FoundObjects(final List<ObjectStats> objects, final List<BlockIds> blocks) {
		this(objects, blocks, 1);
	}

	private FoundObjects(final List<ObjectStats> objects,
		final List<BlockIds> blocks, final long firstId)
	{
		this.objects = objects;
		this.blocks = blocks;
		this.firstId = firstId;
	}

	/** The same with other ids, which end below 2^62. */
	FoundObjects numberedFrom(final long id) {
		return new FoundObjects(objects, blocks, id);
	}

	/** The first object's id; the others follow. */
	long firstId() {
		return firstId;
	}

	/** In the order of their ids. */
	List<ObjectStats> objects() {
		return objects;
	}

	/** The id of each component of a block, 0 for none. */
	long[] ids(final int block) {
		final BlockIds b = blocks.get(block);
		final long[] all = new long[b.components];
		for (int i = 0; i < b.label.length; i++)
			if (b.object[i] > 0) all[b.label[i]] = firstId - 1 + b.object[i];
		return all;
	}
}
