
package org.twostream.roi.split;

import java.util.Arrays;

/**
 * Voxels to go on from, the highest first, of the same height the one that came
 * first. Not thread-safe.
 */
final class FloodQueue {

	private static final int HALF = 32;

	private final int[] voxel;
	private long[] heap = new long[256];
	private int waiting;
	private int come;

	/** @param most voxels that will ever come */
	FloodQueue(final int most) {
		voxel = new int[most];
	}

	/** A number that is the smaller the higher and, at a height, the earlier. */
	static long key(final float height, final int number) {
		// floats of 0 and more are in the order of their bits; + 0f makes -0 to 0
		return (long) (Integer.MAX_VALUE - Float.floatToIntBits(height +
			0f)) << HALF | number;
	}

	/** The second half of a key. */
	static int number(final long key) {
		return (int) key;
	}

	void add(final float height, final int v) {
		voxel[come] = v;
		if (waiting == heap.length) heap = Arrays.copyOf(heap, 2 * waiting);
		int i = waiting++;
		final long key = key(height, come++);
		while (i > 0 && heap[(i - 1) / 2] > key) {
			heap[i] = heap[(i - 1) / 2];
			i = (i - 1) / 2;
		}
		heap[i] = key;
	}

	boolean isEmpty() {
		return waiting == 0;
	}

	/** The next voxel; there is one. */
	int take() {
		final int next = voxel[number(heap[0])];
		final long last = heap[--waiting];
		int i = 0;
		for (int child = 1; child < waiting; child = 2 * i + 1) {
			if (child + 1 < waiting && heap[child + 1] < heap[child]) child++;
			if (heap[child] >= last) break;
			heap[i] = heap[child];
			i = child;
		}
		heap[i] = last;
		return next;
	}
}
