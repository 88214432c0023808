
package org.twostream.roi.mesh;

import java.util.Arrays;

/**
 * Edges by cost, the cheapest first, of equal ones that of the lower corners: a
 * heap of four branches in one array, so that a step down touches few lines of
 * the cache. Not thread-safe.
 */
final class EdgeQueue {

	private static final int BRANCHES = 4;
	/** Cost, edge and time of each entry. */
	private static final int ENTRY = 3;

	private long[] heap = new long[ENTRY * 1024];
	/** In numbers of the heap. */
	private int end;

	boolean isEmpty() {
		return end == 0;
	}

	/**
	 * @param cost 0 or more
	 * @param a corner, 0 or more
	 * @param b corner
	 * @param time what comes back with the edge
	 */
	void add(final double cost, final int a, final int b, final long time) {
		if (end == heap.length) heap = Arrays.copyOf(heap, 2 * end);
		// those of numbers from 0 are in the order of the numbers
		final long bits = Double.doubleToLongBits(cost + 0.0);
		final long edge = (long) a << 32 | b;
		int i = end;
		end += ENTRY;
		while (i > 0) {
			final int up = (i / ENTRY - 1) / BRANCHES * ENTRY;
			if (!isBefore(bits, edge, up)) break;
			System.arraycopy(heap, up, heap, i, ENTRY);
			i = up;
		}
		put(i, bits, edge, time);
	}

	/** The first edge: corner a in the upper half, b in the lower. */
	long edge() {
		return heap[1];
	}

	/** The time of the first edge. */
	long time() {
		return heap[2];
	}

	void removeFirst() {
		end -= ENTRY;
		final long bits = heap[end];
		final long edge = heap[end + 1];
		final long time = heap[end + 2];
		int i = 0;
		while (true) {
			final int first = BRANCHES * i + ENTRY;
			if (first >= end) break;
			int least = first;
			final int last = Math.min(end, first + BRANCHES * ENTRY);
			for (int k = first + ENTRY; k < last; k += ENTRY)
				if (isBefore(heap[k], heap[k + 1], least)) least = k;
			if (isBefore(bits, edge, least)) break;
			heap[i] = heap[least];
			heap[i + 1] = heap[least + 1];
			heap[i + 2] = heap[least + 2];
			i = least;
		}
		put(i, bits, edge, time);
	}

	private boolean isBefore(final long bits, final long edge, final int other) {
		return bits < heap[other] || bits == heap[other] && edge < heap[other + 1];
	}

	private void put(final int i, final long bits, final long edge,
		final long time)
	{
		heap[i] = bits;
		heap[i + 1] = edge;
		heap[i + 2] = time;
	}
}
