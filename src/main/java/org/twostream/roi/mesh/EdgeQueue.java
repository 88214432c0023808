
package org.twostream.roi.mesh;

import java.util.Arrays;

/**
 * Edges by cost, the cheapest first, of equal ones that of the lower corners; a
 * heap in arrays. Each carries the versions that its corners had. Not
 * thread-safe.
 */
final class EdgeQueue {

	private double[] costs = new double[1024];
	private long[] edges = new long[1024];
	private long[] versions = new long[1024];
	private int size;

	boolean isEmpty() {
		return size == 0;
	}

	/** @param a corner, below b; versions likewise */
	void add(final double cost, final int a, final int b, final int aVersion,
		final int bVersion)
	{
		if (size == costs.length) {
			costs = Arrays.copyOf(costs, 2 * size);
			edges = Arrays.copyOf(edges, 2 * size);
			versions = Arrays.copyOf(versions, 2 * size);
		}
		final long edge = (long) a << 32 | b;
		int i = size++;
		while (i > 0) {
			final int up = i - 1 >> 1;
			if (!isBefore(cost, edge, up)) break;
			move(up, i);
			i = up;
		}
		put(i, cost, edge, (long) aVersion << 32 | bVersion);
	}

	/** Corners of the first edge: the lower one in the upper half. */
	long edge() {
		return edges[0];
	}

	/** The versions that its corners had, likewise. */
	long versions() {
		return versions[0];
	}

	void removeFirst() {
		final int last = --size;
		final double cost = costs[last];
		final long edge = edges[last];
		final long version = versions[last];
		int i = 0;
		for (int down = 1; down < last; down = 2 * i + 1) {
			if (down + 1 < last && isBefore(costs[down + 1], edges[down + 1], down))
				down++;
			if (isBefore(cost, edge, down)) break;
			move(down, i);
			i = down;
		}
		put(i, cost, edge, version);
	}

	private boolean isBefore(final double cost, final long edge,
		final int other)
	{
		return cost < costs[other] || cost == costs[other] && edge < edges[other];
	}

	private void move(final int from, final int to) {
		put(to, costs[from], edges[from], versions[from]);
	}

	private void put(final int i, final double cost, final long edge,
		final long version)
	{
		costs[i] = cost;
		edges[i] = edge;
		versions[i] = version;
	}
}
