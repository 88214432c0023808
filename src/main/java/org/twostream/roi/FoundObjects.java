
package org.twostream.roi;

import java.io.Serializable;
import java.util.List;

/** The objects of a volume and which component of which block is which. */
final class FoundObjects implements Serializable {

	private static final long serialVersionUID = 1L;

	private final List<ObjectStats> objects;
	private final List<BlockIds> blocks;

	/**
	 * @param components of the block
	 * @param label those of them that were kept
	 * @param id the object of each kept one, 0 for none
	 */
	record BlockIds(int components, int[] label, int[] id)
			implements
				Serializable {
	}

	FoundObjects(final List<ObjectStats> objects, final List<BlockIds> blocks) {
		this.objects = objects;
		this.blocks = blocks;
	}

	/** Object id at index id - 1. */
	List<ObjectStats> objects() {
		return objects;
	}

	/** The object of each component of a block, 0 for none. */
	int[] ids(final int block) {
		final BlockIds b = blocks.get(block);
		final int[] all = new int[b.components];
		for (int i = 0; i < b.label.length; i++)
			all[b.label[i]] = b.id[i];
		return all;
	}
}
